/// The masks of a policy set.
package struct Masker: Sendable {
    package let rules: [MaskRule]
    package let scanner: Scanner

    package init(_ rules: [MaskRule], scanner: Scanner) {
        self.rules = rules
        self.scanner = scanner
    }
}

/// Masks the texts of one request, so that the same name gets the same letter in each.
package struct MaskSession {
    /// Finds what a mask's patterns match in a text, as UTF-8 ranges. Asked for the original and for the masked text.
    package typealias PatternSearch = (_ rule: Int, _ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>]
    /// The keyed digest of a value (folded UTF-8) as it shall be shown, or nil where there is no key: it is redacted then.
    package typealias Pseudonymizer = (_ rule: Int, _ value: [UInt8]) -> String?

    /// - Parameters:
    ///   - masker: The masks.
    ///   - values: For each rule the values of this request that it must find; missing at the end means none.
    ///   - patterns: The matches of the rules' patterns.
    ///   - pseudonym: The keyed digest that ``MaskReplacement/pseudonym(template:)`` shows.
    package init(
        _ masker: Masker, values: [[String]], patterns: @escaping PatternSearch = { _, _ in [] },
        pseudonym: @escaping Pseudonymizer = { _, _ in nil }
    ) {}

    /// Applies the rules of these indices.
    package mutating func mask(_ text: UnsafeBufferPointer<UInt8>, rules: [Int]) -> MaskedText {
        MaskedText(text: "", spans: [], leaks: [])
    }

    /// Whether anything that the rule looks for shows in the text.
    package mutating func reveals(_ rule: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool { false }
}

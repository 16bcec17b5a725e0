import BylawText

/// A session that can be used within expectations.
final class Masking {
    private let session: MaskSession

    init(_ session: MaskSession) { self.session = session }

    func mask(_ text: String, rules: [Int] = [0]) -> MaskedText { session.mask(text, rules: rules) }

    func reveals(_ rule: Int, in text: String) -> Bool { session.reveals(rule, in: text) }
}

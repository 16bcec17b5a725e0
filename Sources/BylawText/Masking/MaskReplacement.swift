/// What stands in the masked text for what was found.
package enum MaskReplacement: Sendable, Hashable {
    /// One `■` for each character.
    case redact
    /// Always the same text.
    case text(String)
    /// `{A}` in the template is a letter for each thing found, in the order of finding: A to Z, then AA, AB …; what
    /// the text itself already has is left out.
    case number(template: String)
    /// `{id}` in the template is a digest of what was found, reckoned with the host's key. Without a key it is redacted.
    case pseudonym(template: String)
    /// The last characters stay, each one before them becomes `■`. What has no more than that many is redacted whole.
    /// Masking again may hide more, where what stays is found by itself.
    case keepLast(Int)

    /// What hides one character.
    static let block = "■"
    /// Where the letter stands in the template of ``number(template:)``.
    static let letterSlot = "{A}"
    /// Where the digest stands in the template of ``pseudonym(template:)``.
    static let digestSlot = "{id}"

    /// The template, cut at its slot; nil where there is none.
    var template: MaskTemplate? {
        switch self {
        case .number(let template): MaskTemplate(template, slot: Self.letterSlot)
        case .pseudonym(let template): MaskTemplate(template, slot: Self.digestSlot)
        case .redact, .text, .keepLast: nil
        }
    }

    /// Where masks overlap, the one that says least about what it hides wins: redact, text, number and pseudonym, keep-last.
    var strictness: Int {
        switch self {
        case .redact: 3
        case .text: 2
        case .number, .pseudonym: 1
        case .keepLast: 0
        }
    }
}

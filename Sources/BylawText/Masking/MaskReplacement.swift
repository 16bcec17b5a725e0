/// What stands in the masked text for what was found.
package enum MaskReplacement: Sendable, Hashable {
    /// One `■` for each character.
    case redact
    /// Always the same text.
    case text(String)
    /// `{A}` in the template is a letter for each thing found, in the order of finding: A to Z, then AA, AB …
    case number(template: String)
    /// `{id}` in the template is a digest of what was found, reckoned by the host's key.
    case pseudonym(template: String)
    /// The last characters stay, each one before them becomes `■`. What has no more than that many is redacted whole.
    case keepLast(Int)
}

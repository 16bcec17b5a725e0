/// What a threshold brings.
public enum SanctionKind: String, Sendable, Hashable, CaseIterable {
    /// A private word.
    case remind
    /// A formal warning.
    case warn
    /// No such actions for a time.
    case suspend
    /// A role is lost.
    case revoke
    /// A merit is recognised, with a title where the rung names one.
    case recognise
}

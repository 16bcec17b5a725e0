public import Bylaw

/// What came of looking at the policies anew.
public enum ReloadResult: Sendable {
    /// Nothing is there that was not there before: it is in force, or was refused then (``PolicyStore/refusal``).
    case unchanged(PolicyVersion)
    /// Another set is in force now, with these warnings.
    case loaded(PolicyVersion, warnings: [Diagnostic])
    /// What is there does not load; the last good set, of that version, stays in force.
    case refused(PolicyErrors, kept: PolicyVersion)
    /// Somebody is writing to the files; the last good set stays in force. Look again later.
    case changing(PolicyVersion)

    /// The version that is in force.
    public var version: PolicyVersion {
        switch self {
        case .unchanged(let version), .loaded(let version, _), .refused(_, let version), .changing(let version): version
        }
    }
}

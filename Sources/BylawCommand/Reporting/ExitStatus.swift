import Bylaw
import BylawSource

/// How the command ends when all is not well; thrown to end it.
enum ExitStatus: Int32, Error {
    /// The answer is no: a problem was found, a fixture failed, an expression has no value.
    case no = 1
    /// Wrong usage, or input that cannot be read.
    case unusable = 2
}

extension ExitStatus {
    /// The codes of problems with a path that was given, rather than with what stands in a file.
    private static let unreadable: Set<String> = [
        "missing-file", "unreadable", "file-too-large", "too-many-files", "not-a-bundle", "damaged-bundle",
        "not-signed", "wrong-signature", "not-a-key",
    ]

    /// How to end where policies do not load. A file that cannot be read is unusable input if it was asked for; one
    /// that a policy names is that policy's problem.
    init(_ diagnostics: [Diagnostic]) {
        let isUnreadable = diagnostics.contains { $0.location == nil && Self.unreadable.contains($0.code) }
        self = isUnreadable ? .unusable : .no
    }
}

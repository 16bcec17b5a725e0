/// What a crash left at the end of a log: part of a line, which was moved to a file of its own when the log was opened.
public struct LogMending: Sendable, Hashable {
    /// How many bytes it has.
    public let bytes: Int
    /// Their digest, which the log states too.
    public let digest: String
    /// The path of the file that has them now.
    public let file: String
}

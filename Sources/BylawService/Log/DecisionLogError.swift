/// Why a decision could not be logged, or a log not be opened or closed.
public enum DecisionLogError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A file cannot be read, written or made, for a reason that the operating system gives.
    case file(String, reason: String)
    /// What stands in the log cannot be continued.
    case damaged(LogProblem)
    /// Another process, or another log of this one, writes to the file.
    case inUse(String)
    /// So many decisions wait to be written that no other is taken.
    case full
    /// The log is closed.
    case closed
    /// The decision is longer than a line may be.
    case tooLong
    /// The log was closed, and so many decisions that it had taken are not in it, because of an earlier error.
    case unwritten(Int, because: String)

    /// One sentence, in lower case.
    public var description: String {
        switch self {
        case .file(let path, let reason): "`\(path)` cannot be read or written: \(reason)"
        case .damaged(let problem): "the log cannot be continued: \(problem)"
        case .inUse(let path): "`\(path)` is written to by another log"
        case .full: "the log cannot take more decisions now"
        case .closed: "the log is closed"
        case .tooLong: "the decision is too long for the log"
        case .unwritten(let count, let reason): "\(count) decisions are not in the log: \(reason)"
        }
    }
}

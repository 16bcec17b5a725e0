extension LogProblem.Reason {
    /// The stable name of the kind of problem.
    public var code: String {
        switch self {
        case .malformed: "malformed-line"
        case .tooLong: "line-too-long"
        case .changed: "changed-line"
        case .otherKey: "wrong-key"
        case .otherSequence: "lines-missing"
        case .otherPrevious: "other-previous"
        case .noBeginning: "no-beginning"
        case .misplacedBeginning: "misplaced-beginning"
        case .afterEnd: "after-end"
        case .torn: "torn-line"
        case .empty: "empty-file"
        case .nextFileMissing: "next-file-missing"
        case .notClosed: "not-closed"
        case .otherLast: "other-last"
        case .tooFew: "too-few-decisions"
        }
    }
}

extension DecisionLogError {
    /// The stable name of the kind of error.
    public var code: String {
        switch self {
        case .file: "log-unusable"
        case .damaged: "log-damaged"
        case .inUse: "log-in-use"
        case .full: "log-full"
        case .closed: "log-closed"
        case .tooLong: "decision-too-long"
        case .unwritten: "log-unwritten"
        }
    }
}

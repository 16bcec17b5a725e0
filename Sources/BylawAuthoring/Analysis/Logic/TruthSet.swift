/// Which of the three truth values a condition may come to.
struct TruthSet: OptionSet, Sendable {
    let rawValue: UInt8

    static let holds = TruthSet(rawValue: 1)
    static let fails = TruthSet(rawValue: 2)
    static let errs = TruthSet(rawValue: 4)
    static let any: TruthSet = [.holds, .fails, .errs]

    /// What the negation may come to.
    var negated: TruthSet {
        var result = intersection(.errs)
        if contains(.holds) { result.insert(.fails) }
        if contains(.fails) { result.insert(.holds) }
        return result
    }
}

/// A part of Bylaw that inputs are tried on.
///
/// It says what must hold of every input, by ``require(_:_:)``. Besides, none may crash, take a second or fill the memory:
/// libFuzzer watches over that.
protocol FuzzTarget: SendableMetatype {
    /// Makes ready what all inputs are tried with.
    init()
    /// Inputs to begin with.
    static var seeds: [[UInt8]] { get }
    /// Words that an input may be made of.
    static var words: [String] { get }
    /// Tries one input.
    func exercise(_ input: [UInt8])
}

/// The targets, by their names.
enum Targets {
    static let all: [String: any FuzzTarget.Type] = [
        "expression": ExpressionTarget.self, "json": JSONTarget.self, "lexicon": LexiconTarget.self,
        "mask": MaskTarget.self, "pattern": PatternTarget.self, "policy": PolicyTarget.self,
        "request": RequestTarget.self, "yaml": YAMLTarget.self,
    ]

    /// The one that this process tries. Set once, before libFuzzer's one thread begins.
    nonisolated(unsafe) static var running: (any FuzzTarget)?
}

/// Ends the process where something does not hold, so that libFuzzer keeps the input.
func require(_ holds: Bool, _ what: @autoclosure () -> String) {
    precondition(holds, what())
}

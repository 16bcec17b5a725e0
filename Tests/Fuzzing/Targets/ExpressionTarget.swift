@testable import BylawCEL
import BylawCELOracle
import BylawSource

/// Expressions: each is parsed, checked, planned and evaluated, checked and unchecked, to what a plain tree walker says, and
/// at no more than the estimated cost.
struct ExpressionTarget: FuzzTarget {
    static var seeds: [[UInt8]] {
        Seeds.conformance.map { Array($0.utf8) } + Seeds.conditions.map { Array($0.utf8) }
    }

    static let words: [String] = {
        let functions = Library.all.flatMap(\.functions).map(\.name).filter { !$0.contains("_") }
        let macros = Library.all.flatMap(\.macros)
        return functions.map { "\($0)(" } + macros.map { ".\($0)(x, " }
            + [
                "has(", "cel.bind(x, ", " in ", " && ", " || ", " ? ", " : ", ".?", "[?", "==", "!=", "null", "true",
                "b'\\xff'",
                "r'", "'''", "\\u{1F600}", "1u", "0x", "1e308", "9223372036854775807", "-9223372036854775808", "[1, 2]",
                "{'a': 1}", "timestamp('2024-09-01T10:00:00Z')", "duration('1h')", "optional.of(1)", "optional.none()",
            ]
    }()

    /// What one evaluation may cost: so little that the walker, which counts nothing, can follow.
    private static let costLimit = 20_000

    private let values: [String: Value]
    private let typed: Environment
    private let untyped: Environment

    init() {
        let map = try? MapValue(keys: [.string("a"), .string("b")], values: [.int(4), .int(5)])
        values = [
            "b": .bool(true), "i": .int(2), "u": .uint(3), "d": .double(2), "s": .string("aéb"),
            "is": .list([.int(3), .int(1), .int(2)]), "ss": .list([.string("a"), .string("b")]),
            "o": .optional(OptionalValue(.int(1))), "m": map.map(Value.map) ?? .null,
        ]
        let types: [String: CELType] = [
            "b": .bool, "i": .int, "u": .uint, "d": .double, "s": .string, "is": .list(.int), "ss": .list(.string),
            "o": .optional(.int), "m": .map(.string, .int),
        ]
        var typed = Environment(libraries: Library.all)
        var untyped = typed
        for (name, type) in types {
            typed.declare(variable: name, type: type)
            untyped.declare(variable: name, type: .dyn)
        }
        (self.typed, self.untyped) = (typed, untyped)
    }

    func exercise(_ input: [UInt8]) {
        let text = String(decoding: input, as: UTF8.self)
        let (parsed, problems) = ParsedExpression.parse(text)
        requireHarmless(problems, in: text)
        guard let parsed else { return require(!problems.isEmpty, "there is no expression and no problem") }
        let (checked, found) = typed.check(parsed)
        requireHarmless(found, in: text)
        require((checked == nil) == !found.isEmpty, "an expression with problems, or none without any")
        let unchecked = untyped.withoutCheck(parsed)
        let cost = unchecked.estimatedCost(assuming: SizeAssumptions(text: 8, elements: 4))
        let wanted =
            cost <= Self.costLimit ? TreeWalker(environment: untyped, variables: values).evaluate(parsed.root) : nil
        for expression in [unchecked, checked].compactMap(\.self) {
            let value = evaluate(expression)
            if let wanted { require(value.isIdentical(to: wanted), "\(value) instead of \(wanted)") }
        }
    }

    private func evaluate(_ expression: CheckedExpression) -> Value {
        let estimate = expression.estimatedCost(assuming: SizeAssumptions(text: 8, elements: 4))
        var layout = FrameLayout()
        let program = expression.plan(into: &layout)
        let frame = Frame(layout, costLimit: Self.costLimit)
        for (slot, source) in layout.sources.enumerated() {
            if case .attribute(let path) = source { frame[slot] = values[path.variable] }
        }
        let value = program.evaluate(in: frame)
        require(frame.totalCost <= max(estimate, 0), "it cost \(frame.totalCost), not \(estimate) at most")
        if value.literalText().isEmpty, case .string = value { fatalError("a text is shown as nothing") }
        for part in program.explain(in: frame) {
            require(part.range.end <= expression.text.utf8.count, "a part lies outside of the expression")
        }
        return value
    }
}

/// Problems of an expression, as diagnostics of a file of its own.
private func requireHarmless(_ problems: [ExpressionProblem], in text: String) {
    let file = SourceFile(name: "expression", text: text)
    requireHarmless(
        problems.map { problem in
            Diagnostic(
                problem.code, problem.message, at: SourceLocation(file, problem.range),
                labels: problem.labels.map { .init(SourceLocation(file, $0.range), $0.text) }, notes: problem.notes,
                help: problem.help)
        })
}

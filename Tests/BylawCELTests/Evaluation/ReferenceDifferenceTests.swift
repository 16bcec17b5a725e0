import BylawSource
import Testing

@testable import BylawCEL

/// Expressions on which Bylaw and the reference implementation once gave different answers, with the right one: found
/// by `Scripts/compare-cel-with-reference`, whose `known.py` says why the reference's is not.
struct ReferenceDifference: Sendable, CustomTestStringConvertible {
    let expression: String
    /// An expression for the value; nothing where it is an error, when it is checked or evaluated.
    let value: String?
    /// The names that the expression reads, each with an expression for its value. To the checker they are `dyn`.
    let variables: [String: String]

    init(_ expression: String, is value: String?, where variables: [String: String] = [:]) {
        self.expression = expression
        self.value = value
        self.variables = variables
    }

    var testDescription: String { "\(expression) is \(value ?? "an error")" }
}

extension ReferenceDifference {
    static let error: String? = nil

    static let all: [ReferenceDifference] = ours + times + texts + types + logic

    /// Where Bylaw was wrong.
    static let ours = [
        ReferenceDifference("rb'a'", is: error),
        ReferenceDifference("br'\\n'", is: "b'\\\\n'"),
        ReferenceDifference("optional.ofNonZeroValue(optional.none())", is: "optional.of(optional.none())"),
        ReferenceDifference("optional.ofNonZeroValue({}.?b)", is: "optional.of(optional.none())"),
        ReferenceDifference("math.least(5u, 2u, 64u) < 0", is: error),
        ReferenceDifference("math.least(5u, 2u, 64u) < 3u", is: "true"),
        ReferenceDifference("math.greatest(5u, 2, 6.5) == 6.5", is: "true"),
        ReferenceDifference("math.greatest(dyn(5u), dyn(2), dyn(6.5)) == 6.5", is: "true"),
        ReferenceDifference("regex.replace('hello', 'a', r'<\\1>', 0)", is: "'hello'"),
        ReferenceDifference("regex.replace('hello', 'a', r'<\\1>')", is: error),
    ]

    static let times = [
        ReferenceDifference("duration('315576000000s') + duration('0')", is: error),
        ReferenceDifference("duration('0') - duration('-315576000000s')", is: error),
        ReferenceDifference("timestamp(0) - duration('315576000000s')", is: error),
        ReferenceDifference("'%s'.format([timestamp('0001-01-01T00:00:00Z')])", is: "'0001-01-01T00:00:00Z'"),
        ReferenceDifference("cel.bind(v, timestamp(0).getHours('Nowhere/City'), true)", is: error),
        ReferenceDifference(
            "cel.bind(v, timestamp(0).getHours(zone), true)", is: "true", where: ["zone": "'Nowhere/City'"]),
    ]

    static let texts = [
        ReferenceDifference("'true'.substring(0, 4)", is: "'true'"),
        ReferenceDifference("'😀🎉'.substring(0, 2)", is: "'😀🎉'"),
        ReferenceDifference("'Hello'.substring(1, 3).substring(0, 2)", is: "'el'"),
        ReferenceDifference("'Hello'.substring(0, 6)", is: error),
        ReferenceDifference("bool('F')", is: "false"),
        ReferenceDifference("bool('T')", is: "true"),
        ReferenceDifference("double('1e400')", is: error),
        ReferenceDifference("double(' 1')", is: error),
        ReferenceDifference("double('0x1F')", is: error),
        ReferenceDifference("string(0.0 / 0.0)", is: "'nan'"),
        ReferenceDifference("string(d / 0.0)", is: "'nan'", where: ["d": "-0.0"]),
        ReferenceDifference("'%s'.format([9223372036854775808.0])", is: "'9.223372036854776e+18'"),
        ReferenceDifference("'%s'.format([b'\\xff'])", is: error),
        ReferenceDifference("base64.decode('  padded ')", is: error),
        ReferenceDifference("regex.extractAll('', '')", is: "['']"),
        ReferenceDifference("regex.extractAll('ab', 'x*')", is: "['', '', '']"),
        ReferenceDifference("regex.replace('', '', 'x', 3)", is: "'x'"),
        ReferenceDifference("regex.extract('Inf', '(a|b)*')", is: "optional.none()"),
        ReferenceDifference("matches('', '[z-a]') && false", is: error),
        ReferenceDifference("matches('', pattern) && false", is: "false", where: ["pattern": "'[z-a]'"]),
        ReferenceDifference("[].sortBy(v, regex.replace('a', '*', ''))", is: error),
    ]

    static let types = [
        ReferenceDifference("[?x, '']", is: "['']", where: ["x": "optional.none()"]),
        ReferenceDifference("[?x, '']", is: error, where: ["x": "'a'"]),
        ReferenceDifference("{?'a': x}", is: "{}", where: ["x": "optional.none()"]),
        ReferenceDifference("{?'a': x}", is: error, where: ["x": "'a'"]),
        ReferenceDifference("0.0 >= math.greatest([[2u], []].flatten())", is: error),
        ReferenceDifference("0u in [1u].sortBy(v, s).distinct().sort()", is: "false", where: ["s": "'42'"]),
        ReferenceDifference("p ? [] : optional.none().value().map(v, 1)", is: "[]", where: ["p": "true"]),
        ReferenceDifference(
            "[p].all(v, v) ? optional.none() : [].sortBy(v, d).first()", is: "optional.none()",
            where: ["p": "false", "d": "2.5"]),
    ]

    static let logic = [
        ReferenceDifference("type({false: 1, p: 2}) == map && false", is: "false", where: ["p": "false"]),
        ReferenceDifference("type({false: 1, p: 2}) == map && true", is: error, where: ["p": "false"]),
        ReferenceDifference("dyn([1]) in {1: true}", is: "false"),
        ReferenceDifference("true ? 1 : {1.5: 0}[1]", is: error),
        ReferenceDifference("[4.0, 0.0 / 0.0].sort().size()", is: "2"),
        ReferenceDifference("lists.range(-1)", is: "[]"),
        ReferenceDifference("lists.range(1000000007)", is: error),
        ReferenceDifference("cel.bind(v, math.least([]), true)", is: "true"),
        ReferenceDifference("math.least([])", is: error),
        ReferenceDifference("{1: 2}[?[1].exists(a, b, b > 0) ? 1 : 2].optFlatMap(v, {2: 3}[?v])", is: "optional.of(3)"),
    ]
}

@Suite("Answers that once differed from the reference's")
struct ReferenceDifferenceTests {
    @Test("the right answer is given", arguments: ReferenceDifference.all)
    func answer(_ difference: ReferenceDifference) throws {
        let value = try evaluate(difference.expression, difference.variables)
        guard let wanted = difference.value else {
            #expect(value.isError, "\(value.literalText())")
            return
        }
        #expect(value.literalText() == (try evaluate(wanted, [:])).literalText())
    }

    /// The value, or an error where the expression is refused before it is evaluated.
    private func evaluate(_ text: String, _ variables: [String: String]) throws -> Value {
        let (parsed, _) = ParsedExpression.parse(text)
        guard let parsed else { return .failure(.invalidArgument, "it does not parse") }
        var environment = Environment(libraries: Library.all)
        for name in variables.keys { environment.declare(variable: name, type: .dyn) }
        guard let checked = environment.check(parsed).0 else { return .failure(.noSuchOverload, "it has no type") }
        var layout = FrameLayout()
        let program = checked.plan(into: &layout)
        let frame = Frame(layout)
        for (slot, source) in layout.sources.enumerated() {
            guard case .attribute(let path) = source, let value = variables[path.variable] else { continue }
            frame[slot] = try evaluate(value, [:])
        }
        return program.evaluate(in: frame)
    }
}

import BylawCELOracle
import BylawTestSupport
import Foundation
import Testing

@testable import BylawCEL

@Suite("The plan against a plain tree walker")
struct OracleTests {
    private static let values: [String: Value] = [
        "b": .bool(true), "i": .int(2), "u": .uint(3), "d": .double(2), "s": .string("aéb"),
        "is": .list([.int(3), .int(1), .int(2)]), "ss": .list([.string("a"), .string("b")]),
        "o": .optional(OptionalValue(.int(1))),
    ]

    private static var allValues: [String: Value] {
        var values = values
        if let map = try? MapValue(keys: [.string("a"), .string("b")], values: [.int(4), .int(5)]) {
            values["m"] = .map(map)
        }
        return values
    }

    private static func environment(typed: Bool) -> Environment {
        var environment = Environment(libraries: Library.all)
        let types: [String: CELType] = [
            "b": .bool, "i": .int, "u": .uint, "d": .double, "s": .string, "is": .list(.int), "ss": .list(.string),
            "m": .map(.string, .int), "o": .optional(.int),
        ]
        for (name, type) in types { environment.declare(variable: name, type: typed ? type : .dyn) }
        return environment
    }

    private func planned(_ expression: CheckedExpression) -> Value {
        var layout = FrameLayout()
        let program = expression.plan(into: &layout)
        let frame = Frame(layout)
        for (slot, source) in layout.sources.enumerated() {
            if case .attribute(let path) = source { frame[slot] = Self.allValues[path.variable] }
        }
        let value = program.evaluate(in: frame)
        // Explaining evaluates again, by a plan that fuses and folds nothing.
        let explained = program.explain(in: frame).last?.value ?? value
        #expect(explained.isIdentical(to: value) || program.root.constant != nil)
        return value
    }

    /// Whether both are the same value, or both errors: which of several errors is told is the evaluator's choice.
    private func agree(_ a: Value, _ b: Value) -> Bool { a.isIdentical(to: b) }

    @Test("they agree on generated expressions, checked and unchecked", arguments: [1, 2, 3, 4, 5, 6, 7, 8])
    func generated(seed: UInt64) {
        var generator = ExpressionGenerator(seed: seed)
        var (count, errors, checked) = (0, 0, 0)
        let walker = TreeWalker(environment: Self.environment(typed: false), variables: Self.allValues)
        for round in 0..<500 {
            let text = generator.expression(1 + round % 5)
            let (parsed, problems) = ParsedExpression.parse(text)
            guard let parsed else {
                Issue.record("\(text): \(problems.map(\.message))")
                continue
            }
            let wanted = walker.evaluate(parsed.root)
            let dynamic = planned(Self.environment(typed: false).withoutCheck(parsed))
            #expect(agree(dynamic, wanted), "\(text): \(dynamic) instead of \(wanted)")
            count += 1
            errors += wanted.isError ? 1 : 0
            if let expression = Self.environment(typed: true).check(parsed).0 {
                let value = planned(expression)
                #expect(agree(value, wanted), "\(text), checked: \(value) instead of \(wanted)")
                checked += 1
            }
        }
        print("oracle, seed \(seed): \(count) expressions, \(checked) of them well typed, \(errors) errors")
        // The sample is of use only where it has enough of each.
        #expect(errors > count / 20 && errors < count / 2 && checked > count / 5)
    }

    @Test(
        "they agree on the conformance tests' expressions",
        .enabled(if: SharedData.isPresent("cel-conformance")))
    func conformance() throws {
        let cases = try ConformanceCase.load(from: #require(SharedData.url("cel-conformance")))
        var compared = 0
        for test in cases where test.container.isEmpty && !test.isOnlyChecked {
            var environment = Environment(libraries: Library.all)
            for binding in test.bindings { environment.declare(variable: binding.name, type: .dyn) }
            let (parsed, _) = ParsedExpression.parse(test.expression, expandsMacros: test.expandsMacros)
            let expression = try #require(parsed)
            let bindings = Dictionary(
                test.bindings.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
            let wanted = TreeWalker(environment: environment, variables: bindings).evaluate(expression.root)
            var layout = FrameLayout()
            let program = environment.withoutCheck(expression).plan(into: &layout)
            let frame = Frame(layout)
            for (slot, source) in layout.sources.enumerated() {
                if case .attribute(let path) = source { frame[slot] = bindings[path.variable] }
            }
            let value = program.evaluate(in: frame)
            #expect(agree(value, wanted), "\(test.id): \(test.expression): \(value) instead of \(wanted)")
            compared += 1
        }
        #expect(compared > 1_200)
    }
}

import BylawCEL
import BylawCELOracle

/// Runs one test of the suite.
struct ConformanceRunner {
    let test: ConformanceCase

    /// What went wrong with the test as it stands: checked first, unless it says otherwise.
    func failure() -> String? {
        attempt {
            let parsed = try parse()
            guard test.isChecked else { return evaluationFailure(environment.withoutCheck(parsed)) }
            let (checked, problems) = environment.check(parsed)
            guard let checked else { throw Problem(what: "check: \(problems.map(\.message))") }
            if case .typed(_, let type?) = test.matcher, checked.type != type {
                return "type \(checked.type) instead of \(type)"
            }
            return evaluationFailure(checked)
        }
    }

    /// What goes wrong where nothing is checked, so that every overload is chosen when evaluated.
    func uncheckedFailure() -> String? {
        attempt { evaluationFailure(environment.withoutCheck(try parse())) }
    }

    private struct Problem: Error {
        let what: String
    }

    private func attempt(_ body: () throws -> String?) -> String? {
        do {
            return try body()
        } catch let problem as Problem {
            return problem.what
        } catch {
            return "\(error)"
        }
    }

    private var environment: Environment {
        var environment = Environment(libraries: Library.all)
        environment.container = test.container
        for variable in test.variables { environment.declare(variable: variable.name, type: variable.type) }
        for function in test.functions { environment.declare(function: function) }
        for binding in test.bindings where environment.variables[binding.name] == nil {
            environment.declare(variable: binding.name, type: .dyn)
        }
        return environment
    }

    private func parse() throws -> ParsedExpression {
        let (parsed, problems) = ParsedExpression.parse(test.expression, expandsMacros: test.expandsMacros)
        guard let parsed else { throw Problem(what: "parse: \(problems.map(\.message))") }
        return parsed
    }

    private func evaluationFailure(_ expression: CheckedExpression) -> String? {
        guard !test.isOnlyChecked else { return nil }
        var layout = FrameLayout()
        let program = expression.plan(into: &layout)
        let frame = Frame(layout)
        for (slot, source) in layout.sources.enumerated() {
            frame[slot] = test.bindings.first { .attribute(AttributePath($0.name)) == source }?.value
        }
        return mismatch(program.evaluate(in: frame))
    }

    private func mismatch(_ value: Value) -> String? {
        switch test.matcher {
        case .error: return value.isError ? nil : "\(value) instead of an error"
        case .value(let wanted), .typed(let wanted?, _):
            if case .error(let error) = value { return "error: \(error.message)" }
            return value.isIdentical(to: wanted) ? nil : "\(value) instead of \(wanted)"
        case .typed(nil, _): return nil
        }
    }
}

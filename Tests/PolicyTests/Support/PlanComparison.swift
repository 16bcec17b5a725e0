import Bylaw
import BylawCEL
import BylawCELOracle

/// What came of one expression for one request: by the plan, and by the tree walker over plain bindings.
struct PlanComparison: CustomStringConvertible {
    let expression: PlannedExpression
    let planned: Outcome
    let walked: Outcome

    /// A value, or why there is none.
    struct Outcome: CustomStringConvertible {
        let value: Value
        /// The attribute for whose absence there is no value, as far as the request goes: `resource.author`.
        let missing: RequestPath?

        var description: String {
            switch value {
            case .bool(let bool): String(bool)
            case .string(let text): String(text)
            case .error(let error): missing.map { "no `\($0)`" } ?? "error: \(error.message)"
            default: "a value of type \(value.typeName)"
            }
        }
    }

    /// Whether both are the same value, or both errors, of the same attribute where one is missing.
    var isSame: Bool { planned.value.isIdentical(to: walked.value) && planned.missing == walked.missing }

    var description: String { "\(expression.place): `\(expression.text)`: \(planned) instead of \(walked)" }
}

import BylawCEL
import BylawSource

/// Checks tables: each value of an enumeration has what follows from it, and nothing else has. A table is a name for a
/// text that conditions, duties and subjects use, as a let is.
struct TableChecker {
    let policy: PolicyChecker
    private var problems: Problems { policy.problems }

    init(policy: PolicyChecker) { self.policy = policy }

    /// The tables as lets; those that are wrong are declared all the same, so that their users are not blamed for it.
    func lets() -> [Named<CheckedExpression>] {
        policy.syntax.tables.compactMap { table in
            guard policy.checkBinding(table.name) else { return nil }
            if policy.roles.contains(table.name.value) || policy.syntax.tiers.names().contains(table.name.value) {
                problems.error(
                    "reserved-name", "`\(table.name.value)` is a role or a review tier already",
                    at: table.name.location, help: "give the table another name")
            }
            // What is wrong with the attribute is told once.
            let checked = check(table.value) ? policy.scope.check(expression(table.value), expecting: .string) : nil
            policy.scope.declare(binding: table.name.value, type: checked?.type ?? .string)
            return checked.map { Named(table.name, $0) }
        }
    }

    private func check(_ table: TableSyntax) -> Bool {
        guard let by = policy.paths.resolve(table.by, problems) else { return false }
        guard case .enumeration(let enumeration) = by.type else {
            problems.error(
                "not-an-enumeration", "a table goes by an attribute that is one of several words",
                at: table.by.location, help: "declare the field as `a | b`")
            return false
        }
        let values = enumeration.values
        for row in table.rows where !values.contains(where: { $0.utf8.elementsEqual(row.name.value.utf8) }) {
            problems.error(
                "unknown-value", "`\(row.name.value)` is none of \(values.quotedList)", at: row.name.location,
                help: Spelling.suggestion(for: row.name.value, in: values))
        }
        let missing = values.filter { value in !table.rows.contains { $0.name.value.utf8.elementsEqual(value.utf8) } }
        if let otherwise = table.otherwise, missing.isEmpty {
            problems.error("unused-key", "every value has a row", at: otherwise.location, help: "take `otherwise` out")
        } else if table.otherwise == nil, !missing.isEmpty {
            problems.error(
                "missing-row", "nothing follows from \(missing.quotedList)", at: table.by.location,
                help: "add a row for each, or `otherwise`")
        }
        return true
    }

    /// `{"a": "x"}[by]`, and what follows from other values where there are any.
    private func expression(_ table: TableSyntax) -> ExpressionSyntax {
        let rows = table.rows.map { "\(Self.literal($0.name.value)): \(Self.literal($0.value.value))" }
        let map = "{\(rows.joined(separator: ", "))}"
        let by = table.by.text
        let text =
            table.otherwise.map { "(\(by)) in \(map) ? \(map)[\(by)] : \(Self.literal($0.value))" } ?? "\(map)[\(by)]"
        return ExpressionSyntax(text, in: nil, from: 0, at: table.by.location)
    }

    private static func literal(_ text: String) -> String { Value.string(text).literalText(limit: .max) }
}

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
            let errorsBefore = problems.errorCount
            let rows = values(table.value).map { self.rows(table.value, of: $0) } ?? []
            let checked =
                problems.errorCount == errorsBefore
                ? policy.scope.check(expression(table.value, rows), expecting: .string) : nil
            policy.scope.declare(binding: table.name.value, type: checked?.type ?? .string)
            return checked.map { Named(table.name, $0) }
        }
    }

    /// The values of the enumeration that a table goes by; nil where it goes by none, which is reported.
    private func values(_ table: TableSyntax) -> [String]? {
        // What is wrong with the attribute itself is told by the condition language.
        guard let by = policy.scope.check(table.by) else { return nil }
        guard case .enumeration(let enumeration) = by.type, by.attributePath.flatMap(policy.paths.path) != nil else {
            problems.error(
                "not-an-enumeration", "a table goes by an attribute that is one of several words",
                at: table.by.location, help: "declare the field as `a | b`")
            return nil
        }
        return enumeration.values
    }

    /// What is said for each of the values, `otherwise` for those without a row.
    private func rows(_ table: TableSyntax, of values: [String]) -> [(value: String, text: String)] {
        for row in table.rows where !values.contains(where: { $0.isSameUTF8(as: row.name.value) }) {
            problems.error(
                "unknown-value", "`\(row.name.value)` is none of \(values.quotedList)", at: row.name.location,
                help: Spelling.suggestion(for: row.name.value, in: values))
        }
        let rows = values.map { (value: $0, text: (table.rows.named($0) ?? table.otherwise)?.value) }
        let missing = values.filter { table.rows.named($0) == nil }
        if let otherwise = table.otherwise, missing.isEmpty {
            problems.error(
                "unused-key", "every value has a row", at: otherwise.location, help: "take `otherwise` out")
        } else if table.otherwise == nil, !missing.isEmpty {
            problems.error(
                "missing-row", "nothing follows from \(missing.quotedList)", at: table.by.location,
                help: "add a row for each, or `otherwise`")
        }
        return rows.compactMap { row in row.text.map { (row.value, $0) } }
    }

    /// `{'a': 'x', 'b': 'y'}[by]`: an attribute that is missing, or none of the values, is an error.
    private func expression(
        _ table: TableSyntax, _ rows: [(value: String, text: String)]
    ) -> ExpressionSyntax {
        let map = rows.map { "\(Self.literal($0.value)): \(Self.literal($0.text))" }.joined(separator: ", ")
        return ExpressionSyntax("{\(map)}[\(table.by.text)]", in: nil, from: 0, at: table.by.location)
    }

    private static func literal(_ text: String) -> String { Value.string(text).literalText(limit: .max) }
}

/// All rows of the table.
public struct Catalogue {
    /// The rows in their order.
    public let rows: [MeasuredRow]
    /// The inputs of the share policy.
    public let inputs: [ShareInput]

    /// The rows over given inputs, or over generated ones.
    public init(inputs given: [ShareInput]? = nil) {
        let inputs = given ?? ShareInput.generated()
        self.inputs = inputs
        rows =
            ShareWork.Search.allCases.flatMap { ShareWork.rows($0, inputs) }
            + ThreadWork.rows(inputs) + RuleCountWork.rows + LengthWork.rows + MaskWork.rows
    }

    /// The rows whose names begin with any of these; all where there are none.
    public func rows(named names: [String]) throws -> [MeasuredRow] {
        guard !names.isEmpty else { return rows }
        let found = rows.filter { row in names.contains(where: row.name.hasPrefix) }
        guard !found.isEmpty else { throw WrongResult("no row is called \(names.joined(separator: " or "))") }
        return found
    }
}

/// A declared variable and the record fields that lead from it to an attribute: `post.circle.visibility`.
package struct AttributePath: Sendable, Hashable {
    /// The variable's whole name, its container included.
    package let variable: String
    package let fields: [String]

    package init(_ variable: String, _ fields: [String] = []) {
        self.variable = variable
        self.fields = fields
    }

    /// The path one field further.
    package func appending(_ field: String) -> AttributePath { AttributePath(variable, fields + [field]) }

    /// The variable and the fields as one sequence, as ``EvaluationError/Kind/missingAttribute(path:depth:)`` counts
    /// them.
    package var names: [String] { [variable] + fields }
}

extension AttributePath: CustomStringConvertible {
    /// As it is written: `post.circle.visibility`.
    package var description: String { names.joined(separator: ".") }
}

import BylawCEL
import BylawSource

/// From the names that authors use (`post.text`) to places in a request (`resource.text`).
struct RequestPaths: Sendable {
    private let schema: RequestSchema
    private let parts: [String: RequestPart]

    init(_ schema: RequestSchema) {
        self.schema = schema
        var parts: [String: RequestPart] = [:]
        for part in RequestPart.allCases {
            parts[part.rawValue] = part
            for variant in schema.variants(of: part) { parts[variant.alias] = part }
        }
        self.parts = parts
    }

    /// The place that a checked path means; nil for variables that are no part of a request.
    func path(_ path: AttributePath) -> RequestPath? {
        parts[path.variable].map { RequestPath($0, path.fields) }
    }

    /// A path as masks and labels name it, with its type; absent parts on the way matter nothing there. Reports what
    /// is wrong with it.
    func resolve(_ syntax: ExpressionSyntax, _ problems: Problems) -> (path: RequestPath, type: AttributeType)? {
        let names = syntax.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        var offset = 0
        let places = names.map { name -> SourceLocation in
            defer { offset += name.utf8.count + 1 }
            return syntax.location(of: SourceRange(offset, offset + name.utf8.count))
        }
        guard let first = names.first, let part = parts[first] else {
            problems.error(
                "unknown-name", "`\(names.first ?? "")` is no part of a request", at: places.first ?? syntax.location,
                help: Spelling.suggestion(for: names.first ?? "", in: parts.keys.sorted()))
            return nil
        }
        var record: RecordSchema
        if let variant = schema.variants(of: part).first(where: { $0.alias == first }) {
            record = variant.schema
        } else {
            record = part == .context ? schema.context : RequestSchema.common(schema.variants(of: part), part: part)
        }
        for (index, name) in names.enumerated().dropFirst() {
            guard let field = record.field(name) else {
                problems.error(
                    "unknown-field", "`\(names[index - 1])` has no field `\(name)`", at: places[index],
                    help: Spelling.suggestion(for: name, in: record.fields.map(\.name)))
                return nil
            }
            if index == names.count - 1 { return (RequestPath(part, Array(names.dropFirst())), field.type) }
            guard case .record(let next) = field.type else {
                problems.error(
                    "unknown-field", "`\(name)` is \(field.type.name) and has no fields", at: places[index + 1])
                return nil
            }
            record = next
        }
        problems.error(
            "wrong-type", "expected an attribute, found the whole `\(first)`", at: syntax.location,
            help: "name a field: `\(first).text`")
        return nil
    }
}

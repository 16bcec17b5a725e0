import Bylaw

/// What values the attributes have that expressions about some of a policy's actions read.
struct AttributeDomains: Sendable {
    private let records: [RequestPart: RecordSchema]
    /// From the names of variables to parts of a request.
    private let parts: [String: RequestPart]

    init(_ schema: RequestSchema, actions: [String]) {
        var records: [RequestPart: RecordSchema] = [:]
        var parts: [String: RequestPart] = [:]
        for part in RequestPart.allCases {
            var variants = schema.variants(of: part)
            if part == .action, !actions.isEmpty { variants = variants.filter { actions.contains($0.kind) } }
            records[part] = part == .context ? schema.context : RequestSchema.common(variants, part: part)
            parts[part.rawValue] = part
            for variant in variants { parts[variant.alias] = part }
        }
        self.records = records
        self.parts = parts
    }

    /// The part of a request that a variable stands for.
    func part(_ variable: String) -> RequestPart? { parts[variable] }

    /// The type of an attribute, by the names that lead to it; nil where they lead to none.
    func type(of part: RequestPart, _ fields: [String]) -> AttributeType? {
        records[part]?.fields(along: fields)?.last?.type
    }
}

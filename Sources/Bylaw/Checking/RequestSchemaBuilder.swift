import BylawSource

/// Makes the schema of the requests that a policy judges.
struct RequestSchemaBuilder {
    let types: TypeResolver
    let problems: Problems

    func schema(_ judges: JudgesSyntax) -> RequestSchema {
        checkAliases(judges)
        return RequestSchema(
            actors: variants(judges.actor, .actor), actions: variants(judges.action, .action),
            resources: variants(judges.resource, .resource),
            context: judges.context.flatMap { record($0, .context, name: "context") } ?? RecordSchema("context", []))
    }

    private func variants(_ entries: [JudgesSyntax.Entry], _ part: RequestPart) -> [RequestSchema.Variant] {
        entries.map { entry in
            // A type that is wrong was reported; the envelope stands in, so that the rest can be checked.
            let schema =
                record(entry.type, part, name: entry.kind.value) ?? RequestSchema.envelope(of: part)
            return .init(kind: entry.kind.value, alias: entry.alias.value, schema: schema)
        }
    }

    /// The record that a type names, with the fields of the envelope.
    private func record(_ syntax: TypeSyntax, _ part: RequestPart, name: String) -> RecordSchema? {
        guard let type = types.resolve(syntax, name: name) else { return nil }
        guard case .record(let schema) = type else {
            problems.error(
                "wrong-type", "expected a record type, found \(type.name)", at: syntax.location,
                help: "declare a type with fields under `types`")
            return nil
        }
        var fields = schema.fields
        for envelope in RequestSchema.envelopeFields(of: part) {
            if let declared = schema.field(envelope.name) {
                if declared.type != envelope.type {
                    problems.error(
                        "reserved-name", "`\(envelope.name)` of \(part.rawValue) is a string and needs no declaration",
                        at: syntax.location)
                }
            } else {
                fields.append(envelope)
            }
        }
        return fields.count == schema.fields.count ? schema : RecordSchema(schema.name, fields)
    }

    /// No two names that conditions use may be the same.
    private func checkAliases(_ judges: JudgesSyntax) {
        var seen: [Located<String>] = []
        for entry in judges.actor + judges.action + judges.resource {
            let alias = entry.alias
            if PolicyScope.reservedNames.contains(alias.value) {
                problems.error(
                    "reserved-name", "`\(alias.value)` means something else in conditions", at: alias.location,
                    help: "rename it: `{ type: …, as: … }`")
            } else if let first = seen.first(where: { $0.value == alias.value }) {
                problems.error(
                    "duplicate-name", "conditions cannot tell two `\(alias.value)` apart", at: alias.location,
                    labels: [.init(first.location, "first used here")], help: "rename one: `{ type: …, as: … }`")
            } else if alias.value.contains(where: { $0 == "-" || $0 == "." }) {
                problems.error(
                    "invalid-name", "conditions cannot write `\(alias.value)`", at: alias.location,
                    help: "rename it: `{ type: …, as: … }`")
            }
            seen.append(alias)
        }
    }
}

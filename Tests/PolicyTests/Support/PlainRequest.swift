import BylawCEL

@testable import Bylaw

/// A request as conditions see it, made as plainly as can be and without the engine's reader: each part a whole record
/// of typed values, in which what is missing is absent and what is of another type is an error.
struct PlainRequest {
    let request: Request
    let standing: StandingInput

    private static let unavailable = Value.failure(.host, "the standing is unavailable")

    /// What conditions may name, but for lets.
    func variables(_ schema: RequestSchema) -> [String: Value] {
        var variables: [String: Value] = [
            "now": .timestamp(request.time.value), "facts": .list(request.facts.filter(isGiven).map(fact)),
        ]
        for part in RequestPart.allCases {
            let kind = request.kind(of: part)
            guard let declared = schema.schema(of: part, kind: kind) else { continue }
            let record = Value.record(record(attributes(of: part), declared, isActor: part == .actor))
            variables[part.rawValue] = record
            for variant in schema.variants(of: part) where variant.kind == kind { variables[variant.alias] = record }
        }
        variables["standing"] = standingFields
        return variables
    }

    private func attributes(of part: RequestPart) -> [Attribute] {
        let envelope: [Attribute] =
            switch part {
            case .actor: [.init("type", .string(request.actor.type)), .init("id", .string(request.actor.id))]
            case .resource: [.init("type", .string(request.resource.type)), .init("id", .string(request.resource.id))]
            case .action: [.init("name", .string(request.action.name))]
            case .context: []
            }
        return envelope + request.attributes(of: part)
    }

    private func record(_ attributes: [Attribute], _ schema: RecordSchema, isActor: Bool = false) -> RecordValue {
        RecordValue(
            schema.recordType,
            schema.fields.map { field in
                let typed = attributes.first { $0.name == field.name }.flatMap { value($0.value, field.type) }
                return isActor && field.name == "roles" ? effectiveRoles(typed) : typed
            })
    }

    private func value(_ given: AttributeValue, _ type: AttributeType) -> Value? {
        switch (given, type) {
        case (.null, _): return nil
        case (.bool(let bool), .bool): return .bool(bool)
        case (.int(let int), .int): return .int(int)
        case (.int(let int), .double): return .double(Double(int))
        case (.double(let double), .double): return .double(double)
        case (.string(let text), .string), (.string(let text), .text): return .string(text)
        case (.string(let text), .enumeration(let known)) where known.values.contains(text): return .string(text)
        case (.string(let text), .timestamp): return TimestampValue(text).map(Value.timestamp) ?? mistyped
        case (.string(let text), .duration): return DurationValue(text).map(Value.duration) ?? mistyped
        case (.list(let items), .list(let type)):
            let values = items.map { element($0, type) }
            return values.first(where: \.isError) ?? .list(values)
        case (.object(let attributes), .map(let type)):
            let values = attributes.map { element($0.value, type) }
            let names = attributes.map { StringValue($0.name) }
            return values.first(where: \.isError) ?? .map(MapValue(members: Array(zip(names, values))))
        case (.object(let attributes), .record(let schema)): return .record(record(attributes, schema))
        default: return mistyped
        }
    }

    /// What stands in a list or map is read with it: where something is wrong in one element, the whole is.
    private func element(_ given: AttributeValue, _ type: AttributeType) -> Value {
        isSound(given, type) ? value(given, type) ?? mistyped : mistyped
    }

    private func isSound(_ given: AttributeValue, _ type: AttributeType) -> Bool {
        guard case .record(let schema) = type else { return value(given, type).map { !$0.isError } ?? false }
        guard case .object = given else { return false }
        return schema.fields.allSatisfy { field in
            switch given[field.name] {
            case nil, .null?: field.isOptional
            case let found?: isSound(found, field.type)
            }
        }
    }

    private var mistyped: Value { .failure(.invalidArgument, "the attribute is of another type than declared") }

    // MARK: Standing

    private func effectiveRoles(_ given: Value?) -> Value? {
        switch (standing, given) {
        case (.unavailable, _): return Self.unavailable
        case (.known(let standing), .list(let roles)?):
            let names = roles.elements.compactMap { if case .string(let role) = $0 { String(role) } else { nil } }
            return strings(standing.effectiveRoles(host: names))
        default: return given
        }
    }

    private var standingFields: Value {
        if case .unavailable = standing { return Self.unavailable }
        let given = request.actor.attributes.first { $0.name == "roles" }?.value ?? .list([])
        let roles = effectiveRoles(value(given, .list(.string))) ?? .list([])
        var titles: [String] = []
        if case .known(let standing) = standing { titles = standing.titles }
        return .map(MapValue(members: [(StringValue("roles"), roles), (StringValue("titles"), strings(titles))]))
    }

    private func strings(_ texts: [String]) -> Value { .list(texts.map { .string($0) }) }

    // MARK: Facts

    private func isGiven(_ fact: Fact) -> Bool {
        fact.at <= request.time && !(fact.until.map { $0 <= request.time } ?? false)
    }

    private func fact(_ fact: Fact) -> Value {
        var members = [(StringValue("fact"), Value.string(fact.name))]
        members += fact.keys.map { (StringValue($0.name), untyped($0.value)) }
        members.append((StringValue("at"), .timestamp(fact.at.value)))
        if let until = fact.until { members.append((StringValue("until"), .timestamp(until.value))) }
        return .map(MapValue(members: members))
    }

    private func untyped(_ value: AttributeValue) -> Value {
        switch value {
        case .null: .null
        case .bool(let bool): .bool(bool)
        case .int(let int): .int(int)
        case .double(let double): .double(double)
        case .string(let text): .string(text)
        case .list(let items): .list(items.map(untyped))
        case .object(let attributes):
            .map(MapValue(members: attributes.map { (StringValue($0.name), untyped($0.value)) }))
        }
    }
}

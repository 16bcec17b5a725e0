import Bylaw
import BylawCEL

/// One way in which an attribute of a request can be lost: it is not there, or it is something else than declared.
struct Loss: CustomStringConvertible {
    /// The names from the part on; those of list items are their numbers.
    let part: RequestPart
    let names: [String]
    /// What is there instead; nil: nothing.
    let replacement: AttributeValue?
    let declared: Declared

    /// How the enforced policies that judge the request declare an attribute.
    struct Declared {
        let types: [AttributeType]
        /// Whether one of them may do without it.
        let isOptional: Bool
    }

    var description: String {
        let path = ([part.rawValue] + names).joined(separator: ".")
        return replacement.map { "\(path) as \($0.kindName)" } ?? "\(path) deleted"
    }

    /// The place without the numbers of list items, as policies name it.
    var path: RequestPath { RequestPath(part, names.filter { Int($0) == nil }) }

    /// Whether nothing a policy may do without is gone: then whoever reads it has an error.
    var isFault: Bool { !declared.types.isEmpty && (replacement != nil || !declared.isOptional) }

    /// Every way to lose every attribute of a request, at whatever depth; the envelope's own fields stay.
    static func all(in request: Request, judgedBy plans: [PolicyPlan]) -> [Loss] {
        RequestPart.allCases.flatMap { part -> [Loss] in
            let kind = request.kind(of: part)
            let records = plans.compactMap { $0.policy.schema.schema(of: part, kind: kind) }
            return request.attributes(of: part).flatMap { attribute in
                losses(
                    of: attribute.value, part, [attribute.name], declared(attribute.name, in: records), isItem: false)
            }
        }
    }

    private static func declared(_ name: String, in records: [RecordSchema]) -> Declared {
        let fields = records.compactMap { $0.field(name) }
        return Declared(types: fields.map(\.type), isOptional: fields.contains(where: \.isOptional))
    }

    private static func losses(
        of value: AttributeValue, _ part: RequestPart, _ names: [String], _ declared: Declared, isItem: Bool
    ) -> [Loss] {
        let others: [AttributeValue] = [
            .bool(true), .int(7), .double(0.5), .string("no such value"), .list([]), .list([.int(7)]), .object([]),
        ]
        var losses = others.filter { other in !declared.types.contains { $0.mayBe(other) } }.map {
            Loss(part: part, names: names, replacement: $0, declared: declared)
        }
        // A list that is one item shorter is another list; an attribute that is null is as good as deleted.
        if !isItem { losses.append(Loss(part: part, names: names, replacement: nil, declared: declared)) }
        switch value {
        case .object(let attributes):
            let records = declared.types.compactMap { if case .record(let record) = $0 { record } else { nil } }
            for attribute in attributes {
                losses += Self.losses(
                    of: attribute.value, part, names + [attribute.name], Self.declared(attribute.name, in: records),
                    isItem: false)
            }
        case .list(let items):
            let elements = declared.types.compactMap { if case .list(let element) = $0 { element } else { nil } }
            for (index, item) in items.enumerated() {
                losses += Self.losses(
                    of: item, part, names + [String(index)], Declared(types: elements, isOptional: false),
                    isItem: true)
            }
        default: break
        }
        return losses
    }

    /// The request with the loss.
    func applied(to request: Request) -> Request { putting(replacement, into: request) }

    /// The request with another value where the loss would be.
    func putting(_ value: AttributeValue?, into request: Request) -> Request {
        var request = request
        let changed = AttributeValue.object(request.attributes(of: part)).putting(value, at: names[...])
        if case .object(let attributes)? = changed { request.set(attributes, of: part) }
        return request
    }
}

extension AttributeType {
    /// Whether a value is surely or possibly one of this type, by its kind alone.
    fileprivate func mayBe(_ value: AttributeValue) -> Bool {
        switch (self, value) {
        case (.string, .string), (.text, .string), (.bool, .bool), (.int, .int), (.double, .int), (.double, .double),
            (.record, .object), (.map, .object):
            true
        case (.enumeration(let enumeration), .string(let text)): enumeration.values.contains(text)
        case (.list(let element), .list(let items)): items.allSatisfy(element.mayBe)
        default: false
        }
    }
}

extension AttributeValue {
    fileprivate func putting(_ value: AttributeValue?, at names: ArraySlice<String>) -> AttributeValue? {
        guard let name = names.first else { return value }
        switch self {
        case .object(let attributes):
            return .object(
                attributes.compactMap { attribute in
                    guard attribute.name == name else { return attribute }
                    return attribute.value.putting(value, at: names.dropFirst()).map { Attribute(name, $0) }
                })
        case .list(let items):
            return .list(
                items.enumerated().compactMap { index, item in
                    String(index) == name ? item.putting(value, at: names.dropFirst()) : item
                })
        default: return self
        }
    }
}

extension Request {
    func kind(of part: RequestPart) -> String {
        switch part {
        case .actor: actor.type
        case .action: action.name
        case .resource: resource.type
        case .context: ""
        }
    }

    func attributes(of part: RequestPart) -> [Attribute] {
        switch part {
        case .actor: actor.attributes
        case .action: action.attributes
        case .resource: resource.attributes
        case .context: context
        }
    }

    fileprivate mutating func set(_ attributes: [Attribute], of part: RequestPart) {
        switch part {
        case .actor: actor.attributes = attributes
        case .action: action.attributes = attributes
        case .resource: resource.attributes = attributes
        case .context: context = attributes
        }
    }
}

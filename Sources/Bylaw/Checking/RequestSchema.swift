import BylawSource

/// The four parts of a request that conditions read.
package enum RequestPart: String, Sendable, Hashable, CaseIterable {
    case actor, action, resource, context
}

/// An attribute's place in a request, whatever name conditions use for it: `resource.circle.visibility`.
package struct RequestPath: Sendable, Hashable, CustomStringConvertible {
    package let part: RequestPart
    package let fields: [String]

    package init(_ part: RequestPart, _ fields: [String]) {
        self.part = part
        self.fields = fields
    }

    package var description: String { ([part.rawValue] + fields).joined(separator: ".") }

    /// Whether one of the two lies in the other, or both are the same.
    package func overlaps(_ other: RequestPath) -> Bool {
        part == other.part && (fields.starts(with: other.fields) || other.fields.starts(with: fields))
    }
}

/// What a policy judges: the types of request with their attributes, and the names that conditions use.
package struct RequestSchema: Sendable {
    /// A type of actor or resource, or a name of action, with its attributes.
    package struct Variant: Sendable {
        package let kind: String
        package let alias: String
        package let schema: RecordSchema
    }

    package let actors: [Variant]
    package let actions: [Variant]
    package let resources: [Variant]
    package let context: RecordSchema
    private let actorPlaces: [ExactText: Int]
    private let actionPlaces: [ExactText: Int]
    private let resourcePlaces: [ExactText: Int]

    package init(actors: [Variant], actions: [Variant], resources: [Variant], context: RecordSchema) {
        self.actors = actors
        self.actions = actions
        self.resources = resources
        self.context = context
        actorPlaces = Self.places(actors)
        actionPlaces = Self.places(actions)
        resourcePlaces = Self.places(resources)
    }

    /// Where each kind stands; empty where they are so few that they are looked through as fast.
    private static func places(_ variants: [Variant]) -> [ExactText: Int] {
        guard variants.count > 8 else { return [:] }
        let places = variants.enumerated().map { (ExactText($0.element.kind), $0.offset) }
        return Dictionary(places, uniquingKeysWith: { first, _ in first })
    }

    private func places(of part: RequestPart) -> [ExactText: Int] {
        switch part {
        case .actor: actorPlaces
        case .action: actionPlaces
        case .resource: resourcePlaces
        case .context: [:]
        }
    }

    /// The variants of a part; the context has none.
    package func variants(of part: RequestPart) -> [Variant] {
        switch part {
        case .actor: actors
        case .action: actions
        case .resource: resources
        case .context: []
        }
    }

    /// The attributes that this part of a request has, by its type or name; nil where the policy does not judge it.
    package func schema(of part: RequestPart, kind: String) -> RecordSchema? {
        if part == .context { return context }
        let variants = variants(of: part)
        if variants.isEmpty { return Self.envelope(of: part) }
        let places = places(of: part)
        if places.isEmpty { return variants.first { $0.kind.isSameUTF8(as: kind) }?.schema }
        return places[ExactText(kind)].map { variants[$0].schema }
    }

    /// The fields that every request has, without a declaration.
    package static func envelopeFields(of part: RequestPart) -> [RecordSchema.Field] {
        switch part {
        case .actor, .resource: [.init("type", .string), .init("id", .string)]
        case .action: [.init("name", .string)]
        case .context: []
        }
    }

    /// What is known of a part of which the policy declares nothing.
    package static func envelope(of part: RequestPart) -> RecordSchema {
        switch part {
        case .actor: actorEnvelope
        case .action: actionEnvelope
        case .resource: resourceEnvelope
        case .context: contextEnvelope
        }
    }

    private static let actorEnvelope = RecordSchema(RequestPart.actor.rawValue, envelopeFields(of: .actor))
    private static let actionEnvelope = RecordSchema(RequestPart.action.rawValue, envelopeFields(of: .action))
    private static let resourceEnvelope = RecordSchema(RequestPart.resource.rawValue, envelopeFields(of: .resource))
    private static let contextEnvelope = RecordSchema(RequestPart.context.rawValue, envelopeFields(of: .context))

    /// What the attributes of several variants have in common: a field is readable where all have it with one type, and
    /// optional where it is so in one of them.
    package static func common(_ variants: [Variant], part: RequestPart) -> RecordSchema {
        guard let first = variants.first else { return envelope(of: part) }
        guard variants.count > 1 else { return first.schema }
        let fields = first.schema.fields.compactMap { field -> RecordSchema.Field? in
            var isOptional = field.isOptional
            for variant in variants.dropFirst() {
                guard let other = variant.schema.field(field.name), other.type == field.type else { return nil }
                isOptional = isOptional || other.isOptional
            }
            return .init(field.name, field.type, isOptional: isOptional)
        }
        return RecordSchema(variants.map(\.schema.name).joined(separator: " or "), fields)
    }
}

import Bylaw

extension Request {
    /// Sets an attribute, or takes it away where the value is null. Records on the way are made where they are missing.
    mutating func set(_ value: AttributeValue, at path: RequestPath) {
        let fields = path.fields[...]
        switch path.part {
        case .actor: actor.attributes = actor.attributes.setting(value, at: fields)
        case .action: action.attributes = action.attributes.setting(value, at: fields)
        case .resource: resource.attributes = resource.attributes.setting(value, at: fields)
        case .context: context = context.setting(value, at: fields)
        }
    }
}

extension [Attribute] {
    fileprivate func setting(_ value: AttributeValue, at fields: ArraySlice<String>) -> [Attribute] {
        guard let name = fields.first else { return self }
        let index = firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
        var inner = value
        if fields.count > 1 {
            var attributes: [Attribute] = []
            if let index, case .object(let known) = self[index].value { attributes = known }
            inner = .object(attributes.setting(value, at: fields.dropFirst()))
        }
        var changed = self
        if let index { changed.remove(at: index) }
        if inner != .null { changed.insert(Attribute(name, inner), at: index ?? changed.count) }
        return changed
    }
}

extension RequestSchema {
    /// What is declared at a place of such a request; optional where it or what holds it is.
    func field(at path: RequestPath, of request: Request) -> (type: AttributeType, isOptional: Bool)? {
        let kind =
            switch path.part {
            case .actor: request.actor.type
            case .action: request.action.name
            case .resource: request.resource.type
            case .context: ""
            }
        guard let fields = schema(of: path.part, kind: kind)?.fields(along: path.fields), let last = fields.last
        else { return nil }
        return (last.type, fields.contains(where: \.isOptional))
    }
}

import BylawCEL

extension PolicyFrame {
    /// The digest of what a ruling is about: who acts, and every declared attribute of action, resource and context.
    ///
    /// An edit of any of them changes it. Facts, rulings, roles and the time do not: they are what a host comes back
    /// with.
    var inputsDigest: String {
        if let known = knownInputsDigest { return known }
        let request = reader.request
        var digest = Digest()
        digest.add(request.actor.type)
        digest.add(request.actor.id)
        digest.add(request.action.name)
        digest.add(request.resource.type)
        digest.add(request.resource.id)
        let schema = plan.policy.schema
        add(request.action.attributes, schema.schema(of: .action, kind: request.action.name), to: &digest)
        add(request.resource.attributes, schema.schema(of: .resource, kind: request.resource.type), to: &digest)
        add(request.context, schema.context, to: &digest)
        let text = digest.text()
        knownInputsDigest = text
        return text
    }

    private func add(_ attributes: [Attribute], _ schema: RecordSchema?, to digest: inout Digest) {
        for field in schema?.fields ?? [] {
            let value = attributes.first { $0.name.utf8.elementsEqual(field.name.utf8) }?.value ?? .null
            digest.add(field.name)
            add(value, field.type, to: &digest)
        }
    }

    /// Adds a value, of a record only what is declared, and a map's entries in the order of their keys' bytes.
    private func add(_ value: AttributeValue, _ type: AttributeType?, to digest: inout Digest) {
        digest.add(value.kindName)
        switch value {
        case .null: break
        case .bool(let bool): digest.add(bool ? "true" : "false")
        case .int(let int): digest.add(String(int))
        case .double(let double): digest.add(String(double))
        case .string(let text): digest.add(text)
        case .list(let items):
            let element: AttributeType? = if case .list(let element)? = type { element } else { nil }
            digest.add(String(items.count))
            for item in items { add(item, element, to: &digest) }
        case .object(let attributes):
            if case .record(let schema)? = type { return add(attributes, schema, to: &digest) }
            let sorted = attributes.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            digest.add(String(sorted.count))
            for attribute in sorted {
                digest.add(attribute.name)
                add(attribute.value, nil, to: &digest)
            }
        }
    }
}

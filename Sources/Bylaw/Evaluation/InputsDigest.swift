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

    /// Adds a value, of a record only what is declared.
    private func add(_ value: AttributeValue, _ type: AttributeType, to digest: inout Digest) {
        switch (type, value) {
        case (.record(let schema), .object(let attributes)):
            add(attributes, schema, to: &digest)
        case (.list(let element), .list(let items)):
            digest.add(String(items.count))
            for item in items { add(item, element, to: &digest) }
        default:
            value.add(to: &digest)
        }
    }
}

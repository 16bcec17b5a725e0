import BylawCEL
import BylawSource

extension PolicyFrame {
    /// The case that a rule of the policy opens where it holds, or is in.
    func caseID(of rule: RulePlan) -> String {
        Digest.of("case", reader.request.incident, rule.qualifiedName, plan.policy.version.description)
    }

    /// The digest of what a ruling is about: who acts, and every declared attribute of action, resource and context.
    ///
    /// An edit of any of them changes it. Facts, rulings, roles and the time do not: they are what a host comes back
    /// with.
    var inputsDigest: String {
        if let known = knownInputsDigest { return known }
        var digest = Digest()
        digest.add(reader.request.actor.type)
        digest.add(reader.request.actor.id)
        digest.add(reader.request.action.name)
        digest.add(reader.request.resource.type)
        digest.add(reader.request.resource.id)
        add(reader.request.action.attributes, reader.schema(of: .action), to: &digest)
        add(reader.request.resource.attributes, reader.schema(of: .resource), to: &digest)
        add(reader.request.context, reader.schema(of: .context), to: &digest)
        let text = digest.text()
        knownInputsDigest = text
        return text
    }

    private func add(_ attributes: [Attribute], _ schema: RecordSchema?, to digest: inout Digest) {
        for field in schema?.fields ?? [] {
            let value = attributes.value(field.name) ?? .null
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

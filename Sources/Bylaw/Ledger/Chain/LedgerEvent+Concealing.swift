import BylawJSON

/// How entries change when a member is forgotten.
extension LedgerEvent {
    /// The event with pseudonyms in the place of all that could tell who the member is.
    func concealed(by key: LedgerKey, recordedBy recorder: String) throws -> LedgerEvent {
        let texts = EventTexts(self)
        return try EventTexts(open: texts.open, personal: Concealing(key: key).whole(texts.personal))
            .event(by: recorder)
    }

    /// The same event, recorded by somebody else.
    func recorded(by recorder: String) -> LedgerEvent {
        LedgerEvent(
            id: id, subject: subject, kind: kind, occurred: occurred, recorded: recorded, by: recorder,
            evidence: evidence)
    }
}

/// Puts pseudonyms in the place of texts.
struct Concealing {
    let key: LedgerKey

    /// A pseudonym; one already there stays.
    func text(_ text: String) -> String {
        text.hasPrefix(LedgerKey.pseudonymPrefix) ? text : key.pseudonym(of: text)
    }

    /// What is personal in an entry of a member who is forgotten: every text becomes a pseudonym, and evidence loses its
    /// salt.
    func whole(_ personal: String) throws -> String {
        try changed(personal) { name, value in name == "evidence" ? Self.unsalted(value) : value.mapping(text) }
    }

    /// What is personal in another's entry: the member's id alone becomes a pseudonym.
    func mentions(of member: String, in personal: String) throws -> String {
        let exact = ExactText(member)
        return try changed(personal) { _, value in value.mapping { ExactText($0) == exact ? text($0) : $0 } }
    }

    private func changed(
        _ personal: String, _ change: (String, AttributeValue) -> AttributeValue
    ) throws -> String {
        guard case .object(let attributes) = try AttributeValue(JSONValue.parse(personal)) else { return personal }
        var writer = JSONWriter()
        writer.value(AttributeValue.object(attributes.map { Attribute($0.name, change($0.name, $0.value)) }))
        return writer.text
    }

    private static func unsalted(_ evidence: AttributeValue) -> AttributeValue {
        guard case .object(let attributes) = evidence else { return evidence }
        return .object(attributes.filter { $0.name != "salt" })
    }
}

extension AttributeValue {
    /// The value with every text changed.
    func mapping(_ change: (String) -> String) -> AttributeValue {
        switch self {
        case .null, .bool, .int, .double: self
        case .string(let text): .string(change(text))
        case .list(let items): .list(items.map { $0.mapping(change) })
        case .object(let attributes): .object(attributes.map { Attribute($0.name, $0.value.mapping(change)) })
        }
    }

    /// Whether a text stands anywhere in the value.
    func contains(_ text: ExactText) -> Bool {
        switch self {
        case .null, .bool, .int, .double: false
        case .string(let own): ExactText(own) == text
        case .list(let items): items.contains { $0.contains(text) }
        case .object(let attributes): attributes.contains { $0.value.contains(text) }
        }
    }
}

import BylawJSON

extension ReviewTerms {
    static func canonicalBytes(
        _ policy: String, _ version: Version, _ tiers: [ReviewTier], _ appealTier: String?, _ appeal: TallyTerms.Appeal?
    ) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("bylaw")
        json.value(1)
        json.key("policy")
        json.value(policy)
        json.key("version")
        json.value(version.description)
        json.key("review")
        json.beginArray()
        for tier in tiers { tier.write(to: &json) }
        json.endArray()
        json.optional("appeal-to", appealTier)
        json.optional("appeal-within", appeal?.within?.policyText)
        json.optional("appeal-at-most", appeal?.atMost)
        json.endObject()
        return json.bytes
    }

    /// Reads ``canonicalBytes`` that a ledger kept; nil where they are not those of that digest.
    init?(canonicalBytes bytes: [UInt8], digest: String) {
        guard let json = try? JSONValue.parse(bytes), let terms = ReviewTerms(json), terms.digest == digest else {
            return nil
        }
        self = terms
    }

    private init?(_ json: JSONValue) {
        guard let policy = json["policy"]?.string, let version = json["version"]?.string.flatMap({ Version($0) }),
            let written = json["review"]?.elements
        else { return nil }
        let tiers = written.compactMap(ReviewTier.init)
        guard tiers.count == written.count else { return nil }
        let within = json["appeal-within"]?.string.flatMap { Duration(policyText: $0) }
        let atMost = json["appeal-at-most"]?.number?.int.map { Int($0) }
        self.init(
            policy: policy, version: version, tiers: tiers, appealTier: json["appeal-to"]?.string,
            appeal: within == nil && atMost == nil ? nil : .init(within: within, atMost: atMost))
    }
}

extension ReviewTier {
    fileprivate func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("tier")
        json.value(name)
        json.key("who")
        json.beginArray()
        for role in who { json.value(role) }
        json.endArray()
        json.optional("needs", needs)
        json.optional("each", each)
        json.optional("majority", majority?.rawValue)
        json.optional("within", within?.policyText)
        json.optional("late", late?.name)
        json.optional("recuse-when", recuseWhen)
        json.optional("if-too-few", ifTooFew)
        json.endObject()
    }

    fileprivate init?(_ json: JSONValue) {
        guard let name = json["tier"]?.string, let who = json["who"]?.elements?.compactMap(\.string),
            let needs = json["needs"]?.number?.int
        else { return nil }
        self.init(
            name: name, who: who, needs: Int(needs), each: json["each"]?.number?.int.map { Int($0) },
            majority: json["majority"]?.string.flatMap(Majority.init),
            within: json["within"]?.string.flatMap { Duration(policyText: $0) },
            late: json["late"]?.string.map(Late.init), recuseWhen: json["recuse-when"]?.string,
            ifTooFew: json["if-too-few"]?.string)
    }
}

extension Late {
    /// From its name.
    init(_ name: String) {
        self =
            switch name {
            case "deny": .deny
            case "stays-held": .staysHeld
            default: .tier(name)
            }
    }
}

extension JSONWriter {
    /// A member that is left out where it is absent.
    fileprivate mutating func optional(_ name: String, _ text: String?) {
        guard let text else { return }
        key(name)
        value(text)
    }

    fileprivate mutating func optional(_ name: String, _ number: Int?) {
        guard let number else { return }
        key(name)
        value(number)
    }
}

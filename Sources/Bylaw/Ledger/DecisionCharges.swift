import BylawJSON

/// What of a decision can be recorded: what it charges, and what that rests on.
public struct DecisionCharges: Sendable, Hashable {
    /// The event that was judged.
    public let incident: String
    /// When it happened.
    public let time: Timestamp
    /// A proposal charges nothing.
    public let stage: Stage
    /// Strikes, whatever became of them.
    public let strikes: [Decision.Points]
    /// Merits, whatever became of them.
    public let merits: [Decision.Points]
    /// The policies that judged.
    public let policies: [Decision.PolicyReference]

    /// What a decision charges.
    public init(_ decision: Decision) {
        incident = decision.incident
        time = decision.time
        stage = decision.stage
        strikes = decision.strikes
        merits = decision.merits
        policies = decision.policies
    }

    /// Reads it from a decision's JSON. Throws ``LedgerError/unreadable(event:reason:)`` where that is no decision.
    public init(json: [UInt8]) throws(LedgerError) {
        func unreadable(_ reason: String) -> LedgerError { .unreadable(event: nil, reason: reason) }
        guard let json = try? JSONValue.parse(json) else { throw unreadable("it is no JSON") }
        guard let incident = json["incident"]?.string, !incident.isEmpty,
            let time = json["time"]?.string.flatMap({ Timestamp($0) }),
            let stage = json["stage"]?.string.flatMap(Stage.init), let strikes = json["strikes"]?.elements,
            let merits = json["merits"]?.elements, let policies = json["policies"]?.elements
        else { throw unreadable("it is no decision") }
        self.incident = incident
        self.time = time
        self.stage = stage
        self.strikes = strikes.compactMap(Decision.Points.init)
        self.merits = merits.compactMap(Decision.Points.init)
        self.policies = policies.compactMap(Decision.PolicyReference.init)
        guard self.strikes.count == strikes.count, self.merits.count == merits.count,
            self.policies.count == policies.count
        else { throw unreadable("its strikes, merits or policies are not as decisions have them") }
    }
}

extension Decision.Points {
    fileprivate init?(_ json: JSONValue) {
        guard let policy = json["policy"]?.string, let tally = json["tally"]?.string,
            let subject = json["subject"]?.string, let points = json["points"]?.number?.int.flatMap(Int.init(exactly:)),
            let rule = json["rule"]?.string, let state = json["state"]?.string.flatMap(Decision.State.init)
        else { return nil }
        self.init(
            policy: policy, tally: tally, subject: subject, points: points, rule: rule, state: state,
            isSevere: json["severe"]?.bool ?? false)
    }
}

extension Decision.PolicyReference {
    fileprivate init?(_ json: JSONValue) {
        guard let policy = json["policy"]?.string, let version = json["version"]?.string.flatMap({ Version($0) }),
            let digest = json["digest"]?.string
        else { return nil }
        self.init(policy: policy, version: version, digest: digest)
    }
}

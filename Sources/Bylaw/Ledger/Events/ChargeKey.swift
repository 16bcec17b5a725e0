/// What may be charged once only: an incident, to a member, on a tally. Compared by UTF-8.
public struct ChargeKey: Sendable {
    /// The incident.
    public let incident: String
    /// The member.
    public let subject: String
    /// The policy whose tally it is.
    public let policy: String
    /// The tally's name.
    public let tally: String

    init(_ charge: LedgerEvent.Charge, subject: String) {
        incident = charge.incident
        self.subject = subject
        policy = charge.policy
        tally = charge.tally
    }

    /// The id of the one event that may have this key, where a decision is recorded.
    var digest: String { Digest.of("charge", incident, subject, policy, tally) }
}

extension ChargeKey: Hashable {
    /// Whether all four are the same bytes.
    public static func == (a: ChargeKey, b: ChargeKey) -> Bool { a.exact == b.exact }

    /// Hashes all four.
    public func hash(into hasher: inout Hasher) { hasher.combine(exact) }

    private var exact: [ExactText] { [ExactText(incident), ExactText(subject), ExactText(policy), ExactText(tally)] }
}

extension ChargeKey: CustomStringConvertible {
    /// `policy/tally of subject for incident`, each in backticks.
    public var description: String { "`\(policy)/\(tally)` of `\(subject)` for incident `\(incident)`" }
}

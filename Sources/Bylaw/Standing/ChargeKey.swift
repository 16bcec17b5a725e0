/// What may be charged once only: an incident, on a tally, to a member. Compared by UTF-8.
public struct ChargeKey: Sendable {
    /// The incident.
    public let incident: String
    /// The member.
    public let subject: String
    /// The policy whose tally it is.
    public let policy: String
    /// The tally's name.
    public let tally: String
}

extension ChargeKey: Hashable {
    /// Whether all four are the same bytes.
    public static func == (a: ChargeKey, b: ChargeKey) -> Bool { a.exact == b.exact }

    /// Hashes all four.
    public func hash(into hasher: inout Hasher) { hasher.combine(exact) }

    private var exact: [ExactText] { [ExactText(incident), ExactText(subject), ExactText(policy), ExactText(tally)] }
}

package import Bylaw

/// Incidents that cost a member a point each, for what many processes record.
package enum SampleIncidents {
    /// The tally that they are counted on.
    package static let terms = TallyTerms(
        policy: "sharing-policy", tally: "sharing", window: .forever, perIncident: .highest,
        ladder: [Rung(at: 3, sanction: .suspend, actions: ["share"], duration: .seconds(14 * 86_400))])

    /// The strike for an incident; the same number gives the same one. Nil where no calendar has its day.
    package static func strike(_ number: Int, subject: String? = nil, points: Int = 1) -> LedgerEvent? {
        guard let time = Timestamp("2026-01-01T00:00:00Z"), let version = Version("1.2.0") else { return nil }
        let charge = LedgerEvent.Charge(
            incident: "incident-\(number)", policy: terms.policy, version: version, tally: terms.tally,
            rule: "private-circle", terms: terms.digest, points: points)
        return LedgerEvent(
            subject: subject ?? "member-\(number % memberCount)", kind: .strike(charge), occurred: time, by: "service")
    }

    /// How many members the incidents go round.
    package static let memberCount = 397

    /// A moment after all of them.
    package static let later = Timestamp("2026-06-01T00:00:00Z")
}

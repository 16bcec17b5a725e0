import Bylaw
import Testing

/// A moment as RFC 3339 has it.
func moment(_ text: String, _ location: Testing.SourceLocation = #_sourceLocation) throws -> Timestamp {
    try #require(Timestamp(text), "`\(text)` is no timestamp", sourceLocation: location)
}

/// A day in UTC: day 1 is 2024-09-01, and the days go on through the months.
func day(_ number: Int, _ seconds: Int = 0) -> Timestamp {
    // 2024-09-01T00:00:00Z is 19,967 days after 1970-01-01.
    guard let day = Timestamp(seconds: Int64((19_966 + number) * 86_400 + seconds)) else {
        preconditionFailure("day \(number) is no timestamp")
    }
    return day
}

extension Version {
    static var oneTwo: Version {
        guard let version = Version("1.2.0") else { preconditionFailure("1.2.0 is a version") }
        return version
    }
}

extension Duration {
    static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }
}

/// The ladder of the design's example: a word, two weeks without sharing, the role.
let sharingLadder = [
    Rung(at: 1, sanction: .remind),
    Rung(at: 2, sanction: .suspend, actions: ["share"], duration: .days(14)),
    Rung(at: 3, sanction: .revoke, role: "ambassador"),
]

func makeTerms(
    _ window: TallyTerms.Window = .rolling(.days(180)), _ perIncident: PerIncident = .highest,
    ladder: [Rung] = sharingLadder, policy: String = "sharing-policy", tally: String = "sharing"
) -> TallyTerms {
    TallyTerms(policy: policy, tally: tally, window: window, perIncident: perIncident, ladder: ladder)
}

func makeStrike(
    _ incident: String, _ points: Int = 1, on occurred: Timestamp, recorded: Timestamp? = nil, subject: String = "u_7",
    terms: TallyTerms, id: String? = nil, rule: String = "private-circle", isMerit: Bool = false
) -> LedgerEvent {
    let charge = LedgerEvent.Charge(
        incident: incident, policy: terms.policy, version: .oneTwo, tally: terms.tally,
        rule: rule, terms: terms.digest, points: points)
    return LedgerEvent(
        id: id, subject: subject, kind: isMerit ? .merit(charge) : .strike(charge), occurred: occurred,
        recorded: recorded, by: "service")
}

/// A ledger that keeps those terms and holds those events.
func makeLedger(_ terms: TallyTerms..., events: [LedgerEvent] = []) throws -> MemoryLedger {
    var ledger = MemoryLedger()
    for terms in terms { try ledger.keep(terms) }
    for event in events { try ledger.append(event) }
    return ledger
}

extension MemoryLedger {
    /// The points of `u_7` on the example's tally.
    func points(at time: Timestamp) throws -> Int {
        try standing(of: "u_7", at: time).points(policy: "sharing-policy", tally: "sharing")
    }
}

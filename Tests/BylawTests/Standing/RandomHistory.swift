import Bylaw
import BylawTestSupport

/// A member's events on two tallies, with all that can go wrong: acts that are recorded late or too early, ties,
/// several charges for one incident, changed terms, reversals of anything, pardons, and roles that come and go.
struct RandomHistory {
    /// Everything happens in so many quarter days, so that moments coincide often.
    static let quarterDays = 120

    private(set) var events: [LedgerEvent] = []
    let terms: [TallyTerms]

    /// With `sharesIncidents` an incident may be charged more than once on a tally, which the ledger refuses.
    init(seed: UInt64, sharesIncidents: Bool) {
        var random = SeededGenerator(seed: seed)
        terms = (0..<3).map { Self.makeTerms(tally: $0 == 2 ? "peace" : "sharing", &random) }
        for number in 0..<Int.random(in: 1...16, using: &random) {
            let occurred = Int.random(in: 0..<Self.quarterDays, using: &random)
            let delay = [0, 0, 0, 0, -3, 4, 30].randomElement(using: &random) ?? 0
            let incident = sharesIncidents ? Int.random(in: 0..<10, using: &random) : number
            events.append(
                LedgerEvent(
                    id: "e\(number)", subject: "u_7", kind: makeKind(number, incident, &random),
                    occurred: Self.moment(occurred), recorded: Self.moment(occurred + delay), by: "test"))
        }
    }

    static func moment(_ quarterDay: Int) -> Timestamp { day(1, quarterDay * 21_600) }

    private func makeKind(
        _ number: Int, _ incident: Int, _ random: inout SeededGenerator
    ) -> LedgerEvent.Kind {
        let target = Int.random(in: 0..<16, using: &random)
        let terms = terms[[0, 0, 0, 1, 2].randomElement(using: &random) ?? 0]
        let tally = LedgerEvent.TallyReference(
            policy: terms.policy, version: .oneTwo, tally: terms.tally, terms: terms.digest)
        switch Int.random(in: 0..<32, using: &random) {
        case 0: return .reversal(.incident("i\(target)"))
        case 1, 2: return .reversal(.event(id: "e\(target)"))
        case 3: return .pardon(.init(clears: .sanction))
        case 4: return .pardon(.init(clears: .points, policy: "sharing-policy", tally: "sharing"))
        case 5: return .roleGranted(["ambassador", "mentor"][target % 2])
        case 6: return .roleRevoked(["ambassador", "mentor"][target % 2])
        case 7: return .warning(.init(tally: tally, incident: "i\(target)"))
        case 8, 9: return .expungement(.init(tally: tally, event: target < 4 ? "e\(target)" : nil))
        case 10:
            let isSuspension = target % 2 == 0
            return .sanction(
                .init(
                    tally: tally, sanction: isSuspension ? .suspend : .revoke,
                    actions: target % 3 == 0 ? ["share"] : [], duration: target < 8 ? .days(target) : nil,
                    role: isSuspension ? nil : "ambassador"))
        case 11: return .appealOpened(.init(event: "e\(target)"))
        case 12: return .appealOverturned(.init(appeal: "e0", event: "e\(target)"))
        case 13: return .appealUpheld(.init(appeal: "e0", event: "e\(target)"))
        case 14, 15: return acknowledgement(target, terms, &random)
        default:
            let charge = LedgerEvent.Charge(
                incident: "i\(incident)", policy: terms.policy, version: .oneTwo, tally: terms.tally,
                rule: "r\(target % 2)", terms: terms.digest, points: Int.random(in: 0...3, using: &random),
                isSevere: target == 0)
            return terms.tally == "peace" ? .merit(charge) : .strike(charge)
        }
    }

    /// That a sanction was carried out or undone, which an event of before may have brought.
    private func acknowledgement(
        _ target: Int, _ terms: TallyTerms, _ random: inout SeededGenerator
    ) -> LedgerEvent.Kind {
        let rungs =
            terms.ladder.filter { [.suspend, .revoke].contains($0.sanction) } + [terms.severe].compactMap(\.self)
        guard let rung = rungs.randomElement(using: &random) else { return .roleGranted("mentor") }
        let sanction = LedgerEvent.SanctionReference(
            policy: terms.policy, tally: terms.tally, event: "e\(target)", at: rung.at, sanction: rung.sanction,
            actions: rung.actions, role: rung.role)
        return target % 4 == 0 ? .sanctionUndone(sanction) : .sanctionCarriedOut(sanction)
    }

    private static func makeTerms(tally: String, _ random: inout SeededGenerator) -> TallyTerms {
        let windows: [TallyTerms.Window] = [
            .forever, .rolling(.days(3)), .rolling(.days(10)), .rolling(.days(25)),
            .calendar(.month, zone: "Asia/Tokyo", weekStarts: .monday),
            .calendar(.week, zone: "+09:00", weekStarts: .sunday),
            .calendar(.week, zone: "Asia/Tokyo", weekStarts: .monday),
            .calendar(.quarter, zone: "Asia/Tokyo", weekStarts: .monday),
        ]
        let rungs: [Rung] = [
            Rung(at: 1, sanction: .remind),
            Rung(at: 2, sanction: .suspend, actions: ["share"], duration: .days(4)),
            Rung(at: 3, sanction: .recognise, role: "mentor", title: "helper"),
            Rung(at: 4, sanction: .revoke, role: "ambassador"),
            Rung(at: 6, sanction: .suspend),
            Rung(at: 7, sanction: .revoke, role: "mentor"),
        ]
        func window() -> TallyTerms.Window { windows.randomElement(using: &random) ?? .forever }
        func often<Value>(_ value: Value) -> Value? { Int.random(in: 0..<3, using: &random) == 0 ? value : nil }
        return TallyTerms(
            policy: "sharing-policy", tally: tally, window: window(),
            perIncident: Bool.random(using: &random) ? .highest : .sum,
            ladder: rungs.filter { _ in Bool.random(using: &random) },
            severe: often(Rung(at: .severe, sanction: .revoke, role: "ambassador")),
            warnings: often(.init(first: Int.random(in: 1...2, using: &random), window: window())),
            training: often(
                .init(
                    lifts: Bool.random(using: &random) ? .warning : .strike,
                    after: .days(Int.random(in: 0...4, using: &random)), atMost: often(1), window: window())))
    }
}

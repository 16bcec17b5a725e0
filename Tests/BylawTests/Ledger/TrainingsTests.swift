import Testing

@testable import Bylaw

@Suite("A training")
struct TrainingsTests {
    private static func terms(_ training: TallyTerms.Training?, tally: String = "sharing") -> TallyTerms {
        TallyTerms(
            policy: "sharing-policy", tally: tally, window: .rolling(.days(90)), perIncident: .highest,
            ladder: [Rung(at: 2, sanction: .suspend, duration: .days(7))], warnings: .init(first: 1, window: .forever),
            training: training)
    }

    private func expungement(_ terms: TallyTerms, of event: String? = nil) -> LedgerEvent.Expungement {
        .init(
            tally: .init(policy: terms.policy, version: .oneTwo, tally: terms.tally, terms: terms.digest), event: event)
    }

    private func complete(_ terms: TallyTerms, on number: Int, among events: [LedgerEvent]) throws -> LedgerEvent {
        var book = TermsBook()
        try book.keep(terms)
        return try Trainings(events: events, book: book).completing(
            expungement(terms), subject: "u_7", by: "school", at: day(number))
    }

    @Test("counts as often within its window as the terms allow, to the second")
    func quota() throws {
        let terms = Self.terms(.init(lifts: .warning, after: .zero, atMost: 2, window: .rolling(.days(30))))
        var events = [try complete(terms, on: 1, among: [])]
        events.append(try complete(terms, on: 5, among: events))
        let full = LedgerError.noTraining(policy: "sharing-policy", tally: "sharing")
        for number in [6, 30] {
            #expect(throws: full) { try complete(terms, on: number, among: events) }
        }
        #expect(throws: Never.self) { try complete(terms, on: 31, among: events.reversed()) }
        events.append(try complete(terms, on: 31, among: events))
        #expect(throws: full) { try complete(terms, on: 34, among: events) }
        // One that was taken back does not count.
        let reversal = LedgerEvent(
            subject: "u_7", kind: .reversal(.event(id: events[2].id)), occurred: day(33), by: "o")
        #expect(throws: Never.self) { try complete(terms, on: 34, among: events + [reversal]) }
        // One that comes late may not push out another that was recorded.
        #expect(throws: full) { try complete(terms, on: 4, among: Array(events[1...])) }
    }

    @Test("lifts nothing where the terms know none, and is an error where they are not kept")
    func none() throws {
        let terms = Self.terms(nil)
        #expect(throws: LedgerError.noTraining(policy: "sharing-policy", tally: "sharing")) {
            try complete(terms, on: 1, among: [])
        }
        #expect(throws: LedgerError.self) {
            try Trainings(events: [], book: TermsBook()).completing(
                expungement(terms), subject: "u_7", by: "school", at: day(1))
        }
    }

    @Test("is counted by its own tally")
    func tallies() throws {
        let training = TallyTerms.Training(lifts: .strike, after: .zero, atMost: 1, window: .forever)
        let (one, two) = (Self.terms(training), Self.terms(training, tally: "peace"))
        var book = TermsBook()
        for terms in [one, two] { try book.keep(terms) }
        let first = try Trainings(events: [], book: book).completing(
            expungement(one), subject: "u_7", by: "school", at: day(1))
        let trainings = Trainings(events: [first], book: book)
        #expect(throws: LedgerError.noTraining(policy: "sharing-policy", tally: "sharing")) {
            try trainings.completing(expungement(one), subject: "u_7", by: "school", at: day(2))
        }
        #expect(throws: Never.self) {
            try trainings.completing(expungement(two), subject: "u_7", by: "school", at: day(2))
        }
    }

    /// A warning first, which a training lifts after 90 days; an act in that time voids it. As video platforms have it.
    @Test("lifts the warning after its time, and an act in that time makes it void")
    func lifts() throws {
        let terms = Self.terms(.init(lifts: .warning, after: .days(90), atMost: nil, window: .forever))
        var ledger = try makeLedger(terms, events: [makeStrike("i1", on: day(1), terms: terms)])
        try ledger.completeTraining(expungement(terms), of: "u_7", by: "school", at: day(2))
        func warnings(_ time: Timestamp) throws -> Int {
            try ledger.standing(of: "u_7", at: time).warnings(policy: "sharing-policy", tally: "sharing")
        }
        #expect(try warnings(day(92, -1)) == 1)
        #expect(try warnings(day(92)) == 0)
        let clean = ledger
        // At the very moment at which it is lifted the next act is warned of anew…
        try ledger.append(makeStrike("i2", on: day(92), terms: terms))
        #expect(try warnings(day(92)) == 1)
        #expect(try ledger.points(at: day(92)) == 0)
        // … a second earlier it costs a point, and the warning stays.
        ledger = clean
        try ledger.append(makeStrike("i2", on: day(92, -1), terms: terms))
        #expect(try warnings(day(92)) == 1)
        #expect(try ledger.points(at: day(92)) == 1)
        // What occurred before the training was completed makes nothing void, though it comes late.
        ledger = clean
        try ledger.append(makeStrike("i2", on: day(2, -1), recorded: day(50), terms: terms))
        #expect(try warnings(day(92)) == 0)
        #expect(try ledger.points(at: day(91)) == 1)
    }

    @Test("is void too where people warn of something that was done in that time")
    func warnedByHand() throws {
        let terms = Self.terms(.init(lifts: .warning, after: .days(90), atMost: nil, window: .forever))
        for (number, left) in [(1, 1), (2, 2), (91, 2), (92, 1)] {
            var ledger = try makeLedger(terms, events: [makeStrike("i1", on: day(1), terms: terms)])
            try ledger.completeTraining(expungement(terms), of: "u_7", by: "school", at: day(2))
            let warning = LedgerEvent.Warning(tally: expungement(terms).tally, incident: "i2")
            try ledger.append(
                LedgerEvent(subject: "u_7", kind: .warning(warning), occurred: day(number), by: "council"))
            let standing = try ledger.standing(of: "u_7", at: day(93))
            #expect(standing.warnings(policy: "sharing-policy", tally: "sharing") == left, "warned of day \(number)")
        }
    }

    @Test("lifts the strike that it names, or the oldest that counts, and only what was known by then")
    func strikes() throws {
        let terms = TallyTerms(
            policy: "sharing-policy", tally: "sharing", window: .rolling(.days(90)), perIncident: .highest, ladder: [],
            training: .init(lifts: .strike, after: .zero, atMost: nil, window: .forever))
        let strikes = [
            makeStrike("i1", 1, on: day(1), terms: terms, id: "a"),
            makeStrike("i2", 2, on: day(2), terms: terms, id: "b"),
            makeStrike("i3", 4, on: day(3), recorded: day(20), terms: terms, id: "c"),
        ]
        for (named, left) in [(nil, 6), ("a", 6), ("b", 5), ("c", 7), ("nothing", 7)] as [(String?, Int)] {
            var ledger = try makeLedger(terms, events: strikes)
            try ledger.completeTraining(expungement(terms, of: named), of: "u_7", by: "school", at: day(10))
            #expect(try ledger.points(at: day(30)) == left, "\(named ?? "the oldest")")
        }
    }
}

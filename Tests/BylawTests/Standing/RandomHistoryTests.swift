import BylawTestSupport
import Foundation
import Testing

@testable import Bylaw

@Suite("Over random histories")
struct RandomHistoryTests {
    /// 100,000 histories with `BYLAW_LONG`, as many as a few seconds allow without.
    static let isLong = ProcessInfo.processInfo.environment["BYLAW_LONG"] != nil

    /// Some moments of a history, its edges among them.
    private func moments(_ seed: UInt64) -> [Timestamp] {
        var random = SeededGenerator(seed: seed ^ 0xB71A)
        let inside = (0..<3).map { _ in Int.random(in: 0..<RandomHistory.quarterDays, using: &random) }
        return (inside + [RandomHistory.quarterDays + 60]).map(RandomHistory.moment)
    }

    private func book(_ history: RandomHistory) throws -> TermsBook {
        var book = TermsBook()
        for terms in history.terms { try book.keep(terms) }
        return book
    }

    @Test("the fold agrees with the plain model, whatever the order of the events", arguments: 0..<40)
    func agrees(block: UInt64) throws {
        for seed in block * 100..<(block + 1) * 100 {
            let history = RandomHistory(seed: seed, sharesIncidents: true)
            var random = SeededGenerator(seed: seed)
            let book = try book(history)
            for time in moments(seed) {
                let incident = "i\(Int.random(in: 0..<10, using: &random))"
                let plain = PlainStanding(of: "u_7", at: time, events: history.events, terms: history.terms)
                let shuffled = history.events.shuffled(using: &random)
                let standing = try Standing(of: "u_7", at: time, events: shuffled, terms: book, incident: incident)
                try #require(standing == plain.standing(of: "u_7", incident: incident), "history \(seed) at \(time)")
            }
        }
    }

    @Test(
        "kept up event by event, reckoned anew and by the plain model the standing is the same at every step",
        arguments: 0..<(isLong ? 1_000 : 4))
    func everyStep(block: UInt64) throws {
        for seed in block * 100..<(block + 1) * 100 {
            let history = RandomHistory(seed: seed ^ 0x51E9, sharesIncidents: false)
            var random = SeededGenerator(seed: seed)
            let book = try book(history)
            // Mostly as they happened, so that there is something to keep up; else in any order.
            let delivered =
                seed % 4 == 0
                ? history.events.shuffled(using: &random) : history.events.sorted(by: LedgerEvent.precedes)
            var kept = MemberHistory(of: "u_7")
            for (index, event) in delivered.enumerated() {
                try kept.add([event], book)
                let known = Array(delivered[...index])
                let horizon = known.map(\.known).max() ?? event.known
                let later = Int.random(in: 0..<RandomHistory.quarterDays, using: &random)
                for time in [horizon, RandomHistory.moment(later), max(horizon, RandomHistory.moment(later))] {
                    let standing = try kept.standing(at: time, book)
                    let anew = try Standing(of: "u_7", at: time, events: known.shuffled(using: &random), terms: book)
                    let plain = PlainStanding(of: "u_7", at: time, events: known, terms: history.terms)
                    try #require(standing == anew, "history \(seed), event \(index), at \(time)")
                    try #require(standing == plain.standing(of: "u_7"), "history \(seed), event \(index), at \(time)")
                }
            }
        }
    }

    @Test("charges that come in their order are walked once, and whatever changes those before them is walked anew")
    func keepsUp() throws {
        let terms = makeTerms()
        var book = TermsBook()
        try book.keep(terms)
        var fold = try StandingFold(of: "u_7", [makeStrike("i1", on: day(1), terms: terms)], book)
        #expect(try fold.extend(by: makeStrike("i2", on: day(2), terms: terms), book))
        let fact = LedgerEvent(subject: "u_7", kind: .factGiven(.init("consent", [])), occurred: day(3), by: "u_7")
        #expect(try fold.extend(by: fact, book))
        let late = makeStrike("i0", on: day(1, -1), terms: terms)
        #expect(try !fold.extend(by: late, book))
        let pardon = LedgerEvent(subject: "u_7", kind: .pardon(.init(clears: .points)), occurred: day(4), by: "o")
        #expect(try !fold.extend(by: pardon, book))
        #expect(fold.horizon == day(3))
    }

    @Test("a charge at the very moment of a pardon is cleared by it, whichever came first")
    func sameMoment() throws {
        let terms = makeTerms()
        var book = TermsBook()
        try book.keep(terms)
        let pardon = LedgerEvent(
            id: "b", subject: "u_7", kind: .pardon(.init(clears: .points)), occurred: day(2), by: "o")
        let first = makeStrike("i1", on: day(1), terms: terms, id: "0")
        for id in ["a", "c"] {
            let strike = makeStrike("i2", on: day(2), terms: terms, id: id)
            for order in [[first, pardon, strike], [strike, pardon, first], [first, strike, pardon]] {
                var kept = MemberHistory(of: "u_7")
                for event in order { try kept.add([event], book) }
                let standing = try kept.standing(at: day(2), book)
                #expect(standing.tallies.isEmpty, "\(order.map(\.id))")
                #expect(try standing == Standing(of: "u_7", at: day(2), events: order, terms: book))
            }
        }
    }

    @Test("most of what comes in its order is walked once indeed")
    func walksOnce() throws {
        var (once, all) = (0, 0)
        for seed in 0..<300 as Range<UInt64> {
            let history = RandomHistory(seed: seed ^ 0x51E9, sharesIncidents: false)
            let book = try book(history)
            var fold: StandingFold?
            var known: [LedgerEvent] = []
            for event in history.events.sorted(by: LedgerEvent.precedes) {
                known.append(event)
                all += 1
                if var walked = fold, try walked.extend(by: event, book) {
                    once += 1
                    #expect(walked.horizon == known.map(\.known).max())
                    fold = walked
                } else {
                    fold = try StandingFold(of: "u_7", known, book)
                }
            }
        }
        // About half are no charges, and the first on a tally makes all be walked.
        #expect(once * 3 > all, "\(once) of \(all)")
    }

    @Test("everything that can happen does happen in them")
    func variety() throws {
        var seen: Set<String> = []
        for seed in 0..<2_000 as Range<UInt64> {
            let history = RandomHistory(seed: seed, sharesIncidents: false)
            let time = RandomHistory.moment(RandomHistory.quarterDays + 60)
            let standing = try Standing(of: "u_7", at: time, events: history.events, terms: book(history))
            if standing.tallies.contains(where: { $0.warnings > 0 }) { seen.insert("warnings") }
            for restore in standing.restores { seen.insert("restore \(restore.sanction)") }
            for sanction in standing.sanctions {
                seen.insert(
                    "\(sanction.rung.at.points == nil ? "\(sanction.rung.at)" : "points") \(sanction.rung.sanction)")
                if sanction.isCarriedOut { seen.insert("carried out") }
            }
            let lifting = history.events.filter { if case .expungement = $0.kind { false } else { true } }
            let untrained = try Standing(of: "u_7", at: time, events: lifting, terms: book(history))
            if untrained != standing { seen.insert("training") }
        }
        for wanted in [
            "warnings", "restore suspend", "restore revoke", "carried out", "training", "warning warn", "manual warn",
            "manual suspend", "manual revoke", "severe revoke", "points suspend", "points recognise",
        ] {
            #expect(seen.contains(wanted), "\(wanted)")
        }
    }

    @Test("a ledger to which they come in any order and twice gives the same standing", arguments: 0..<10)
    func delivery(block: UInt64) throws {
        for seed in block * 100..<(block + 1) * 100 {
            let history = RandomHistory(seed: seed, sharesIncidents: false)
            var random = SeededGenerator(seed: seed)
            var ledger = MemoryLedger()
            for terms in history.terms { try ledger.keep(terms) }
            for event in (history.events + history.events).shuffled(using: &random) { try ledger.append(event) }
            try #require(ledger.events.count == history.events.count)
            for time in moments(seed) {
                let plain = PlainStanding(of: "u_7", at: time, events: history.events, terms: history.terms)
                try #require(
                    ledger.standing(of: "u_7", at: time) == plain.standing(of: "u_7"), "history \(seed) at \(time)")
            }
        }
    }
}

import Bylaw
import Testing

@Suite("Over random histories")
struct RandomHistoryTests {
    /// Some moments of a history, its edges among them.
    private func moments(_ seed: UInt64) -> [Timestamp] {
        var random = SeededGenerator(seed: seed ^ 0xB71A)
        let inside = (0..<3).map { _ in Int.random(in: 0..<RandomHistory.quarterDays, using: &random) }
        return (inside + [RandomHistory.quarterDays + 60]).map(RandomHistory.moment)
    }

    @Test("the fold agrees with the plain model, whatever the order of the events", arguments: 0..<40)
    func agrees(block: UInt64) throws {
        for seed in block * 100..<(block + 1) * 100 {
            let history = RandomHistory(seed: seed, sharesIncidents: true)
            var random = SeededGenerator(seed: seed)
            var book = TermsBook()
            for terms in history.terms { try book.keep(terms) }
            for time in moments(seed) {
                let plain = PlainStanding(of: "u_7", at: time, events: history.events, terms: history.terms)
                let shuffled = history.events.shuffled(using: &random)
                let standing = try Standing(of: "u_7", at: time, events: shuffled, terms: book)
                try #require(standing == plain.standing(of: "u_7"), "history \(seed) at \(time)")
            }
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

import Synchronization

/// What a process remembers of a ledger: members' histories and tallies' terms. Terms never change; a history is good as
/// long as its subject has no more entries than it.
final class LedgerMemory: Sendable {
    /// How many members are remembered: about that many are active at a time.
    static let capacity = 10_000

    private struct Contents {
        var histories: [ExactText: Remembered] = [:]
        var book = TermsBook()
    }

    /// A history with what it reflects.
    struct Remembered: Sendable {
        var history: MemberHistory
        /// Where the ledger ended when it was read.
        var head: LedgerHead
        var checked: ContinuousClock.Instant
    }

    /// What a step found or made.
    struct Found: Sendable {
        var histories: [ExactText: MemberHistory]
        var book: TermsBook
        /// Where the ledger ended then.
        var head: LedgerHead
    }

    private let contents = Mutex(Contents())
    private let staleness: Duration

    init(staleness: Duration) { self.staleness = staleness }

    /// A history that needs no asking whether it is whole.
    func fresh(_ subject: String) -> (history: MemberHistory, book: TermsBook)? {
        guard staleness > .zero else { return nil }
        return contents.withLock { contents in
            guard let known = contents.histories[ExactText(subject)], known.checked + staleness > .now else {
                return nil
            }
            return (known.history, contents.book)
        }
    }

    /// What is remembered of a subject since so many members were forgotten: what was read before may name them. With
    /// `taking` it is forgotten here, so that whoever asks can change it in place and must ``learn(_:)`` it again.
    func history(of subject: String, after forgotten: Int64, taking: Bool) -> MemberHistory? {
        let known = contents.withLock { contents in
            taking
                ? contents.histories.removeValue(forKey: ExactText(subject)) : contents.histories[ExactText(subject)]
        }
        return known.flatMap { $0.head.forgotten == forgotten ? $0.history : nil }
    }

    var book: TermsBook { contents.withLock(\.book) }

    /// Remembers what a step found or made, unless something later is remembered.
    func learn(_ found: Found) {
        let now = ContinuousClock.now
        contents.withLock { contents in
            contents.book.formUnion(found.book)
            for (subject, history) in found.histories {
                if let known = contents.histories[subject], known.head.number > found.head.number { continue }
                contents.histories[subject] = Remembered(history: history, head: found.head, checked: now)
            }
            guard contents.histories.count > Self.capacity else { return }
            let old = contents.histories.sorted { $0.value.checked < $1.value.checked }.prefix(Self.capacity / 2)
            for (subject, _) in old { contents.histories[subject] = nil }
        }
    }

    /// Forgets all histories: what is in them may stand under other names now.
    func clear() { contents.withLock { $0.histories = [:] } }
}

/// Whether a ledger's entries are those that were recorded.
public struct LedgerVerification: Sendable, Hashable {
    /// How many entries were looked at.
    public var entries: Int64 = 0
    /// The end of the chain.
    public var head: LedgerHead
    /// What is wrong, by entry; empty where nothing is. No more than ``greatestCount``.
    public var problems: [Problem] = []

    /// No more problems than these are told.
    public static let greatestCount = 100

    /// Something that cannot be right.
    public struct Problem: Sendable, Hashable, CustomStringConvertible {
        /// The entry's number; nil where it is about the ledger.
        public var number: Int64?
        /// What is wrong.
        public var reason: String

        /// One sentence, in lower case.
        public var description: String { number.map { "entry \($0): \(reason)" } ?? reason }
    }

    /// Whether nothing is wrong.
    public var isWhole: Bool { problems.isEmpty }
}

extension Ledger {
    /// Looks at every entry: its number, its chain, its seals and where it is filed; that each subject's entries are all
    /// there; that the terms are those of their digests; and that nothing is erased but what an erasure tells.
    ///
    /// - Parameter heads: Ends of the chain that were kept elsewhere: each must be part of it. Without one, entries that
    ///   were cut off at the end cannot be missed.
    public func verify(against heads: [LedgerHead] = []) async throws -> LedgerVerification {
        let chain = chain
        return try await store.read { rows in
            var check = try ChainCheck(rows, chain, heads)
            try check.run()
            return check.result
        }
    }
}

/// Walks a ledger's rows in their order.
private struct ChainCheck {
    private(set) var result: LedgerVerification
    private let rows: any LedgerReading
    private let chain: LedgerChain
    private let heads: [LedgerHead]
    private var previous = LedgerHead.beginning
    private var places: [ExactText: Int64] = [:]
    private var pinned: Set<String> = []
    private var erasures: [(number: Int64, subject: ExactText, erasure: LedgerEvent.Erasure)] = []
    private var erased: ErasedParts

    /// How many rows are in memory at a time.
    private static let page = 1_000

    init(_ rows: any LedgerReading, _ chain: LedgerChain, _ heads: [LedgerHead]) throws {
        self.rows = rows
        self.chain = chain
        self.heads = heads
        erased = ErasedParts(key: chain.key)
        result = LedgerVerification(head: try rows.head())
    }

    mutating func run() throws {
        let name = result.head.key
        guard name.isEmpty || name == chain.keyName else { throw LedgerError.wrongKey(expected: name) }
        while true {
            let page = try rows.rows(after: result.entries, limit: Self.page)
            for row in page { check(row) }
            if page.count < Self.page { break }
        }
        checkEnd()
        try checkCounts()
        try checkTerms()
        checkErasures()
        if result.head.forgotten != erasures.count { note("the count of forgotten members does not fit") }
    }

    private mutating func note(_ reason: String, _ number: Int64? = nil) {
        guard result.problems.count < LedgerVerification.greatestCount else { return }
        result.problems.append(.init(number: number, reason: reason))
    }

    private mutating func check(_ row: LedgerRow) {
        result.entries += 1
        if row.number != result.entries {
            note("it follows entry \(result.entries - 1)", row.number)
            result.entries = row.number
        }
        if row.previous != previous { note("it is chained to another entry than the one before", row.number) }
        previous = row.mac
        for head in heads where head.number == row.number && head.mac != row.mac {
            note("it is not the entry of the head that was kept", row.number)
        }
        let place = places[ExactText(row.subject), default: 0] + 1
        places[ExactText(row.subject)] = place
        if row.place != place { note("it is not entry \(place) of its subject", row.number) }
        do {
            let event = try chain.event(row)
            if let terms = event.pinnedTerms { pinned.insert(terms) }
            if case .caseOpened(let opening) = event.kind { pinned.insert(opening.terms) }
            if case .erasure(let erasure) = event.kind {
                erasures.append((row.number, ExactText(row.subject), erasure))
            }
            erased.add(row)
        } catch LedgerError.damagedEntry(_, let reason) {
            note(reason, row.number)
        } catch {
            note("it cannot be read", row.number)
        }
    }

    private mutating func checkEnd() {
        if result.head.number != result.entries || result.head.mac != previous {
            note("the chain ends with entry \(result.entries), but should end with entry \(result.head.number)")
        }
        for head in heads {
            if head.number > result.entries { note("the head that was kept is of entry \(head.number), which is gone") }
            if !head.key.isEmpty, head.key != chain.keyName { note("the head that was kept is of another key") }
        }
    }

    private mutating func checkCounts() throws {
        let counts = try rows.counts().map { (ExactText($0.subject), $0.count) }
        let found = places
        for (subject, count) in counts.sorted(by: { $0.0 < $1.0 }) where found[subject] != count {
            note("a subject has \(found[subject] ?? 0) entries in the place of \(count)")
        }
        if counts.count != found.count { note("\(found.count) subjects have entries, but \(counts.count) are counted") }
    }

    private mutating func checkTerms() throws {
        for digest in try rows.termsDigests().sorted() {
            pinned.remove(digest)
            let bytes = try rows.terms(digest) ?? []
            if KeptTerms(bytes, digest: digest) == nil {
                note(LedgerError.damagedTerms(digest: digest).description)
            }
        }
        for digest in pinned.sorted() { note("the terms `\(digest)` are pinned, but not kept") }
    }

    private mutating func checkErasures() {
        for (number, subject, erasure) in erasures {
            let extent = erased.extent(of: subject.text, before: number)
            if extent != erasure {
                note("what it erased is not what is erased now", number)
            }
        }
        for number in erased.unexplained(by: erasures.map { ($0.number, $0.subject.text) }) {
            note("it was erased, and no erasure tells of it", number)
        }
    }
}

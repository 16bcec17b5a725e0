import Synchronization

/// A ledger's rows in memory, for as long as the process lives.
public final class MemoryStore: LedgerStore {
    private let rows = Mutex(MemoryRows())

    /// A store without rows.
    public init() {}

    /// Runs a step while no other runs.
    public func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any LedgerReading) throws -> Answer
    ) async throws -> Answer {
        try rows.withLock { rows in
            try Task.checkCancellation()
            let step = MemoryStep(&rows)
            defer { rows = step.end() }
            return try body(step)
        }
    }

    /// Runs a step while no other runs, and takes back what it wrote where it throws.
    public func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any LedgerWriting) throws -> Answer
    ) async throws -> Answer {
        try Task.checkCancellation()
        return try rows.withLock { try Self.write(&$0, body) }
    }

    /// The same without waiting.
    func writeAtOnce<Answer>(_ body: (any LedgerWriting) throws -> Answer) throws -> Answer {
        // The lock hands nothing out, so what the body returns needs not be fit for other threads.
        var answer: Result<Answer, any Error>?
        rows.withLock { rows in answer = Result { try Self.write(&rows, body) } }
        guard let answer else { throw LedgerError.unavailable("the step did not run") }
        return try answer.get()
    }

    private static func write<Answer>(
        _ rows: inout MemoryRows, _ body: (any LedgerWriting) throws -> Answer
    ) throws -> Answer {
        let step = MemoryStep(&rows)
        defer { rows = step.end() }
        do {
            return try body(step)
        } catch {
            step.takeBack()
            throw error
        }
    }
}

/// The rows with what finds them.
private struct MemoryRows {
    var list: [LedgerRow] = []
    var places: [ExactText: [Int64: Int]] = [:]
    var ids: [ExactText: Int] = [:]
    var charges: [ExactText: Int] = [:]
    var topics: [ExactText: [Int]] = [:]
    var counts: [ExactText: Int64] = [:]
    var terms: [ExactText: [UInt8]] = [:]
    var head = LedgerHead.empty

    /// Whether no row but that at `index` has the row's id, charge, or place with its subject.
    func hasRoom(for row: LedgerRow, at index: Int) -> Bool {
        func isFree(_ taken: Int?) -> Bool { taken == nil || taken == index }
        return isFree(ids[ExactText(row.id)]) && isFree(row.charge.flatMap { charges[ExactText($0)] })
            && isFree(places[ExactText(row.subject)]?[row.place])
    }

    mutating func index(_ row: LedgerRow, at index: Int) {
        places[ExactText(row.subject), default: [:]][row.place] = index
        ids[ExactText(row.id)] = index
        if let charge = row.charge { charges[ExactText(charge)] = index }
        if let topic = row.topic { topics[ExactText(topic), default: []].append(index) }
    }

    mutating func unindex(_ row: LedgerRow, at index: Int) {
        places[ExactText(row.subject)]?[row.place] = nil
        ids[ExactText(row.id)] = nil
        if let charge = row.charge { charges[ExactText(charge)] = nil }
        if let topic = row.topic { topics[ExactText(topic)]?.removeAll { $0 == index } }
    }
}

/// One step on the rows, with what takes it back. It holds the rows alone, so that they are changed in place.
private final class MemoryStep: LedgerWriting {
    private var rows: MemoryRows
    private var inverses: [(inout MemoryRows) -> Void] = []

    init(_ rows: inout MemoryRows) {
        self.rows = rows
        rows = MemoryRows()
    }

    /// Gives the rows back.
    func end() -> MemoryRows {
        defer { rows = MemoryRows() }
        return rows
    }

    func takeBack() {
        for inverse in inverses.reversed() { inverse(&rows) }
    }

    func head() -> LedgerHead { rows.head }

    func count(of subject: String) -> Int64 { rows.counts[ExactText(subject)] ?? 0 }

    func rows(of subject: String, after place: Int64) -> [LedgerRow] {
        (rows.places[ExactText(subject)] ?? [:]).filter { $0.key > place }.sorted { $0.key < $1.key }
            .map { rows.list[$0.value] }
    }

    func row(id: String) -> LedgerRow? { rows.ids[ExactText(id)].map { rows.list[$0] } }

    func row(charge: String) -> LedgerRow? { rows.charges[ExactText(charge)].map { rows.list[$0] } }

    func rows(topic: String) -> [LedgerRow] {
        (rows.topics[ExactText(topic)] ?? []).sorted().map { rows.list[$0] }
    }

    func rows(after number: Int64, limit: Int) -> [LedgerRow] {
        Array(rows.list.dropFirst(Int(max(0, number))).prefix(max(0, limit)))
    }

    func terms(_ digest: String) -> [UInt8]? { rows.terms[ExactText(digest)] }

    func termsDigests() -> [String] { rows.terms.keys.map(\.text) }

    func counts() -> [(subject: String, count: Int64)] { rows.counts.map { ($0.key.text, $0.value) } }

    func insert(_ row: LedgerRow) throws {
        let index = rows.list.count
        guard row.number == Int64(index) + 1, rows.hasRoom(for: row, at: index) else { throw Self.taken }
        rows.list.append(row)
        rows.index(row, at: index)
        inverses.append { rows in
            rows.unindex(row, at: index)
            rows.list.removeLast()
        }
    }

    func replace(_ row: LedgerRow) throws {
        let index = Int(row.number) - 1
        guard rows.list.indices.contains(index), rows.list[index].differsByErasureAlone(from: row) else {
            throw LedgerError.unavailable("nothing can be changed but what is personal")
        }
        guard rows.hasRoom(for: row, at: index) else { throw Self.taken }
        func put(_ row: LedgerRow, in rows: inout MemoryRows) {
            rows.unindex(rows.list[index], at: index)
            rows.list[index] = row
            rows.index(row, at: index)
        }
        let old = rows.list[index]
        put(row, in: &rows)
        inverses.append { put(old, in: &$0) }
    }

    func setCount(_ count: Int64, of subject: String) {
        let subject = ExactText(subject)
        let old = rows.counts[subject]
        rows.counts[subject] = count == 0 ? nil : count
        inverses.append { $0.counts[subject] = old }
    }

    func keep(terms: [UInt8], digest: String) {
        let digest = ExactText(digest)
        guard rows.terms[digest] == nil else { return }
        rows.terms[digest] = terms
        inverses.append { $0.terms[digest] = nil }
    }

    func setHead(_ head: LedgerHead) {
        let old = rows.head
        rows.head = head
        inverses.append { $0.head = old }
    }

    private static let taken = LedgerError.unavailable("an entry's number, id, charge or place is taken")
}

extension LedgerRow {
    /// Whether all that must stay is the same.
    fileprivate func differsByErasureAlone(from other: LedgerRow) -> Bool {
        func texts(_ row: LedgerRow) -> [ExactText?] {
            [row.topic, row.open, row.personalSeal.digest, row.bySeal.digest, row.previous, row.mac]
                .map { $0.map(ExactText.init) }
        }
        return (number, place) == (other.number, other.place) && texts(self) == texts(other)
    }
}

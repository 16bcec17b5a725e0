import Bylaw
import Synchronization

/// A store that breaks one promise, or none, so that the checks of stores are seen to fail.
final class FaultyStore: LedgerStore {
    /// What it does wrong.
    enum Fault: CaseIterable {
        case mistakesComposed, endsTextsAtNUL, ignoresCase, ignoresPlace, ignoresLimit, includesNumber, reversesRows
        case losesTopic, losesSalt, takesWhatIsTaken, keepsWhatThrew, runsCancelledSteps, replacesAnything
        case replacesNothing, keepsZeroCounts, keepsOldCounts, changesTerms, losesTerms, cutsHead, isBehind
    }

    private let fault: Fault?
    private let store = MemoryStore()
    private let oldHead = Mutex(LedgerHead.empty)

    init(_ fault: Fault?) { self.fault = fault }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any LedgerReading) throws -> Answer
    ) async throws -> Answer { try await write { try body($0) } }

    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any LedgerWriting) throws -> Answer
    ) async throws -> Answer {
        let step: @Sendable () async throws -> Answer = { [self] in
            try await store.write { [self] rows in
                let head = try rows.head()
                let step = FaultyRows(rows: rows, fault: fault, oldHead: oldHead.withLock(\.self))
                let result = Result { try body(step) }
                oldHead.withLock { $0 = head }
                if fault != .keepsWhatThrew { _ = try result.get() }
                return result
            }.get()
        }
        return fault == .runsCancelledSteps ? try await Task.detached(operation: step).value : try await step()
    }
}

/// The rows of a step, read or written wrongly.
private struct FaultyRows: LedgerWriting {
    let rows: any LedgerWriting
    let fault: FaultyStore.Fault?
    let oldHead: LedgerHead

    private func text(_ text: String) -> String {
        switch fault {
        case .mistakesComposed: text == "\u{E9}" ? "\u{E9}" : text
        case .endsTextsAtNUL: String(text.prefix { $0 != "\0" })
        case .ignoresCase: text.lowercased()
        default: text
        }
    }

    private func given(_ found: [LedgerRow]) -> [LedgerRow] { fault == .reversesRows ? found.reversed() : found }

    func head() throws -> LedgerHead { fault == .isBehind ? oldHead : try rows.head() }

    func count(of subject: String) throws -> Int64 { try rows.count(of: text(subject)) }

    func rows(of subject: String, after place: Int64) throws -> [LedgerRow] {
        given(try rows.rows(of: text(subject), after: fault == .ignoresPlace ? 0 : place))
    }

    func row(id: String) throws -> LedgerRow? { try rows.row(id: text(id)) }

    func row(charge: String) throws -> LedgerRow? { try rows.row(charge: text(charge)) }

    func rows(topic: String) throws -> [LedgerRow] {
        fault == .losesTopic ? [] : given(try rows.rows(topic: text(topic)))
    }

    func rows(after number: Int64, limit: Int) throws -> [LedgerRow] {
        given(
            try rows.rows(
                after: fault == .includesNumber ? number - 1 : number, limit: fault == .ignoresLimit ? .max : limit))
    }

    func terms(_ digest: String) throws -> [UInt8]? {
        fault == .losesTerms ? nil : try rows.terms((fault == .changesTerms ? "new " : "") + text(digest))
    }

    func termsDigests() throws -> [String] { try rows.termsDigests() }

    func counts() throws -> [(subject: String, count: Int64)] { try rows.counts() }

    func insert(_ row: LedgerRow) throws {
        var row = row
        (row.subject, row.id, row.charge) = (text(row.subject), text(row.id), row.charge.map(text))
        if fault == .losesSalt { row.bySeal.salt = nil }
        if fault == .takesWhatIsTaken, try rows.row(id: row.id) != nil { return }
        try rows.insert(row)
    }

    func replace(_ row: LedgerRow) throws {
        if fault == .replacesNothing { return }
        do {
            try rows.replace(row)
        } catch  where fault == .replacesAnything {}
    }

    func setCount(_ count: Int64, of subject: String) throws {
        if fault == .keepsZeroCounts, count == 0 { return }
        if fault == .keepsOldCounts, try rows.count(of: subject) > 0 { return }
        try rows.setCount(count, of: text(subject))
    }

    func keep(terms: [UInt8], digest: String) throws {
        try rows.keep(terms: terms, digest: text(digest))
        if fault == .changesTerms { try rows.keep(terms: terms + [0], digest: "new " + digest) }
    }

    func setHead(_ head: LedgerHead) throws {
        var head = head
        if fault == .cutsHead { head.number = min(head.number, Int64(Int32.max)) }
        try rows.setHead(head)
    }
}

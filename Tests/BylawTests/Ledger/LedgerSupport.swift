import Bylaw
import Testing

/// The key of tests' ledgers.
func testKey(_ secret: String = "a secret of at least sixteen bytes") throws -> LedgerKey {
    try #require(LedgerKey(id: "test", bytes: Array(secret.utf8)))
}

extension Ledger {
    /// Records so many strikes of `u_7`, a day apart from the first, for incidents i1, i2 …
    func strike(_ count: Int, terms: TallyTerms, subject: String = "u_7") async throws {
        for number in 1...count {
            try await append(
                [makeStrike("i\(number)", on: day(number), subject: subject, terms: terms)], terms: [terms])
        }
    }

    /// The points of a member on the example's tally, long after everything unless said otherwise.
    func points(_ subject: String = "u_7", at time: Timestamp = day(100)) async throws -> Int {
        try await standing(of: subject, at: time).points(policy: "sharing-policy", tally: "sharing")
    }
}

/// A store whose rows can be changed on their way out, as by somebody who has the file and not the key.
final class TamperedStore: LedgerStore {
    private let store: any LedgerStore
    private let change: @Sendable ([LedgerRow]) -> [LedgerRow]
    private let changesCounts: Bool

    /// `change` is given the rows of every answer.
    init(
        _ store: any LedgerStore, changesCounts: Bool = false,
        _ change: @escaping @Sendable ([LedgerRow]) -> [LedgerRow]
    ) {
        self.store = store
        self.change = change
        self.changesCounts = changesCounts
    }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any LedgerReading) throws -> Answer
    ) async throws -> Answer {
        let (change, changesCounts) = (change, changesCounts)
        return try await store.read { try body(TamperedRows(rows: $0, change: change, changesCounts: changesCounts)) }
    }

    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any LedgerWriting) throws -> Answer
    ) async throws -> Answer { try await store.write(body) }
}

private struct TamperedRows: LedgerReading {
    let rows: any LedgerReading
    let change: @Sendable ([LedgerRow]) -> [LedgerRow]
    let changesCounts: Bool

    func head() throws -> LedgerHead { try rows.head() }
    func count(of subject: String) throws -> Int64 {
        let count = try rows.count(of: subject)
        return changesCounts && count > 0 ? count - 1 : count
    }
    func rows(of subject: String, after place: Int64) throws -> [LedgerRow] {
        change(try rows.rows(of: subject, after: place))
    }
    func row(id: String) throws -> LedgerRow? { try rows.row(id: id).flatMap { change([$0]).first } }
    func row(charge: String) throws -> LedgerRow? { try rows.row(charge: charge).flatMap { change([$0]).first } }
    func rows(topic: String) throws -> [LedgerRow] { change(try rows.rows(topic: topic)) }
    func rows(after number: Int64, limit: Int) throws -> [LedgerRow] {
        // Whoever takes rows out does not leave fewer pages behind.
        change(try rows.rows(after: number, limit: limit))
    }
    func terms(_ digest: String) throws -> [UInt8]? { try rows.terms(digest) }
    func termsDigests() throws -> [String] { try rows.termsDigests() }
    func counts() throws -> [(subject: String, count: Int64)] {
        try rows.counts().map { ($0.subject, changesCounts ? $0.count - 1 : $0.count) }
    }
}

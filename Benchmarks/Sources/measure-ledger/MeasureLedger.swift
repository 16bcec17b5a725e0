import Bylaw
import BylawSQLite
import Foundation
#if PostgreSQL
    import BylawPostgres
#endif

/// Prints how fast ledgers record, and how fast they tell a member's standing.
///
/// `measure-ledger [POSTGRES-URL]`: the store in memory, the one in SQLite (in a temporary folder, on whatever disk that
/// is), and with a URL that in PostgreSQL, where it makes and fills a schema of its own.
@main struct MeasureLedger {
    static func main() async throws {
        let sample = try Sample()
        let folder = FileManager.default.temporaryDirectory.appending(path: "measure-ledger-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await StoreMeasure(name: "memory", sample: sample, count: 20_000) { MemoryStore() }.run()
        try await StoreMeasure(name: "SQLite", sample: sample, count: 2_000) {
            try SQLiteStore(path: folder.appending(path: "\(UUID().uuidString).db").path)
        }.run()
        #if PostgreSQL
            if let url = CommandLine.arguments.dropFirst().first {
                try await StoreMeasure(name: "PostgreSQL", sample: sample, count: 2_000) {
                    PostgresStore(url, schema: "measure_\(UUID().uuidString.prefix(8).lowercased())")
                }.run()
            }
        #endif
    }
}

/// A tally and strikes on it.
struct Sample: Sendable {
    let tally: LedgerEvent.TallyReference
    let terms: TallyTerms
    let start: Timestamp

    init() throws {
        let policies = try PolicySet(texts: ["p.yaml": Self.policy])
        guard let start = Timestamp("2024-01-01T00:00:00Z"),
            let (tally, terms) = policies.tally(named: "conduct", at: start)
        else { throw LedgerError.undeterminedTerms(policy: "benchmark.ledger", tally: "conduct") }
        (self.tally, self.terms, self.start) = (tally, terms, start)
    }

    func strike(_ number: Int, of subject: String) -> LedgerEvent {
        let charge = LedgerEvent.Charge(
            incident: "i-\(subject)-\(number)", policy: tally.policy, version: tally.version, tally: tally.tally,
            rule: "rude", terms: tally.terms, points: 1)
        return LedgerEvent(
            subject: subject, kind: .strike(charge), occurred: start.advanced(by: .seconds(number * 3_600)),
            by: "service")
    }

    private static let policy = """
        bylaw: 1
        policy: benchmark.ledger
        version: 1.0.0
        judges: { action: { post: Post } }
        types: { Post: { rude: bool } }
        otherwise: allow
        rules: { rude: { when: post.rude, then: deny, strike: { conduct: 1 } } }
        tallies:
          conduct:
            within: 30d
            ladder: [{ at: 1, sanction: remind }, { at: 500, sanction: suspend, for: 14d }]

        """
}

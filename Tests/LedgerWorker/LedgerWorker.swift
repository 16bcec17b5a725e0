import Bylaw
import BylawLedgerTestSupport
import BylawPostgres
import BylawSQLite
import Foundation

/// Records incidents in a ledger, and prints the number of each one once it is acknowledged:
/// `ledger-worker URL FIRST END BATCH`, with the URL of a store (`sqlite:PATH`, `postgres://…`) and so many incidents in one step.
///
/// For tests that end processes, or let many write at once.
@main
struct LedgerWorker {
    static func main() async {
        do {
            let arguments = CommandLine.arguments.dropFirst()
            let numbers = arguments.dropFirst().compactMap { Int($0) }
            guard let url = arguments.first, numbers.count == 3 else { throw WrongUse(text: "\(arguments)") }
            let ledger = Ledger(try store(at: url))
            for first in stride(from: numbers[0], to: numbers[1], by: numbers[2]) {
                let batch = first..<min(first + numbers[2], numbers[1])
                try await ledger.append(
                    batch.compactMap { SampleIncidents.strike($0) }, terms: [SampleIncidents.terms])
                print(batch.map(String.init).joined(separator: "\n"), to: .standardOutput)
            }
        } catch {
            print("\(error)", to: .standardError)
            exit(1)
        }
    }

    private static func store(at url: String) throws -> any LedgerStore {
        #if SQLite
            if url.hasPrefix("sqlite:") {
                return try SQLiteStore(path: String(url.dropFirst("sqlite:".count)), busyTimeout: .seconds(30))
            }
        #endif
        #if PostgreSQL
            // Each process is one service: a connection is all that its steps, one after the other, need.
            if url.hasPrefix("postgres:") { return PostgresStore(url, connections: 1, patience: .seconds(60)) }
        #endif
        throw WrongUse(text: "no store has the URL \(url)")
    }

    /// Nothing is held back: the process may be ended at any moment.
    private static func print(_ text: String, to file: FileHandle) { file.write(Data("\(text)\n".utf8)) }

    private struct WrongUse: Error { let text: String }
}

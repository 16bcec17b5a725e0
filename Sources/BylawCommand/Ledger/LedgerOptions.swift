import ArgumentParser
import Bylaw
import Foundation

/// Which ledger a command works on, and by which key.
struct LedgerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where the ledger is: sqlite:PATH, postgres://…, memory:; $BYLAW_LEDGER unless given.",
            valueName: "url"))
    var ledger: String?

    @Option(
        help: ArgumentHelp(
            "A file with the secret that chains the entries, at least 16 bytes; $BYLAW_LEDGER_KEY unless given.",
            valueName: "file"))
    var keyFile: String?

    /// Whether a ledger is named at all.
    var isNamed: Bool { address != nil }

    private static var environment: [String: String] { ProcessInfo.processInfo.environment }

    private var address: String? { ledger ?? Self.environment["BYLAW_LEDGER"].flatMap { $0.isEmpty ? nil : $0 } }

    /// Opens the ledger.
    func open(_ access: LedgerAddress.Access) throws -> Ledger {
        guard let address else { throw ValidationError("which ledger? Give `--ledger`, or set BYLAW_LEDGER") }
        return Ledger(try LedgerAddress(address).store(access), key: try key())
    }

    private func key() throws -> LedgerKey {
        let bytes: [UInt8]
        let source: String
        if let keyFile {
            bytes = try Descriptor.readingKey(keyFile)
            source = "`\(keyFile)`"
        } else if let secret = Self.environment["BYLAW_LEDGER_KEY"], !secret.isEmpty {
            bytes = Array(secret.utf8)
            source = "BYLAW_LEDGER_KEY"
        } else {
            return .none
        }
        guard let key = LedgerKey(id: "host", bytes: bytes) else {
            throw ValidationError("the key in \(source) has less than \(LedgerKey.minimumBytes) bytes")
        }
        return key
    }
}

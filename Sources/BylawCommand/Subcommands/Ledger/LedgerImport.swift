import ArgumentParser
import Bylaw
import BylawJSON
import Foundation

/// `bylaw ledger import`: what was exported, into an empty store or the beginning of the same ledger.
struct LedgerImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Add what was exported to a store that is empty or holds the beginning of it.")

    @Argument(help: "The exported file; - is standard input.")
    var file = "-"

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let reporter = Reporter(format: report.format)
        let lines = ExportedLines(try Descriptor.reading(file))
        try await reporter.reportingRefusals {
            let added = try await ledger.open(.writing).import(lines)
            if let error = lines.failure { throw error }
            switch report.format {
            case .text: try reporter.print("\(added) entries added\n")
            case .json:
                try reporter.print(members: { json in
                    json.key("added")
                    json.value(added)
                })
            }
        }
    }
}

/// The lines of a file, one at a time. What cannot be read ends them, and is told then.
private final class ExportedLines: Sequence, IteratorProtocol {
    private(set) var failure: StreamError?
    private var reader: LineReader

    init(_ input: Descriptor) { reader = LineReader(input, limit: LineStream.lineLimit) }

    func next() -> [UInt8]? {
        do {
            switch try reader.next() {
            case .bytes(let bytes)?: return bytes
            // As no line of a ledger is that long, it is refused as what it is not.
            case .tooLong?: return [0]
            case nil: return nil
            }
        } catch {
            failure = error
            return nil
        }
    }
}

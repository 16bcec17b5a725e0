import ArgumentParser
import Bylaw
import BylawJSON
import BylawSource
import Foundation

/// `bylaw ledger record`: what a decision charged.
struct LedgerRecord: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Record what a decision on something done charged.",
        discussion: """
            The decision is JSON as `bylaw judge` prints it. Events pin their tallies' terms: they come from the policies, \
            which must hold the versions that judged, or else from the ledger, where it keeps one form of them. Recording \
            it again changes nothing.
            """)

    @Option(help: "The policy file, or the folder of policies, by which was judged.", transform: NamedPath.read)
    var policies: String?

    @Option(help: "Who records it.")
    var by = "bylaw"

    @Option(help: "When it is recorded, where that is later than the decision.", transform: Timestamp.read)
    var recorded: Timestamp?

    @Flag(help: "Read decisions as JSON Lines.")
    var lines = false

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var report: ReportOptions

    @Argument(help: "The decision's file; - is standard input.")
    var file = "-"

    func run() async throws {
        let reporter = Reporter(format: report.format)
        let input = try Descriptor.reading(file)
        let set = try policies.map { try PolicySet.loaded($0, reporter) }
        try await reporter.reportingRefusals {
            let book = try ledger.open(.writing)
            guard lines else {
                let bytes = try input.readAll(limit: JSONLimits.default.bytes)
                return try reporter.show(try await record(bytes, set, in: book))
            }
            let result = try await LineStream(input).answer { line, json async throws(LineError) in
                do {
                    let recording = try await record(line, set, in: book)
                    json.beginObject()
                    json.key("bylaw")
                    json.value(1)
                    recording.writeMembers(to: &json)
                    json.endObject()
                } catch let error as LedgerError {
                    throw LineError(code: error.code, message: error.description, status: ExitStatus(error))
                } catch {
                    throw LineError(code: "ledger-unavailable", message: "the ledger does not answer")
                }
            }
            try reporter.conclude(result)
        }
    }

    private func record(_ json: [UInt8], _ set: PolicySet?, in book: Ledger) async throws -> Recording {
        let decision = try DecisionCharges(json: json)
        let terms = if let set { set.tallies(of: decision.policies) } else { try await book.terms() }
        return try await book.record(
            decision, terms: terms, by: by, recorded: recorded, evidence: Evidence(of: json))
    }
}

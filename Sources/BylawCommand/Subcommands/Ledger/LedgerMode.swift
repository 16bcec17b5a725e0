import ArgumentParser
import Bylaw
import BylawSource
import Foundation

/// `bylaw ledger mode`: modes that people switch on for a time.
struct LedgerMode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mode", abstract: "Switch a mode on, renew it or switch it off, or list those that are on.",
        subcommands: [On.self, Off.self, List.self])

    struct Switching: ParsableArguments {
        @Argument(help: "The mode, as a policy declares it.")
        var mode: String

        @Option(help: "The policy file, or the folder of policies, that declares it.", transform: NamedPath.read)
        var policies: String

        @Option(help: "A role that the member has by the host.")
        var role: [String] = []

        @OptionGroup var options: RecordingOptions

        func run(isOn: Bool) async throws {
            let reporter = Reporter(format: options.report.format)
            let set = try PolicySet.loaded(policies, reporter)
            let known = set.modes(at: options.time)
            guard let terms = known.first(where: { $0.mode == mode }) else {
                try reporter.fail(
                    [
                        Diagnostic(
                            "unknown-mode", "no policy declares a mode `\(mode)`", at: nil,
                            help: Spelling.suggestion(for: mode, in: known.map(\.mode)))
                    ], .unusable)
            }
            try await options.record { ledger in
                try await ledger.switch(
                    terms, on: isOn, by: Reviewer(id: options.by, roles: role), at: options.time)
            }
        }
    }

    struct On: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "on", abstract: "Switch a mode on, or renew it where it is on.")
        @OptionGroup var switching: Switching
        func run() async throws { try await switching.run(isOn: true) }
    }

    struct Off: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "off", abstract: "Switch a mode off.")
        @OptionGroup var switching: Switching
        func run() async throws { try await switching.run(isOn: false) }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the modes that are on.")

        @Option(help: "At which moment; now, unless given.", transform: Timestamp.read)
        var at: Timestamp?

        @OptionGroup var ledger: LedgerOptions

        func run() async throws {
            let reporter = Reporter()
            try await reporter.reportingRefusals {
                let modes = try await ledger.open(.reading).modes(at: at ?? .now)
                try reporter.print(modes.isEmpty ? "no mode is on\n" : modes.map { $0 + "\n" }.joined())
            }
        }
    }
}

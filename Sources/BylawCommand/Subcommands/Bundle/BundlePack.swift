import ArgumentParser
import Bylaw
import Foundation

/// `bylaw bundle pack`, or `bylaw bundle` alone: makes a bundle of a folder.
struct BundlePack: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Pack a folder of policies with all that they use.",
        discussion: """
            Only what loads without errors is packed. The same policies give the same bytes on every machine. A bundle \
            that is packed again keeps its signatures, so that several people can sign it.
            """)

    @Argument(help: "The policy file, the folder of policies or the bundle.", transform: NamedPath.read)
    var path: String

    @Option(help: "The file that is written.", transform: NamedPath.read)
    var output: String

    @Option(
        help: ArgumentHelp("Sign with this private key; several sign one after the other.", valueName: "private.pem"),
        transform: NamedPath.read)
    var key: [String] = []

    @Flag(help: "Write in place of a file that is there.")
    var force = false

    @OptionGroup var report: ReportOptions

    func run() throws {
        let reporter = Reporter(format: report.format)
        let keys = try key.map { try KeyFile($0, reporter).read(SigningKey.init(pem:)) }
        var bundle = try packed(reporter)
        for key in keys { try bundle.sign(with: key) }
        try OutputFile(output).write(bundle.bytes, replacing: force)
        switch report.format {
        case .text: try reporter.print(bundle.summary(output))
        case .json: try reporter.print(members: bundle.write)
        }
    }

    private func packed(_ reporter: Reporter) throws -> PolicyBundle {
        do {
            return try PolicyBundle(packing: URL(filePath: path))
        } catch {
            try reporter.fail(error.diagnostics, ExitStatus(error.diagnostics))
        }
    }
}

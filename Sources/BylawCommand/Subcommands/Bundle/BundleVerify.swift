import ArgumentParser
import Bylaw
import BylawJSON
import Foundation

/// `bylaw bundle verify`: tells whether a bundle is what somebody signed.
struct BundleVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Tell whether a bundle is whole, loads, and is signed by a key.",
        discussion: """
            Exit codes: 0 it is; 1 it is not signed by any of the keys, or its policies have errors; 2 it is no bundle, \
            or a byte of it was changed.
            """)

    @Argument(help: "The bundle.", transform: NamedPath.read)
    var path: String

    @Option(
        help: ArgumentHelp("The public key, or one of several, that must have signed it.", valueName: "public.pem"),
        transform: NamedPath.read)
    var `public`: [String]

    @OptionGroup var report: ReportOptions

    func validate() throws {
        guard !self.public.isEmpty else { throw ValidationError("whose signature? Give `--public`") }
    }

    func run() throws {
        let reporter = Reporter(format: report.format)
        let keys = try self.public.map { try KeyFile($0, reporter).read(VerifyingKey.init(pem:)) }
        do {
            let bundle = try PolicyBundle(contentsOf: URL(filePath: path))
            let key = try bundle.verify(signedBy: keys)
            _ = try PolicySet(bundle)
            switch report.format {
            case .text: try reporter.print(bundle.summary(path) + "  verified by: \(key.id)\n")
            case .json:
                try reporter.print { json in
                    bundle.write(&json)
                    json.member("verifiedBy", key.id)
                }
            }
        } catch let error as PolicyErrors {
            let isUnsigned = error.diagnostics.contains { ["not-signed", "wrong-signature"].contains($0.code) }
            try reporter.fail(error.diagnostics, isUnsigned ? .no : ExitStatus(error.diagnostics))
        }
    }
}

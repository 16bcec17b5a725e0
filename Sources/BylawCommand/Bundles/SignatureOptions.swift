import ArgumentParser
import Bylaw

/// Whose signature policies must have.
struct SignatureOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Refuse what is no bundle signed by this public key, or by one of several.", valueName: "public.pem"),
        transform: NamedPath.read)
    var requireSignature: [String] = []

    /// The keys that are asked for; nil where none is. One that cannot be read ends the command.
    func keys(_ reporter: Reporter) throws -> [VerifyingKey]? {
        requireSignature.isEmpty
            ? nil : try requireSignature.map { try KeyFile($0, reporter).read(VerifyingKey.init(pem:)) }
    }
}

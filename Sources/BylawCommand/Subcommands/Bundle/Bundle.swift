import ArgumentParser

/// `bylaw bundle`: policies in one file that nobody changes unnoticed.
struct Bundle: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: "Pack policies into one file, sign it, and tell whether it is what somebody signed.",
        discussion: """
            A bundle is accepted wherever a folder of policies is. `bylaw judge` and `bylaw check` take nothing but \
            signed bundles where they are given --require-signature.
            Keys are Ed25519 in PEM: openssl genpkey -algorithm ed25519 -out private.pem, and \
            openssl pkey -in private.pem -pubout -out public.pem.
            """,
        subcommands: [BundlePack.self, BundleVerify.self],
        defaultSubcommand: BundlePack.self)
}

/// Bundles, their signatures and the keys to them.
extension CodePage {
    static let bundles: [CodePage] = [
        CodePage(
            "not-a-bundle", "a file is no bundle of policies",
            meaning: """
                A bundle is one JSON object that `bylaw bundle` wrote: with its digest, each file once under a plain \
                path below the root, and its signatures.
                """,
            repair: "Pack the policies again.",
            wrong: .told("`bylaw bundle verify garden/policies/posting.yaml --public public.pem`"),
            right: .told("`bylaw bundle garden/policies --output garden.bundle`, and then verify `garden.bundle`.")),
        CodePage(
            "damaged-bundle", "a bundle is not as it was packed",
            meaning: """
                A bundle's digest is that of its files, and every byte has its place. Something was changed since, on \
                the way or by somebody.
                """,
            repair: "Fetch it again, or pack it again. Change policies in their folder, never in the bundle.",
            wrong: .told("A bundle in which an editor put a line break at another place."),
            right: .told("The bundle as `bylaw bundle` wrote it.")),
        CodePage(
            "not-bundled", "a file cannot be in a bundle",
            meaning: """
                Files in a bundle are in UTF-8, their paths have no backslashes and no control characters, and a \
                bundle has at most 64 MiB.
                """,
            repair: "Rename the file, write it in UTF-8, or make several bundles.",
            wrong: .told("A list of names in Latin-1."),
            right: .told("The same list in UTF-8: `iconv -f latin1 -t utf8`.")),
        CodePage(
            "not-signed", "policies are not signed by a key that is asked for",
            meaning: """
                With `--require-signature` nothing is judged or checked but a bundle that the holder of one of the \
                keys signed. A folder cannot be signed.
                """,
            repair: "Sign the bundle by the private key that goes with the public one.",
            wrong: .told("`bylaw judge --policies garden/policies --require-signature public.pem`"),
            right: .told("`bylaw judge --policies garden.bundle --require-signature public.pem`")),
        CodePage(
            "wrong-signature", "a bundle's signature does not fit it",
            meaning: """
                The bundle says that the holder of the key signed it, and that is not so: it was signed for other \
                policies, or made up.
                """,
            repair: "Do not use it. Ask whoever made it, and fetch it again.",
            wrong: .told("A bundle with the signature of last week's."),
            right: .told("This week's bundle, signed itself.")),
        CodePage(
            "not-a-key", "a file holds no key of the kind that is asked for",
            meaning: """
                Bundles are signed by private keys and verified by public ones: Ed25519, in PEM, not encrypted. \
                Nothing of a key is ever shown.
                """,
            repair: """
                `openssl genpkey -algorithm ed25519 -out private.pem` makes a private key, and \
                `openssl pkey -in private.pem -pubout -out public.pem` its public one.
                """,
            wrong: .told("`bylaw bundle verify garden.bundle --public private.pem`"),
            right: .told("`bylaw bundle verify garden.bundle --public public.pem`")),
    ]
}

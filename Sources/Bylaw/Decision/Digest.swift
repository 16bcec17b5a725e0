import Crypto

/// SHA-256 over fields that are kept apart, printed as decisions name digests: `sha256:` and 64 hexadecimal digits.
package struct Digest {
    private var hash = SHA256()

    package init() {}

    /// Adds a field: its length in eight bytes, most significant first, then its bytes, so that no two lists of fields
    /// give the same input.
    package mutating func add(_ bytes: some Collection<UInt8>) {
        let count = UInt64(bytes.count)
        hash.update(data: (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - 8 * UInt64($0))) })
        hash.update(data: Array(bytes))
    }

    /// Adds a text's UTF-8.
    package mutating func add(_ text: String) { add(text.utf8) }

    /// The digest of the fields so far.
    package func text() -> String {
        "sha256:" + hash.finalize().hexadecimalText
    }

    /// The digest of a few texts.
    package static func of(_ fields: String...) -> String {
        var digest = Digest()
        for field in fields { digest.add(field) }
        return digest.text()
    }
}

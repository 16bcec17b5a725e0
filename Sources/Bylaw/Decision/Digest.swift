import Crypto

/// SHA-256 over fields that are kept apart, printed as decisions name digests: `sha256:` and 64 hexadecimal digits.
package struct Digest {
    private var hash = SHA256()

    package init() {}

    /// Adds a field: its length in eight bytes, most significant first, then its bytes, so that no two lists of fields
    /// give the same input.
    package mutating func add(_ bytes: some Collection<UInt8>) {
        if bytes.withContiguousStorageIfAvailable({ add(UnsafeRawBufferPointer($0)) }) == nil {
            Array(bytes).withUnsafeBytes { add($0) }
        }
    }

    /// Adds a text's UTF-8.
    package mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
        withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
        hash.update(bufferPointer: bytes)
    }

    /// The digest of the fields so far.
    package func text() -> String {
        "sha256:" + hash.finalize().withUnsafeBytes(\.hexadecimalText)
    }

    /// The digest of a few texts.
    package static func of(_ fields: String...) -> String {
        var digest = Digest()
        for field in fields { digest.add(field) }
        return digest.text()
    }
}

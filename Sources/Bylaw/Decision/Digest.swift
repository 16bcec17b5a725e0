import Crypto

/// SHA-256 over fields that are kept apart, printed as decisions name digests: `sha256:` and 64 hexadecimal digits.
package struct Digest {
    private var hash = SHA256()
    /// What is not hashed yet: fields are short, and each step of hashing takes a while to begin.
    private var waiting: [UInt8] = []
    private static let waitingLimit = 4096

    package init() { waiting.reserveCapacity(512) }

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
        withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { waiting.append(contentsOf: $0) }
        if bytes.count <= Self.waitingLimit - waiting.count {
            waiting.append(contentsOf: bytes)
        } else {
            hashWaiting()
            hash.update(bufferPointer: bytes)
        }
    }

    private mutating func hashWaiting() {
        waiting.withUnsafeBytes { hash.update(bufferPointer: $0) }
        waiting.removeAll(keepingCapacity: true)
    }

    /// The digest of the fields so far.
    package func text() -> String {
        var rest = self
        rest.hashWaiting()
        return "sha256:" + rest.hash.finalize().withUnsafeBytes(\.hexadecimalText)
    }

    /// The digest of a few texts.
    package static func of(_ fields: String...) -> String {
        var digest = Digest()
        for field in fields { digest.add(field) }
        return digest.text()
    }
}

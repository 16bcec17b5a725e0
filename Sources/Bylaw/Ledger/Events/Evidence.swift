/// What an event rests on, as the digest of a random salt and the evidence: who has the evidence and the salt can show
/// that it was this; who has the digest alone learns nothing, not even by trying out what it might be.
public struct Evidence: Sendable, Hashable {
    /// `sha256:` of salt and evidence.
    public let digest: String
    /// 32 hexadecimal digits; nil once it was erased.
    public let salt: String?

    /// The digest of some evidence, under a salt of its own.
    public init(of evidence: some Collection<UInt8>) {
        self.init(of: evidence, salt: Salt.random())
    }

    /// The digest under a salt that is known: to show that this was the evidence.
    public init(of evidence: some Collection<UInt8>, salt: String) {
        var digest = Digest()
        digest.add("evidence")
        digest.add(salt)
        digest.add(evidence)
        self.digest = digest.text()
        self.salt = salt
    }

    /// A digest that was kept.
    public init(digest: String, salt: String?) {
        self.digest = digest
        self.salt = salt
    }
}

enum Salt {
    /// 128 bits of the system's random numbers, as 32 hexadecimal digits.
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return [generator.next() as UInt64, generator.next()].map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }.joined()
    }
}

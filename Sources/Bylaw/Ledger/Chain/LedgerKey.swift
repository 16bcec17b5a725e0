import Crypto

/// A secret of the host's by which a ledger's entries are chained and forgotten members are given pseudonyms.
///
/// Whoever has the store and not the key can change nothing unseen, and cannot tell whom a pseudonym stands for.
public struct LedgerKey: Sendable {
    /// The fewest bytes that a key has.
    public static let minimumBytes = 16

    /// The key of a ledger without a secret: its chain shows damage, but not what somebody changed who reckoned it anew.
    public static let none = LedgerKey(id: "none", key: SymmetricKey(data: Array("bylaw ledger without a key".utf8)))

    /// Names the key, wherever its bytes must not stand.
    public let id: String
    private let key: SymmetricKey

    /// A key, or nil where it is shorter than ``minimumBytes``.
    public init?(id: String, bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count >= Self.minimumBytes else { return nil }
        self.init(id: id, key: SymmetricKey(data: bytes))
    }

    private init(id: String, key: SymmetricKey) {
        self.id = id
        self.key = key
    }

    /// Whether this is ``none``.
    public var isNone: Bool { fingerprint == Self.none.fingerprint }

    /// Tells this key from others, and nothing else of it: 16 hexadecimal digits.
    var fingerprint: String { String(mac(["fingerprint"]).prefix(16)) }

    /// The HMAC-SHA256 of fields that are kept apart, as 64 hexadecimal digits.
    func mac(_ fields: [String]) -> String {
        // One update for all is several times as fast as one for each.
        var bytes: [UInt8] = []
        for field in fields {
            var field = field
            field.withUTF8 { text in
                withUnsafeBytes(of: UInt64(text.count).bigEndian) { bytes.append(contentsOf: $0) }
                bytes.append(contentsOf: text)
            }
        }
        return HMAC<SHA256>.authenticationCode(for: bytes, using: key).withUnsafeBytes(\.hexadecimalText)
    }

    /// What stands in the place of a member's id, and of whatever else could tell the member, once the member is
    /// forgotten. The same text gets the same pseudonym, so that entries still fit together.
    public func pseudonym(of text: String) -> String {
        Self.pseudonymPrefix + mac(["pseudonym", text]).prefix(32)
    }

    static let pseudonymPrefix = "forgotten-"
}

extension LedgerKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The key's id alone.
    public var description: String { "LedgerKey(\(id))" }
    /// The key's id alone.
    public var debugDescription: String { description }
    /// Nothing of the key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Sequence<UInt8> {
    /// Two small hexadecimal digits a byte.
    package var hexadecimalText: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

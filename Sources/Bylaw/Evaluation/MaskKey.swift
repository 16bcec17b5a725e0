import Crypto

/// A secret of the host's, by which masks give pseudonyms. Nobody without it can work a value back from its pseudonym, not
/// even by trying values out.
///
/// Whoever replaces a key replaces every pseudonym; its id stands in each decision that may have used it.
public struct MaskKey: Sendable {
    /// The fewest bytes that a key has.
    public static let minimumBytes = 16

    /// Names the key in decisions, where its bytes never stand: `2024-q3`.
    public let id: String
    private let key: SymmetricKey

    /// A key, or nil where it is shorter than ``minimumBytes``.
    public init?(id: String, bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count >= Self.minimumBytes else { return nil }
        self.id = id
        key = SymmetricKey(data: bytes)
    }

    /// The pseudonym of a value within a scope: ``pseudonymLength`` small letters and digits (Crockford's base 32), the
    /// first 80 bits of HMAC-SHA256 over both. The same value in two scopes has two pseudonyms that cannot be matched.
    func pseudonym(of value: [UInt8], scope: String?) -> String {
        var mac = HMAC<SHA256>(key: key)
        let scope: [UInt8] = scope.map { [1] + Array($0.utf8) } ?? [0]
        for field in [Array("bylaw pseudonym".utf8), scope, value] {
            let count = UInt64(field.count)
            mac.update(data: (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - 8 * UInt64($0))) })
            mac.update(data: field)
        }
        return Self.base32(Array(mac.finalize()).prefix(10))
    }

    static let pseudonymLength = 16
    private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    private static func base32(_ bytes: some Collection<UInt8>) -> String {
        var text: [UInt8] = []
        var (rest, bits) = (UInt(0), 0)
        for byte in bytes {
            rest = (rest << 8 | UInt(byte)) & 0xFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(digits[Int(rest >> UInt(bits) & 31)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension MaskKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The key's id alone.
    public var description: String { "MaskKey(\(id))" }
    /// The key's id alone.
    public var debugDescription: String { description }
    /// Nothing of the key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// By which key and in which scope each mask of a request gives pseudonyms.
final class Pseudonyms {
    private var masks: [Int: (key: MaskKey, scope: String?)] = [:]

    func removeAll() { masks.removeAll(keepingCapacity: true) }

    func use(_ key: MaskKey, scope: String?, forMask mask: Int) { masks[mask] = (key, scope) }

    /// The pseudonym that a mask puts in a value's place; nil where the mask has no key.
    func text(_ mask: Int, _ value: [UInt8]) -> String? {
        masks[mask].map { $0.key.pseudonym(of: value, scope: $0.scope) }
    }
}

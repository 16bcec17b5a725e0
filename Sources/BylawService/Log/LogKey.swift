import Bylaw
import Crypto

/// A secret of the host's by which the lines of a decision log are chained. Whoever has the files and not the key can
/// change nothing in them unseen.
public struct LogKey: Sendable {
    /// The fewest bytes that a key has.
    public static let minimumBytes = 16

    /// Names the key in the log, where its bytes never stand: the host's name for it, and 16 digits that tell it from others.
    public let name: String
    private let key: SymmetricKey

    /// A key, or nil where it is shorter than ``minimumBytes``, or its id is empty or longer than 64 characters, or has
    /// others than ASCII letters, digits, `-`, `_` and `.`.
    public init?(id: String = "host", bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count >= Self.minimumBytes, (1...64).contains(id.utf8.count), id.utf8.allSatisfy(Self.isPlain)
        else {
            return nil
        }
        key = SymmetricKey(data: bytes)
        let fingerprint = Self.mac(Array("bylaw decision log fingerprint".utf8), key)
        name = "\(id):\(fingerprint.prefix(16))"
    }

    /// The HMAC-SHA256 of a line up to its MAC, as 64 hexadecimal digits.
    func mac(of line: some Collection<UInt8>) -> String {
        Self.mac(Array("bylaw decision log\n".utf8) + line, key)
    }

    private static func mac(_ bytes: [UInt8], _ key: SymmetricKey) -> String {
        HMAC<SHA256>.authenticationCode(for: bytes, using: key).withUnsafeBytes(\.hexadecimalText)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}

extension LogKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The key's name alone.
    public var description: String { "LogKey(\(name))" }
    /// The key's name alone.
    public var debugDescription: String { description }
    /// Nothing of the key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

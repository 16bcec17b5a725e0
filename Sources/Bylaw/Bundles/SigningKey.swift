import Crypto
import Foundation

/// The private key by which its holder signs bundles: Ed25519. Nothing of it is ever printed.
public struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// Reads a private key from PEM, as `openssl genpkey -algorithm ed25519` writes it.
    ///
    /// - Throws: Why it is none. Nothing of the text is told.
    public init(pem: [UInt8]) throws(PolicyErrors) {
        do {
            let text = try KeyText(pem)
            guard text.label != "PUBLIC KEY" else {
                throw ReadError("not-a-key", "this is a public key, where a private one is asked for")
            }
            guard text.label != "ENCRYPTED PRIVATE KEY" else {
                throw ReadError(
                    "not-a-key", "the private key is encrypted",
                    help: "`openssl pkey -in PRIVATE.pem` decrypts it")
            }
            let bytes = try text.key(labelled: "PRIVATE KEY", after: Self.prefix)
            key = try Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
        } catch {
            throw PolicyErrors(error, otherwise: .noKey)
        }
    }

    /// The public key that goes with it.
    public var verifyingKey: VerifyingKey { VerifyingKey(key.publicKey) }

    /// What stands before the 32 bytes of a `PrivateKeyInfo`, for Ed25519 (RFC 8410).
    private static let prefix: [UInt8] = [
        0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]

    func signature(of statement: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: statement)) }
}

extension SigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The id of the public key alone.
    public var description: String { "SigningKey(\(verifyingKey.id))" }
    /// The id of the public key alone.
    public var debugDescription: String { description }
    /// Nothing of the key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

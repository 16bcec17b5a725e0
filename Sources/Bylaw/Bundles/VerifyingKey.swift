import Crypto
import Foundation

/// The public key by which anybody can tell whether its holder signed something: Ed25519.
public struct VerifyingKey: Sendable {
    /// Tells this key from others: the SHA-256 of its 32 bytes.
    public let id: String
    private let key: Curve25519.Signing.PublicKey

    /// Reads a public key from PEM, as `openssl pkey -in PRIVATE.pem -pubout` writes it.
    ///
    /// - Throws: Why it is none. Nothing of the text is told, for it may be a private key.
    public init(pem: [UInt8]) throws(PolicyErrors) {
        do {
            let text = try KeyText(pem)
            guard text.label != "PRIVATE KEY" else {
                throw ReadError(
                    "not-a-key", "this is a private key, where a public one is asked for",
                    help: "`openssl pkey -in PRIVATE.pem -pubout` makes a public one of it")
            }
            let bytes = try text.key(labelled: "PUBLIC KEY", after: Self.prefix)
            self.init(try Curve25519.Signing.PublicKey(rawRepresentation: bytes))
        } catch {
            throw PolicyErrors(error, otherwise: .noKey)
        }
    }

    init(_ key: Curve25519.Signing.PublicKey) {
        self.key = key
        id = "sha256:" + SHA256.hash(data: key.rawRepresentation).withUnsafeBytes(\.hexadecimalText)
    }

    /// What stands before the 32 bytes of a `SubjectPublicKeyInfo`, for Ed25519 (RFC 8410).
    private static let prefix: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]

    func isSignature(_ signature: [UInt8], of statement: [UInt8]) -> Bool {
        key.isValidSignature(signature, for: statement)
    }
}

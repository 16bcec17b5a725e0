import BylawTestSupport

@testable import Bylaw

extension TestKeys {
    static func key() throws -> SigningKey { try SigningKey(pem: Array(signing.utf8)) }
    static func otherKey() throws -> SigningKey { try SigningKey(pem: Array(otherSigning.utf8)) }
    static func publicKey() throws -> VerifyingKey { try VerifyingKey(pem: Array(verifying.utf8)) }
    static func otherPublicKey() throws -> VerifyingKey { try VerifyingKey(pem: Array(otherVerifying.utf8)) }
}

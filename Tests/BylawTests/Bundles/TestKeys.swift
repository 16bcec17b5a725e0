@testable import Bylaw

/// Keys as OpenSSL wrote them, for nothing but tests.
enum TestKeys {
    static let signing = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIEub2GACZ7e5o2N2upIXb7b+arAjBrMQBCj7nHwYiMip
        -----END PRIVATE KEY-----

        """
    static let verifying = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEADKCxM/vhhlqAOnEwlQfrcvVR1W1rypH5Jxba3h/CrwY=
        -----END PUBLIC KEY-----

        """
    static let otherSigning = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEILNQbcrWui4etspELtjMesrDH4jo6bLA49RFk/RS5UBr
        -----END PRIVATE KEY-----

        """
    static let otherVerifying = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAS3bs6CmSSiIs6U8KairmCbMthcx32z/gEbWMhdEleSU=
        -----END PUBLIC KEY-----

        """
    /// A key of another kind, by `openssl genpkey -algorithm ed448`.
    static let ed448 = """
        -----BEGIN PRIVATE KEY-----
        MEcCAQAwBQYDK2VxBDsEOWb/zbnkK5xDzO3p1e/RdidyODLp/DOpEsKX17Su9jAQ
        2PDM0vvZdAfLBrFmmS+NGgQcRgOQkDxLkA==
        -----END PRIVATE KEY-----

        """

    static func key() throws -> SigningKey { try SigningKey(pem: Array(signing.utf8)) }
    static func otherKey() throws -> SigningKey { try SigningKey(pem: Array(otherSigning.utf8)) }
    static func publicKey() throws -> VerifyingKey { try VerifyingKey(pem: Array(verifying.utf8)) }
    static func otherPublicKey() throws -> VerifyingKey { try VerifyingKey(pem: Array(otherVerifying.utf8)) }
}

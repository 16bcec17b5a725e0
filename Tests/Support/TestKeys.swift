/// Keys as OpenSSL wrote them, for nothing but tests.
package enum TestKeys {
    package static let signing = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIEub2GACZ7e5o2N2upIXb7b+arAjBrMQBCj7nHwYiMip
        -----END PRIVATE KEY-----

        """
    package static let verifying = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEADKCxM/vhhlqAOnEwlQfrcvVR1W1rypH5Jxba3h/CrwY=
        -----END PUBLIC KEY-----

        """
    package static let otherSigning = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEILNQbcrWui4etspELtjMesrDH4jo6bLA49RFk/RS5UBr
        -----END PRIVATE KEY-----

        """
    package static let otherVerifying = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAS3bs6CmSSiIs6U8KairmCbMthcx32z/gEbWMhdEleSU=
        -----END PUBLIC KEY-----

        """
    /// A key of another kind, by `openssl genpkey -algorithm ed448`.
    package static let ed448 = """
        -----BEGIN PRIVATE KEY-----
        MEcCAQAwBQYDK2VxBDsEOWb/zbnkK5xDzO3p1e/RdidyODLp/DOpEsKX17Su9jAQ
        2PDM0vvZdAfLBrFmmS+NGgQcRgOQkDxLkA==
        -----END PRIVATE KEY-----

        """
}

import BylawSource
import BylawTestSupport
import Testing

@testable import Bylaw

/// Keys are what OpenSSL writes; what is none is refused, and nothing of it is told.
@Suite struct BundleKeyTests {
    @Test func aPublicKeyGoesWithItsPrivateOne() throws {
        #expect(try TestKeys.key().verifyingKey.id == TestKeys.publicKey().id)
        #expect(try TestKeys.otherPublicKey().id != TestKeys.publicKey().id)
        // `openssl pkey -pubin -outform DER | tail -c 32 | sha256sum`
        let id = "0b95e7bbbbe4baa3de41c6c855c87d28744e7355434e48e532d22cd4491e63e4"
        #expect(try TestKeys.publicKey().id == "sha256:\(id)")
    }

    @Test func linesMayEndAndStandAsOpenSSLTakesThem() throws {
        let text = TestKeys.verifying
        for text in [
            text.replacing("\n", with: "\r\n"), "A note\n" + text, text + "\n", String(text.dropLast()),
        ] {
            #expect(try VerifyingKey(pem: Array(text.utf8)).id == TestKeys.publicKey().id)
        }
    }

    private static let refused: [(text: String, message: String)] = [
        (TestKeys.signing, "this is a private key, where a public one is asked for"),
        (TestKeys.ed448, "this is a private key, where a public one is asked for"),
        ("", "this is no Ed25519 key in PEM"), ("not a key", "this is no Ed25519 key in PEM"),
        (String(TestKeys.verifying.dropLast(30)), "this is no Ed25519 key in PEM"),
        (TestKeys.verifying.replacing("MCow", with: "MCox"), "this is no Ed25519 key in PEM"),
        (TestKeys.verifying.replacing("=\n-----END", with: "\n-----END"), "this is no Ed25519 key in PEM"),
        (TestKeys.verifying.replacing("PUBLIC", with: "CERTIFIED"), "this is no Ed25519 key in PEM"),
    ]

    @Test(arguments: refused)
    func whatIsNoPublicKeyIsRefused(_ text: String, _ message: String) throws {
        let error = try #require(throws: PolicyErrors.self) { try VerifyingKey(pem: Array(text.utf8)) }
        #expect(error.diagnostics.map(\.message) == [message])
        #expect(error.diagnostics.first?.code == "not-a-key")
    }

    @Test func whatIsNoPrivateKeyIsRefused() throws {
        let encrypted = TestKeys.signing.replacing("PRIVATE KEY", with: "ENCRYPTED PRIVATE KEY")
        for (text, message) in [
            (TestKeys.verifying, "this is a public key, where a private one is asked for"),
            (encrypted, "the private key is encrypted"), (TestKeys.ed448, "this is no Ed25519 key in PEM"),
            (TestKeys.signing.replacing("MC4C", with: "MC4D"), "this is no Ed25519 key in PEM"),
        ] {
            let error = try #require(throws: PolicyErrors.self) { try SigningKey(pem: Array(text.utf8)) }
            #expect(error.diagnostics.map(\.message) == [message])
        }
    }

    /// Neither a key that is read nor one that is refused shows itself.
    @Test func nothingOfAPrivateKeyIsShown() throws {
        let secret = TestKeys.signing.split(separator: "\n")[1]
        let key = try TestKeys.key()
        var dumped = ""
        dump(key, to: &dumped)
        var texts = ["\(key)", String(reflecting: key), dumped]
        for text in [TestKeys.signing, TestKeys.signing.replacing("MC4C", with: "MC4D")] {
            do { _ = try VerifyingKey(pem: Array(text.utf8)) } catch { texts.append(error.description) }
            do { _ = try SigningKey(pem: Array(text.utf8)) } catch { texts.append(error.description) }
        }
        #expect(texts.count == 6)
        for text in texts { #expect(!text.contains(secret.suffix(20))) }
    }
}

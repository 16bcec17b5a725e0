import BylawJSON
import BylawSource
import BylawTestSupport
import Foundation
import Testing

@testable import Bylaw

/// Whatever is changed in a bundle, it is refused, or it is not taken for other policies.
@Suite struct BundleForgeryTests {
    private static func small() throws -> PolicyBundle {
        var bundle = try PolicyBundleTests.bundle([
            "p.yaml": UsesTests.policy("types.yaml"), "types.yaml": UsesTests.types,
        ])
        try bundle.sign(with: TestKeys.key())
        return bundle
    }

    /// The code with which a bundle is refused where a signature is asked for; nil where it is accepted.
    private func refusal(_ bytes: [UInt8], keys: [VerifyingKey]) -> String? {
        do {
            let bundle = try PolicyBundle(bytes: bytes)
            try bundle.verify(signedBy: keys)
            _ = try PolicySet(bundle)
            return nil
        } catch {
            return error.diagnostics.first?.code
        }
    }

    @Test func everyBitThatIsTurnedIsNoticed() throws {
        let bytes = try Self.small().bytes
        let keys = [try TestKeys.publicKey()]
        #expect(refusal(bytes, keys: keys) == nil)
        var accepted: [Int] = []
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << bit
                if refusal(changed, keys: keys) == nil { accepted.append(place) }
            }
        }
        #expect(accepted == [])
    }

    @Test func everyPartOfItIsNoticed() throws {
        let bytes = try Self.small().bytes
        let keys = [try TestKeys.publicKey()]
        for end in bytes.indices { #expect(refusal(Array(bytes[..<end]), keys: keys) != nil, "\(end)") }
        for more in ["\n", " ", "{}", "\0"] { #expect(refusal(bytes + Array(more.utf8), keys: keys) != nil) }
    }

    @Test func aSignatureOfOtherPoliciesIsWrong() throws {
        let other = try PolicyBundleTests.bundle()
        let small = try Self.small()
        let forged = PolicyBundle(files: other.files, digest: other.digest, signatures: small.signatures)
        #expect(refusal(forged.bytes, keys: [try TestKeys.publicKey()]) == "wrong-signature")
        // Nor does it help to keep the digest that was signed.
        let swapped = PolicyBundle(files: other.files, digest: small.digest, signatures: small.signatures)
        #expect(refusal(swapped.bytes, keys: [try TestKeys.publicKey()]) == "damaged-bundle")
    }

    @Test func onlyTheKeysThatAreAskedForCount() throws {
        let (key, other) = (try TestKeys.publicKey(), try TestKeys.otherPublicKey())
        var bundle = try Self.small()
        #expect(refusal(bundle.bytes, keys: [other]) == "not-signed")
        #expect(refusal(bundle.bytes, keys: []) == "not-signed")
        #expect(refusal(bundle.bytes, keys: [other, key]) == nil)
        #expect(refusal(try PolicyBundleTests.bundle().bytes, keys: [key]) == "not-signed")
        // A signature by one key in the name of another.
        try bundle.sign(with: TestKeys.otherKey())
        #expect(refusal(bundle.bytes, keys: [other]) == nil && refusal(bundle.bytes, keys: [key]) == nil)
        let signatures = zip(bundle.signatures, bundle.signatures.reversed()).map {
            PolicyBundle.Signature(key: $0.key, bytes: $1.bytes)
        }
        let forged = PolicyBundle(files: bundle.files, digest: bundle.digest, signatures: signatures)
        #expect(refusal(forged.bytes, keys: [key, other]) == "wrong-signature")
    }

    /// What is signed begins so that it is mistaken for nothing else, and is checked with OpenSSL's own key.
    @Test func theSignatureIsThatOfTheDigest() throws {
        let bundle = try Self.small()
        let signature = try #require(bundle.signatures.first)
        let statement = Array("bylaw bundle 1\n\(bundle.digest)".utf8)
        #expect(try TestKeys.publicKey().isSignature(signature.bytes, of: statement))
        #expect(try !TestKeys.publicKey().isSignature(signature.bytes, of: Array(bundle.digest.utf8)))
    }

    static let paths = [
        "../p.yaml", "a/../../p.yaml", "a/../p.yaml", "/p.yaml", "//p.yaml", "a//p.yaml", "./p.yaml", "a/./p.yaml",
        "p.yaml/",
        "", ".", "..", #"a\p.yaml"#, #"..\p.yaml"#, "p\0.yaml", "p\u{1B}[2J.yaml", "p\n.yaml",
    ]

    @Test(arguments: paths)
    func pathsThatLeadElsewhereAreRefused(_ path: String) throws {
        let text = UsesTests.policy("").replacing("uses: []", with: "types: { Share: { text: text } }")
        let error = try #require(throws: PolicyErrors.self) {
            try PolicyBundle(bytes: Self.written([(path, text)]))
        }
        #expect(error.diagnostics.first?.code == "not-a-bundle")
        #expect(!error.description.unicodeScalars.contains("\u{1B}"))
    }

    @Test func aPathOrKeyThatComesTwiceIsRefused() throws {
        let text = UsesTests.policy("").replacing("uses: []", with: "types: { Share: { text: text } }")
        let twice = try #require(throws: PolicyErrors.self) {
            try PolicyBundle(bytes: Self.written([("p.yaml", text), ("p.yaml", text + "# more\n")]))
        }
        #expect(twice.diagnostics.first?.message == "the bundle holds `p.yaml` twice")
        let bytes = try Self.small().bytes
        let whole = String(decoding: bytes, as: UTF8.self)
        for key in [#""files":[],"#, #""digest":"x","#, #""signatures":[],"#] {
            let start = #"{"bylaw-bundle":1,"#
            let doubled = whole.replacing(start, with: start + key)
            let error = try #require(throws: PolicyErrors.self) { try PolicyBundle(bytes: Array(doubled.utf8)) }
            #expect(error.diagnostics.first?.code == "not-a-bundle", "\(key)")
        }
    }

    /// The files in another order, escapes for what needs none, spaces, further members: the same policies, but other
    /// bytes.
    @Test func anotherWayToWriteItIsRefused() throws {
        let whole = String(decoding: try Self.small().bytes, as: UTF8.self)
        let ways = [
            whole.replacing(#""path":"p.yaml""#, with: #""path":"\u0070.yaml""#), whole.replacing("1,", with: "1, "),
            whole.replacing(#""bylaw-bundle":1"#, with: #""bylaw-bundle":1.0"#),
            whole.replacing(#","signatures""#, with: #","more":1,"signatures""#), String(whole.dropLast()),
        ]
        for way in ways {
            #expect(way != whole)
            #expect(throws: PolicyErrors.self) { try PolicyBundle(bytes: Array(way.utf8)) }
        }
        let bundle = try Self.small()
        let doubled = PolicyBundle(
            files: bundle.files, digest: bundle.digest, signatures: bundle.signatures + bundle.signatures)
        let error = try #require(throws: PolicyErrors.self) { try PolicyBundle(bytes: doubled.bytes) }
        #expect(error.diagnostics.first?.code == "damaged-bundle")
    }

    @Test func whatIsTooMuchIsRefused() throws {
        let large = [UInt8](repeating: UInt8(ascii: "["), count: PolicyBundle.maximumBytes + 1)
        let tooLarge = try #require(throws: PolicyErrors.self) { try PolicyBundle(bytes: large) }
        #expect(tooLarge.diagnostics.first?.code == "file-too-large")
        let deep = Array(#"{"bylaw-bundle":1,"files":"#.utf8) + large.prefix(1000)
        #expect(throws: PolicyErrors.self) { try PolicyBundle(bytes: deep) }
        let many = (0..<20_001).map { ("\($0)", "") }
        #expect(throws: PolicyErrors.self) { try PolicyBundle(bytes: Self.written(many)) }
    }

    /// A bundle by hand, its digest right as far as its paths can be.
    private static func written(_ files: [(path: String, text: String)]) -> [UInt8] {
        var known = PolicyFiles()
        for file in files { known.insert(Array(file.text.utf8), at: PolicyPath(file.path)) }
        var json = JSONWriter()
        json.object { json in
            json.member("bylaw-bundle", 1)
            json.member("digest", known.digest)
            json.list("files", files) { json, file in
                json.member("path", file.path)
                json.member("text", file.text)
            }
            json.strings("signatures", [])
        }
        json.lineBreak()
        return json.bytes
    }
}

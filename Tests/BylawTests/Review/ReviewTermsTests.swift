import Testing

@testable import Bylaw

@Suite("Review terms")
struct ReviewTermsTests {
    private static let terms = ReviewTerms(
        policy: "p", version: .oneTwo,
        tiers: [
            ReviewTier(
                name: "moderators", who: ["moderator"], needs: 1, within: .seconds(3_600), late: .tier("council")),
            ReviewTier(
                name: "council", who: ["operator", "council"], needs: 3, each: 1, majority: .twoThirds,
                within: .days(7), late: .staysHeld, recuseWhen: "reviewer.relatedTo(case.parties)", ifTooFew: "last"),
            ReviewTier(name: "last", who: ["operator"], late: .deny),
        ], appealTier: "last", appeal: .init(within: .days(20), atMost: 2))

    private static let text =
        #"{"bylaw":1,"policy":"p","version":"1.2.0","review":["#
        + #"{"tier":"moderators","who":["moderator"],"needs":1,"within":"1h","late":"council"},"#
        + #"{"tier":"council","who":["operator","council"],"needs":3,"each":1,"majority":"two-thirds","#
        + #""within":"7d","late":"stays-held","recuse-when":"reviewer.relatedTo(case.parties)","if-too-few":"last"},"#
        + #"{"tier":"last","who":["operator"],"needs":1,"late":"deny"}],"#
        + #""appeal-to":"last","appeal-within":"20d","appeal-at-most":2}"#

    @Test("are kept as bytes that never change, and are read from them")
    func bytes() throws {
        let terms = Self.terms
        #expect(String(decoding: terms.canonicalBytes, as: UTF8.self) == Self.text)
        let read = try #require(ReviewTerms(canonicalBytes: terms.canonicalBytes, digest: terms.digest))
        #expect(read == terms && read.tiers == terms.tiers && read.appeal == terms.appeal)
        #expect(read.appealTier == "last" && read.version == .oneTwo && read.policy == "p")
        let bare = ReviewTerms(policy: "p", version: .oneTwo, tiers: [])
        #expect(try #require(ReviewTerms(canonicalBytes: bare.canonicalBytes, digest: bare.digest)).appeal == nil)
    }

    @Test(
        "are none where they do not fit their digest",
        arguments: [
            (#""needs":3"#, #""needs":2"#), (#""each":1"#, #""each":2"#), ("two-thirds", "simple"), ("7d", "8d"),
            ("stays-held", "deny"), ("case.parties", "case.actor"), (#"few":"last""#, #"few":"moderators""#),
            ("20d", "21d"), (#""appeal-at-most":2"#, #""appeal-at-most":1"#), ("1.2.0", "1.2.1"),
            (#""appeal-to":"last""#, #""appeal-to":"council""#), (#"["operator","council"]"#, #"["operator"]"#),
        ])
    func digests(old: String, new: String) {
        #expect(Self.text.contains(old))
        let bytes = Array(Self.text.replacing(old, with: new).utf8)
        #expect(ReviewTerms(canonicalBytes: bytes, digest: Self.terms.digest) == nil)
        var digest = Digest()
        digest.add(bytes)
        #expect(ReviewTerms(canonicalBytes: bytes, digest: digest.text()) != nil)
    }
}

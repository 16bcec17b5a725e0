import BylawTestSupport
import Testing

@testable import Bylaw

@Suite("A tally's terms as bytes")
struct TermsCodingTests {
    @Test("read back as they were", arguments: 0..<20 as Range<UInt64>)
    func roundTrip(block: UInt64) throws {
        for seed in block * 20..<(block + 1) * 20 {
            var random = SeededGenerator(seed: seed)
            let terms = Self.terms(&random)
            let read = try TallyTerms(canonicalBytes: terms.canonicalBytes, digest: terms.digest)
            #expect(read.canonicalBytes == terms.canonicalBytes)
            #expect(read.window == terms.window)
            #expect(read.perIncident == terms.perIncident)
            #expect(read.severe == terms.severe)
            #expect(read.warnings == terms.warnings)
            #expect(read.training == terms.training)
            #expect(read.appeal == terms.appeal)
            #expect(read.per == terms.per)
            #expect(read.ladder == terms.ladder)
        }
    }

    @Test("are never guessed: other bytes, another digest, or what is no terms is an error")
    func damaged() throws {
        let terms = makeTerms()
        let other = makeTerms(.forever)
        let text = String(decoding: terms.canonicalBytes, as: UTF8.self)
        let changed = [
            String(decoding: other.canonicalBytes, as: UTF8.self), "", "{", "[]", "{}", text + " x",
            text.replacing("\"at\":1", with: "\"at\":2"), text.replacing("remind", with: "forget"),
            text.replacing("\"within\":\"180d\",", with: ""), text.replacing("180d", with: "180 days"),
            text.replacing("highest", with: "lowest"), text.replacing("\"ladder\":[", with: "\"ladder\":[1,"),
        ]
        for text in changed {
            #expect(throws: LedgerError.damagedTerms(digest: terms.digest), "\(text)") {
                try TallyTerms(canonicalBytes: Array(text.utf8), digest: terms.digest)
            }
        }
        #expect(throws: LedgerError.damagedTerms(digest: other.digest)) {
            try TallyTerms(canonicalBytes: terms.canonicalBytes, digest: other.digest)
        }
    }

    /// Ledgers pin these: that there are words which a tally does not use changes no digest.
    @Test("of a tally that uses no later word are those of before there was one")
    func pinned() {
        let simple = makeTerms()
        #expect(
            String(decoding: simple.canonicalBytes, as: UTF8.self) == """
                {"bylaw":1,"policy":"sharing-policy","tally":"sharing","within":"180d","per-incident":"highest",\
                "ladder":[{"at":1,"sanction":"remind"},\
                {"at":2,"sanction":"suspend","from":["share"],"for":"14d"},\
                {"at":3,"sanction":"revoke","role":"ambassador"}]}
                """)
        #expect(simple.digest == "sha256:b8ae86ce4e403a76af29dd1728a270b8d6d00a6e1ae324a37e2d4d987a87375e")
        let month = makeTerms(.calendar(.month, zone: "Asia/Tokyo", weekStarts: .monday), .sum, ladder: [])
        #expect(
            String(decoding: month.canonicalBytes, as: UTF8.self) == """
                {"bylaw":1,"policy":"sharing-policy","tally":"sharing",\
                "within":{"calendar":"month","zone":"Asia/Tokyo"},"per-incident":"sum","ladder":[]}
                """)
        #expect(month.digest == "sha256:79d9bd39aa920552793de0dc6fe6316234a334179c3fe801b84f2699607f6638")
        let merits = makeTerms(
            .forever, ladder: [Rung(at: 10, sanction: .recognise, role: "mentor", title: "Guide")], tally: "merits")
        #expect(
            String(decoding: merits.canonicalBytes, as: UTF8.self) == """
                {"bylaw":1,"policy":"sharing-policy","tally":"merits","within":"forever","per-incident":"highest",\
                "ladder":[{"at":10,"sanction":"recognise","role":"mentor","title":"Guide"}]}
                """)
        #expect(merits.digest == "sha256:bbe7b19fd4d61a232565ef00a059a793e2c45e10e5e08b8d272383654db55721")
    }

    @Test("say each later word that a tally uses")
    func words() {
        let terms = TallyTerms(
            policy: "p", tally: "t", window: .rolling(.days(90)), perIncident: .highest,
            ladder: [Rung(at: 1, sanction: .suspend)], severe: Rung(at: .severe, sanction: .suspend),
            warnings: .init(first: 1, window: .forever),
            training: .init(lifts: .warning, after: .days(90), atMost: 1, window: .rolling(.days(365))),
            appeal: .init(within: .days(14), atMost: 1), per: "post.circle.id")
        #expect(
            String(decoding: terms.canonicalBytes, as: UTF8.self) == """
                {"bylaw":1,"policy":"p","tally":"t","within":"90d","per-incident":"highest",\
                "ladder":[{"at":1,"sanction":"suspend"}],"severe":{"at":"severe","sanction":"suspend"},\
                "warnings":{"first":1,"within":"forever"},\
                "training":{"lifts":"warning","after":"90d","at-most":1,"within":"365d"},\
                "appeal":{"within":"14d","at-most":1},"per":"post.circle.id"}
                """)
    }

    private static func terms(_ random: inout SeededGenerator) -> TallyTerms {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &random) ? value : nil }
        func window() -> TallyTerms.Window {
            let windows: [TallyTerms.Window] = [
                .forever, .rolling(.seconds(number(0...999_999)) + .nanoseconds(number(0...1))),
                .calendar(.week, zone: "Asia/Tokyo", weekStarts: maybe(.sunday) ?? .monday),
                .calendar(.year, zone: "+09:30", weekStarts: .monday),
            ]
            return windows[number(0...3)]
        }
        func rung(_ at: Threshold) -> Rung {
            Rung(
                at: at, sanction: SanctionKind.allCases[number(0...4)], actions: number(0...1) == 0 ? [] : ["a", "b"],
                duration: maybe(.seconds(number(0...999_999))), role: maybe("é\""), title: maybe("\u{1F468}"))
        }
        return TallyTerms(
            policy: "p\0", tally: "日本", window: window(), perIncident: maybe(.sum) ?? .highest,
            ladder: (0..<number(0...3)).map { rung(.points($0 + 1)) }, severe: maybe(rung(.severe)),
            warnings: maybe(.init(first: number(1...9), window: window())),
            training: maybe(
                .init(
                    lifts: maybe(.warning) ?? .strike, after: .seconds(number(0...99)), atMost: maybe(number(1...9)),
                    window: window())),
            appeal: maybe(.init(within: maybe(.days(number(1...9))), atMost: maybe(number(1...9)))),
            per: maybe("post.circle.id"))
    }
}

import Bylaw
import Testing

@Suite("A tally's terms")
struct TallyTermsTests {
    struct Rise: Sendable, CustomTestStringConvertible {
        let before: Int
        let after: Int
        /// The threshold of the rung that applies.
        let at: Int?
        var testDescription: String { "\(before) -> \(after)" }
    }

    @Test(
        "apply the highest rung that is crossed, and above the last one that one again",
        arguments: [
            Rise(before: 0, after: 1, at: nil),  // below the first
            Rise(before: 0, after: 2, at: 2),  // reached exactly
            Rise(before: 1, after: 3, at: 2),  // stepped over
            Rise(before: 2, after: 3, at: nil),  // between two: the lower one is old
            Rise(before: 3, after: 4, at: 4),
            Rise(before: 0, after: 5, at: 4),  // two at once: the higher alone
            Rise(before: 0, after: 40, at: 7),  // all at once
            Rise(before: 6, after: 8, at: 7),
            Rise(before: 7, after: 8, at: 7),  // at the last: again
            Rise(before: 20, after: 21, at: 7),  // far above: again
            Rise(before: 4, after: 4, at: nil),  // no rise
            Rise(before: 7, after: 7, at: nil),
            Rise(before: 9, after: 8, at: nil),  // a fall
        ])
    func rung(rise: Rise) {
        let terms = makeTerms(ladder: [2, 4, 7].map { Rung(at: .points($0), sanction: .warn) })
        #expect(terms.rung(before: rise.before, after: rise.after)?.at.points == rise.at)
    }

    @Test("without a ladder bring nothing")
    func noLadder() {
        #expect(makeTerms(ladder: []).rung(before: 0, after: 100) == nil)
    }

    @Test("give bytes in a fixed form")
    func canonicalBytes() {
        let terms = makeTerms(
            .calendar(.week, zone: "Asia/Tokyo", weekStarts: .sunday), .sum,
            ladder: [
                Rung(at: 3, sanction: .revoke, role: "ambassador"),
                Rung(at: 2, sanction: .suspend, actions: ["share", "post", "share"], duration: .seconds(90_000)),
                Rung(at: 9, sanction: .recognise, title: "\"A\""),
            ])
        let text = """
            {"bylaw":1,"policy":"sharing-policy","tally":"sharing",\
            "within":{"calendar":"week","zone":"Asia/Tokyo","week-starts":"sunday"},"per-incident":"sum","ladder":[\
            {"at":2,"sanction":"suspend","from":["post","share"],"for":"1d1h"},\
            {"at":3,"sanction":"revoke","role":"ambassador"},\
            {"at":9,"sanction":"recognise","title":"\\"A\\""}]}
            """
        #expect(String(decoding: terms.canonicalBytes, as: UTF8.self) == text)
        #expect(terms.digest.hasPrefix("sha256:"))
        #expect(terms.digest.utf8.count == 71)
    }

    @Test("have another digest where anything that counts differs, and only there")
    func digests() {
        let ladders: [[Rung]] = [
            [],
            [Rung(at: 1, sanction: .remind)],
            [Rung(at: 2, sanction: .remind)],
            [Rung(at: 1, sanction: .warn)],
            [Rung(at: 1, sanction: .suspend)],
            [Rung(at: 1, sanction: .suspend, duration: .days(1))],
            [Rung(at: 1, sanction: .suspend, actions: ["share"], duration: .days(1))],
            [Rung(at: 1, sanction: .revoke, role: "ambassador")],
            [Rung(at: 1, sanction: .recognise, role: "ambassador")],
            [Rung(at: 1, sanction: .recognise, title: "ambassador")],
        ]
        let windows: [TallyTerms.Window] = [
            .forever, .rolling(.days(1)), .rolling(.seconds(86_401)),
            .calendar(.month, zone: "UTC", weekStarts: .monday), .calendar(.month, zone: "+09:00", weekStarts: .monday),
            .calendar(.year, zone: "UTC", weekStarts: .monday), .calendar(.week, zone: "UTC", weekStarts: .monday),
            .calendar(.week, zone: "UTC", weekStarts: .sunday),
        ]
        var all = ladders.map { makeTerms(ladder: $0) } + windows.map { makeTerms($0) }
        all += [makeTerms(.forever, .sum), makeTerms(policy: "other"), makeTerms(tally: "other")]
        #expect(Set(all.map(\.digest)).count == all.count)
        #expect(Set(all).count == all.count)

        // When weeks start is nothing to a month; in which order rungs and actions are named is nothing to a ladder.
        let month = makeTerms(.calendar(.month, zone: "UTC", weekStarts: .sunday))
        #expect(month == makeTerms(.calendar(.month, zone: "UTC", weekStarts: .monday)))
        #expect(makeTerms(ladder: sharingLadder.reversed()) == makeTerms())
    }
}

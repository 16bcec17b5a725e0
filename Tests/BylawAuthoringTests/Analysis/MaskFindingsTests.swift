import BylawAuthoring
import BylawSource
import Testing

@Suite("Masks that do not hide")
struct MaskFindingsTests {
    private func findings(_ masks: String, says: String = "No.", code: String) throws -> [String] {
        try AnalysisGround.findings { sections in
            sections.rules = "    early: { when: post.hour < 6, then: deny, on: [post], says: '\(says)' }"
            sections.masks = masks
            sections.others = """
                lexicons:
                  firms: { phrases: [Acme, Hidden] }

                """
        }.filter { $0.code == code }.map(\.brief)
    }

    @Test("what a mask puts in and itself or another finds is underlined")
    func found() throws {
        #expect(
            try findings(
                "    firm: { find: { lexicon: firms }, rewrite: [action.text], replace: { text: '[Hidden firm]' } }",
                code: "masks-undo") == ["masks-undo: '[Hidden firm]'"])
        #expect(
            try findings(
                """
                    firm: { find: { lexicon: firms }, rewrite: [action.text], replace: { number: 'firm {A}' } }
                    code: { find: { pattern: 'firm [A-Z]' }, rewrite: [action.text], replace: { redact: true } }
                """, code: "masks-undo") == ["masks-undo: 'firm {A}'"])
    }

    @Test("what no mask of that text finds is left alone")
    func notFound() throws {
        #expect(
            try findings(
                """
                    firm: { find: { lexicon: firms }, rewrite: [action.text], replace: { number: 'firm {A}' } }
                    code: { find: { pattern: 'firm [A-Z]' }, rewrite: [action.note], replace: { redact: true } }
                    mail: { find: { pattern: '[a-z]+@[a-z]+' }, rewrite: [action.text], replace: { text: mail } }
                """, code: "masks-undo") == [])
    }

    @Test("two masks of one text that number in the same words are told, at the later")
    func collision() throws {
        let firm = "    firm: { find: { lexicon: firms }, rewrite: [action.text], replace: { number: 'N {A}' } }\n"
        func other(_ path: String, _ words: String) -> String {
            "    club: { find: { phrases: [Rovers] }, rewrite: [\(path)], replace: { number: '\(words) {A}' } }"
        }
        #expect(try findings(firm + other("action.text", "N"), code: "masks-undo") == ["masks-undo: 'N {A}'"])
        #expect(try findings(firm + other("action.text", "Club"), code: "masks-undo") == [])
        #expect(try findings(firm + other("action.note", "N"), code: "masks-undo") == [])
    }

    private let firm = "    firm: { find: { lexicon: firms }, rewrite: [action.text], replace: { redact: true } }"

    @Test("a message that shows a text that the mask does not look at, or says what it hides")
    func shown() throws {
        #expect(
            try findings(firm, says: "You noted {post.note}.", code: "shows-masked") == ["shows-masked: {post.note}"])
        #expect(
            try findings(firm, says: "Nothing of Acme.", code: "shows-masked") == ["shows-masked: 'Nothing of Acme.'"])
    }

    @Test("a message that shows a number, or whose policy masks nothing, is left alone")
    func notShown() throws {
        #expect(try findings(firm, says: "Not at {post.hour}, before {due}.", code: "shows-masked") == [])
        #expect(try findings("", says: "You noted {post.note} of Acme.", code: "shows-masked") == [])
    }

    @Test("a mask of another policy counts where both judge a request")
    func other() throws {
        let masking = AnalysisGround.policy { sections in
            sections.id = "garden.masks"
            sections.masks =
                "    firm: { find: { phrases: [Acme] }, rewrite: [action.text], replace: { redact: true } }"
        }
        let showing = AnalysisGround.policy {
            $0.rules = "    early: { when: action.hour < 6, then: deny, says: 'You noted {action.note}.' }"
        }
        func findings(_ masking: String) throws -> [String] {
            try PolicyAnalysis(texts: ["a.yaml": masking, "b.yaml": showing]).findings.map(\.brief)
        }
        #expect(try findings(masking) == ["shows-masked: {action.note}"])
        // A policy of other actions.
        #expect(
            try findings(
                masking.replacing("post: Post, edit: Post", with: "sell: Post").replacing(
                    "post.hour", with: "sell.hour")) == [])
    }
}

import BylawAuthoring
import BylawSource
import Testing

@Suite("Texts that are not what they look like")
struct TextFindingsTests {
    private func findings(says text: String) throws -> [String] {
        try AnalysisGround.findings { $0.rules = "    early: { when: action.hour < 6, then: deny, says: \(text) }" }
            .map(
                \.brief)
    }

    @Test("a word of Latin and Cyrillic letters is underlined", arguments: ["раypal", "Hоur", "αlpha"])
    func mixed(_ word: String) throws {
        #expect(try findings(says: "Not by \(word) here.") == ["look-alike: \(word)"])
    }

    @Test(
        "words of scripts that go together are not",
        arguments: [
            "QRコード", "A社", "Yahoo知恵袋", "Радость", "IT-отдел", "καλημέρα", "한국어LG", "Straße", "ภาษาไทย", "naïve",
        ])
    func whole(_ word: String) throws {
        #expect(try findings(says: "See \(word) now.") == [])
    }

    @Test("two names that look alike are told, at the later")
    func names() throws {
        // The second has a Cyrillic letter `с`, and stands alone in its word.
        let findings = try AnalysisGround.findings { sections in
            sections.rules = """
                    c: { when: action.hour < 6, then: deny }
                    с: { when: action.hour > 20, then: deny }
                """
        }
        #expect(findings.map(\.brief) == ["look-alike: с"])
        #expect(findings.first?.labels.map { $0.location.file.text(in: $0.location.range) } == ["c"])
    }

    static let hidden: [(String, String)] = [
        ("a\u{202E}b", "bidi-control"), ("a\u{2066}b\u{2069}", "bidi-control"), ("a\u{200E}b", "bidi-control"),
        ("a\u{200B}b", "invisible-character"), ("a\u{00AD}b", "invisible-character"),
        ("a\u{200D}b", "invisible-character"), ("a\u{FE0F}b", "invisible-character"),
        ("a\u{FEFF}b", "invisible-character"),
        ("a\u{E0041}b", "invisible-character"), ("\u{3164}", "invisible-character"),
    ]

    @Test("controls are told in comments too", arguments: hidden)
    func controls(_ text: String, _ code: String) throws {
        let policy = AnalysisGround.policy { $0.others = "# \(text)\n" }
        let codes = try PolicyAnalysis(texts: ["garden.yaml": policy]).findings.map(\.code)
        #expect(!codes.isEmpty && codes.allSatisfy { $0 == code })
    }

    @Test(
        "what emoji and scripts need is not",
        arguments: [
            "👩‍👩‍👧", "❤️", "👩🏽‍🌾", "🏳️‍🌈", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "می‌خواهم", "क्‍ष", "葛󠄀", "שלום\u{200F}!", "©️", "✈️",
        ])
    func usual(_ text: String) throws {
        #expect(try findings(says: "'See \(text) now.'") == [])
    }

    @Test("an escape shows, and is no matter")
    func escape() throws {
        #expect(try findings(says: #""a\u200Bb""#) == [])
    }
}

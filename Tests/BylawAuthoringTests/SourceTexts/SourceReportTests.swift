import Bylaw
import BylawJSON
import BylawSource
import Foundation
import Testing

@testable import BylawAuthoring

/// What became of a published text, and everything that can be amiss with it.
@Suite struct SourceReportTests {
    static let text = """
        The charter

        Be kind. Ask first! Nothing costs 3.50 here.
        We meet on Mondays; bring tea. See you.

        """

    /// Rules that quote, by name; `omits` as the document lists it.
    private static func policies(_ rules: [(name: String, source: String)], omits: String, uses: Bool = true) throws
        -> PolicySet
    {
        let rules = rules.map { "  \($0.name): { source: { \($0.source) }, when: true, then: deny }" }
        return try PolicySet(texts: [
            "p.yaml": """
            bylaw: 1
            policy: club
            version: 1.0.0
            \(uses ? "uses: [s.yaml]" : "")
            judges: { action: { post: { sold: bool } } }
            otherwise: allow
            rules:
            \(rules.joined(separator: "\n"))
            """,
            "s.yaml": """
            bylaw: 1
            source: club.charter
            title: { en: The charter }
            language: en
            file: charter.txt
            omits:
            \(omits)
            """,
        ])
    }

    private static let rules = [
        (name: "kind", source: "quote: Be kind., reading: direct"),
        (name: "ask", source: "quote: Ask first, reading: derived"),
        (name: "free", source: "quote: Nothing costs 3.50 here., reading: direct"),
    ]
    private static let omits = """
          - { quote: The charter, reason: { de: Titel, en: the title } }
          - { from: We meet, to: See you, reason: { de: Termine } }
        """

    private static func report(
        _ policies: PolicySet, _ files: [String: [UInt8]] = ["charter.txt": Array(text.utf8)]
    ) throws -> SourceReport {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bylaw-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
        return SourceReport([policies], textsIn: folder)
    }

    /// Each problem: code, what is underlined, what is suggested.
    private static func problems(_ report: SourceReport) -> [String] {
        report.diagnostics.map {
            [$0.code, $0.location.map { $0.file.text(in: $0.range) } ?? "-", $0.help].compactMap(\.self)
                .joined(separator: " | ")
        }
    }

    @Test func `each sentence is told with its rules or the reason why it has none`() throws {
        let report = try Self.report(try Self.policies(Self.rules, omits: Self.omits))
        #expect(report.isComplete)
        #expect(report.diagnostics.isEmpty)
        #expect(
            report.text() == """
                club.charter: charter.txt

                1  The charter
                     left out: the title
                3  Be kind.
                     direct: club/kind  p.yaml:8
                3  Ask first!
                     derived: club/ask  p.yaml:9
                3  Nothing costs 3.50 here.
                     direct: club/free  p.yaml:10
                4  We meet on Mondays; bring tea.
                     left out: Termine
                4  See you.
                     left out: Termine

                6 sentences: 3 quoted, 3 left out, 0 unaccounted for


                """)
    }

    @Test func `the report is one JSON object's members`() throws {
        let report = try Self.report(try Self.policies(Array(Self.rules.prefix(2)), omits: Self.omits))
        var json = JSONWriter(layout: .compact)
        json.beginObject()
        report.write(to: &json)
        json.endObject()
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
        let source = try #require((object["sources"] as? [[String: Any]])?.first)
        #expect(source["source"] as? String == "club.charter")
        #expect(
            ["quoted", "omitted", "unaccounted"].map { source[$0] as? Int } == [2, 3, 1])
        let sentences = try #require(source["sentences"] as? [[String: Any]])
        #expect(
            sentences.map { $0["fate"] as? String } == [
                "omitted", "quoted", "quoted", "unaccounted", "omitted", "omitted",
            ])
        #expect(sentences[0]["reasons"] as? [[String: String]] == [["de": "Titel", "en": "the title"]])
        let rule = try #require((sentences[1]["rules"] as? [[String: String]])?.first)
        #expect(rule == ["rule": "club/kind", "reading": "direct", "at": "p.yaml:8:28"])
        #expect(
            (object["diagnostics"] as? [[String: Any]])?.compactMap { $0["code"] as? String } == [
                "unaccounted-sentence"
            ])
    }

    @Test func `a quotation that is not verbatim is told, whatever its reading`() throws {
        for reading in ["direct", "derived"] {
            var rules = Self.rules
            rules[0].source = "quote: Be kind!, reading: \(reading)"
            let report = try Self.report(try Self.policies(rules, omits: Self.omits))
            #expect(!report.isComplete)
            #expect(
                Self.problems(report) == [
                    "not-verbatim | Be kind! | did you mean `Be kind.`?",
                    "unaccounted-sentence | Be kind. | quote it in a rule, or list it under `omits`",
                ])
        }
    }

    @Test func `bytes count, not how they look`() throws {
        // The same letter, composed in the text and decomposed in the quotation.
        var rules = Self.rules
        rules[0].source = "quote: \"Be k\\u00EFnd.\", reading: direct"
        let text = Self.text.replacing("Be kind.", with: "Be ki\u{308}nd.")
        let report = try Self.report(
            try Self.policies(rules, omits: Self.omits), ["charter.txt": Array(text.utf8)])
        #expect(Self.problems(report).first?.hasPrefix("not-verbatim | ") == true)
    }

    @Test func `an omission that matches nothing is told`() throws {
        let help = "copy it from the text, word for word"
        let omits: [(written: String, problems: [String])] = [
            ("- { quote: The chater, reason: { en: x } }", ["unmatched-omission | The chater | \(help)"]),
            ("- { from: We met, to: See you, reason: { en: x } }", ["unmatched-omission | We met | \(help)"]),
            // `to` stands in the text, but before `from`.
            ("- { from: We meet, to: Be kind, reason: { en: x } }", ["unmatched-omission | Be kind | \(help)"]),
        ]
        for (written, problems) in omits {
            let report = try Self.report(try Self.policies(Self.rules, omits: Self.omits + "\n  " + written))
            #expect(Self.problems(report) == problems)
            #expect(!report.isComplete)
        }
    }

    @Test func `a sentence of which something is left over is not left out`() throws {
        let omits = Self.omits.replacing("quote: The charter", with: "quote: The")
        #expect(
            Self.problems(try Self.report(try Self.policies(Self.rules, omits: omits)))
                == ["unaccounted-sentence | The charter | quote it in a rule, or list it under `omits`"])
        // Two omissions may share a sentence.
        let shared = omits + "\n  - { quote: charter, reason: { en: x } }"
        #expect(try Self.report(try Self.policies(Self.rules, omits: shared)).isComplete)
    }

    @Test func `a text that cannot be read is told`() throws {
        let policies = try Self.policies(Self.rules, omits: Self.omits)
        #expect(Self.problems(try Self.report(policies, [:])) == ["missing-file | charter.txt"])
        #expect(
            Self.problems(try Self.report(policies, ["charter.txt": [0x41, 0xFF]])) == ["invalid-utf8 | charter.txt"])
        #expect(!(try Self.report(policies, [:]).isComplete))
    }

    @Test func `policies that name no text have nothing to report, and that is no success`() throws {
        let none = try PolicySet(texts: [
            "p.yaml": """
            bylaw: 1
            policy: club
            version: 1.0.0
            judges: { action: { post: { sold: bool } } }
            otherwise: allow
            rules: { r: { source: { quote: x, reading: direct }, when: true, then: deny } }
            """
        ])
        let report = try Self.report(none)
        #expect(report.diagnostics.map(\.code) == ["no-sources", "unchecked-quote"])
        #expect(!report.isComplete)
    }

    @Test func `a text that nobody uses is reported all the same`() throws {
        let report = try Self.report(try Self.policies(Self.rules, omits: Self.omits, uses: false))
        #expect(
            report.diagnostics.map(\.code) == Array(repeating: "unchecked-quote", count: 3)
                + Array(repeating: "unaccounted-sentence", count: 3))
    }
}

import Bylaw
import BylawAuthoring
import Testing

@Suite("Statements of reasons")
struct StatementTests {
    private func statement(
        in language: String? = nil, points: Int = 0, _ change: (inout Request) -> Void = { _ in }
    ) throws -> Statement {
        try BookClub.evaluator().statement(
            on: BookClub.request(change), standing: BookClub.standing(points), in: language)
    }

    private let names: (inout Request) -> Void = { $0.setAction(["text": "Ada Lind lent it to me"]) }

    // 20 days after the 1st of March at noon: the 21st.
    @Test("say what, why, by which sentence, who decided, what follows, and how to appeal by when")
    func whole() throws {
        #expect(
            try statement(names).text() == """
                Statement of reasons

                review, 2025-03-01 12:00 (+01:00)
                It is not allowed.

                Why
                - The owner is named.
                  Published rule: “Nobody names who owns a book.”
                  How to put it right: Take the name out.

                This was decided automatically by the published rules; nobody looked at it.

                What follows
                - It counts 1 on `manners`.
                - This is a reminder.
                - Parts of the text are masked before anyone sees it.

                You may appeal until 2025-03-21 12:00 (+01:00).

                """)
    }

    @Test("are in the member's language, the community's words and the statement's own")
    func languages() throws {
        let japanese = try statement(in: "ja", names).text()
        #expect(japanese.contains("持ち主の名前が書かれています。") && japanese.contains("名前を消してください。"))
        #expect(japanese.contains("2025-03-21 12:00 (+01:00)まで異議を申し立てることができます。"))
        // The policy has no German: its first language stands in, but the rest is German.
        let german = try statement(in: "de", names)
        #expect(german.language == "de" && german.text().contains("The owner is named."))
        #expect(german.text().contains("Bis 2025-03-21 12:00 (+01:00) können Sie Einspruch erheben."))
        #expect(try statement(in: "fr", names).language == "en")
        for regional in ["zh-Hant", "zh_TW", "ZH"] {
            #expect(try statement(in: regional, names).language == "zh")
        }
    }

    @Test(
        "leave no placeholder open, in any language and whatever is decided", arguments: ["en", "ja", "zh", "de", "ru"])
    func placeholders(language: String) throws {
        let poem: (inout Request) -> Void = { $0.resource.attributes[0] = Attribute("genre", "poetry") }
        for statement in [
            try statement(in: language, names), try statement(in: language), try statement(in: language, poem),
        ] {
            let text = statement.text()
            #expect(!text.contains("{") && !text.contains("}"))
            #expect(text.unicodeScalars.count > 60)
        }
    }

    @Test("of a hold tell who or what is awaited until when, and of no appeal")
    func holds() throws {
        let text = try statement { $0.resource.attributes[0] = Attribute("genre", "poetry") }.text()
        #expect(text.contains("- `read` is awaited, until 2025-03-02 12:00 (+01:00)"))
        #expect(!text.contains("appeal"))
    }

    @Test("tell the facts that the rule looked at, but not what the host says of the situation")
    func facts() throws {
        let statement = try statement {
            $0.setAction(["stars": 1, "kind": "critique"])
            $0.context = [Attribute("paid", true)]
        }
        #expect(
            statement.reasons.map(\.facts) == [
                [.init(text: "action.kind", value: "'critique'"), .init(text: "action.stars", value: "1")]
            ])
    }

    @Test("a ruling is no automated decision")
    func ruled() throws {
        let evaluator = try Square.evaluator(Square.rule(then: "hold, to: elders"))
        var request = try Square.request("r1")
        #expect(evaluator.statement(on: request, standing: .none).isAutomated)
        let held = try #require(evaluator.judge(request, standing: .none).cases.first)
        request.rulings = [Ruling(case: held.id, rule: held.rule, verdict: .deny, inputs: held.inputs)]
        let statement = evaluator.statement(on: request, standing: .none)
        #expect(statement.outcome == .deny && !statement.isAutomated)
        #expect(statement.text().contains("People decided this."))
        #expect(statement.text().contains("The rules name no time for an appeal."))
    }

    @Test("what is allowed says so, by what holds where no rule speaks")
    func allowed() throws {
        let text = try statement().text()
        #expect(text.contains("It is allowed.") && text.contains("No rule speaks of it"))
    }
}

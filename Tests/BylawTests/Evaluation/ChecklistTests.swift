import Bylaw
import Testing

@Suite("Checklists")
struct ChecklistTests {
    static let body = """
        otherwise: allow
        languages: [en, ja]
        rules:
          tidy:
            on: share
            require:
              at-least: 2
              of:
                bio:
                  all:
                    link: { check: "'link' in post.tags", mend: { en: Add a link., ja: リンクを。 } }
                    photo: { check: "'photo' in post.tags", mend: { en: Add a photo., ja: 写真を。 } }
                    note: { check: "'note' in post.tags", optional: true }
                bot: "'bot' in post.tags"
                title: { check: "'title' in post.tags", optional: true }
            else: deny
            says: { en: Not tidy., ja: だめ }
            mend: { en: Tidy up., ja: 片付けて。 }

        """

    private func decide(_ tags: [String]) throws -> Decision {
        try Judging.decide(Self.body) { $0.resource.attributes["tags"] = .list(tags.map(AttributeValue.string)) }
    }

    @Test("name the sub-items that fail, and say of each how to put it right")
    func subItems() throws {
        let decision = try decide(["link"])
        #expect(decision.outcome == .deny)
        #expect(decision.checklists.map(\.failed) == [["bio.photo", "bot"]])
        // Of three items one need not hold and does not: two count.
        #expect(decision.checklists.map(\.passed) == [0])
        #expect(decision.checklists.map(\.of) == [2])
        let mend = try #require(decision.rules.first?.mend)
        #expect(mend.map(\.text) == ["Tidy up.\nAdd a photo.", "片付けて。\n写真を。"])
    }

    @Test(
        "count what need not hold only where it holds",
        arguments: [
            (["link", "photo", "bot"], true), (["link", "photo"], false), (["link", "photo", "title"], true),
            (["bot", "title"], true), (["title"], false), (["note", "title"], false),
        ])
    func optional(tags: [String], passes: Bool) throws {
        #expect(try decide(tags).outcome == (passes ? .allow : .deny))
    }

    @Test("cannot be passed by what cannot be evaluated")
    func errored() throws {
        let body = Self.body.replacing("\"'bot' in post.tags\"", with: "post.revision > 1")
        let decision = try Judging.decide(body) {
            $0.resource.attributes["tags"] = ["link", "photo"]
            $0.resource.attributes["revision"] = nil
        }
        // One holds, one need not, one cannot be told: two of three may or may not hold.
        #expect(decision.outcome == .hold)
        #expect(decision.errored == ["tidy"])
    }

    @Test("guarantee nothing by what need not hold")
    func guards() throws {
        let body =
            "otherwise: allow\nrules:\n  r: { when: { all: { a: { check: has(post.author.company), optional: true }, b: \"post.author.company == 'x'\" } }, then: deny }\n"
        #expect(try Judging.problems(body).map(\.code) == ["unguarded-optional"])
    }
}

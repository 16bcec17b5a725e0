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
                    link: { when: "'link' in post.tags", mend: { en: Add a link., ja: リンクを。 } }
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

    /// What is expected of one rule: what fails, of how many, and what is said to put it right.
    private func report(
        _ rule: String, _ change: (inout Request) throws -> Void = { _ in }
    ) throws -> (failed: [[String]], passed: [Int], of: [Int], mend: [String]) {
        let decision = try Judging.decide("otherwise: allow\nrules:\n  r:\n    on: share\n\(rule)", change)
        let lists = decision.checklists
        return (lists.map(\.failed), lists.map(\.passed), lists.map(\.of), decision.rules.flatMap(\.mend).map(\.text))
    }

    @Test("look into `any`, `none` and lists, and turn round what stands under `none`")
    func junctions() throws {
        let rule = """
                require:
                  all:
                    reach: { any: { mail: { when: "'m' in post.tags", mend: Mail. }, phone: "'p' in post.tags" }, mend: Reach. }
                    clean: { none: { spam: { when: "'career' in post.tags", mend: No spam. }, ads: "'a' in post.tags" } }
                    listed: [{ all: { tech: "'tech' in post.tags", art: "'art' in post.tags" } }, "'x' in post.tags"]
                    fine: "'tech' in post.tags"
                else: deny

            """
        let found = try report(rule)
        #expect(
            found.failed == [["reach.mail", "reach.phone", "clean.spam", "listed.art", "listed"]], "\(found.failed)")
        #expect(found.passed == [1] && found.of == [4])
        #expect(found.mend == ["Reach.\nMail.\nNo spam."])
    }

    @Test("of what a rule stands against name what was found, and say how to put that right")
    func against() throws {
        let rule = """
                when:
                  at-least: 2
                  of:
                    caps: { when: "'career' in post.tags", mend: Lower. }
                    link: { when: "'tech' in post.tags", mend: No link. }
                    late: { when: "'late' in post.tags", mend: In time. }
                then: deny

            """
        let found = try report(rule)
        #expect(found.failed == [["caps", "link"]])
        #expect(found.passed == [1] && found.of == [3])
        #expect(found.mend == ["Lower.\nNo link."])
        // What is allowed for what it has is told what it lacks.
        let allowing = try report(rule.replacing("then: deny", with: "then: allow"))
        #expect(allowing.failed == [["late"]])
        #expect(allowing.passed == [2])
    }

    @Test("say nothing to put right where a checklist is fulfilled, and nothing of what nobody could look at")
    func mended() throws {
        let rule = """
                require:
                  - "'x' in post.tags"
                  - at-least: 1
                    of: { tech: "'tech' in post.tags", art: { when: "'art' in post.tags", mend: Art. } }
                  - at-least: 2
                    of:
                      a: { when: "'a' in post.tags", mend: "A.\\n" }
                      b: { when: "'b' in post.tags", mend: B. }
                      c: { when: post.revision == 1, mend: C. }
                else: deny
                mend: |
                  First.

            """
        let found = try report(rule) { $0.resource.attributes["revision"] = nil }
        #expect(found.failed == [["art"], ["a", "b", "c"]])
        #expect(found.passed == [1, 0] && found.of == [2, 3])
        #expect(found.mend == ["First.\nA.\nB."])
    }

    @Test("are as without what need not hold, even where that cannot be evaluated")
    func optionalErrors() throws {
        let rule = """
                require:
                  all:
                    a: "'a' in post.tags"
                    b: { when: post.revision == 1, optional: true, mend: B. }
                else: deny

            """
        let found = try report(rule) { $0.resource.attributes["revision"] = nil }
        #expect(found.failed == [["a"]] && found.of == [1] && found.mend == [])
        let held = try report(rule) { $0.resource.attributes["revision"] = 1 }
        #expect(held.failed == [["a"]] && held.passed == [1] && held.of == [2])
    }
}

import Bylaw
import Testing

@Suite struct RequirementsTests {
    static let body = """
        otherwise: allow
        facts: { consent: { by: post.author.id, revision: post.revision } }
        lexicons: { hosted: { hosted: true, phrases: [] }, own: { phrases: [x] } }
        tallies: { sharing: { within: 180d } }
        let: { isPrivate: "post.circle.visibility == 'private'" }
        rules:
          a: { require: fact('consent'), else: deny }
          b: { on: share, when: "isPrivate && share.text.mentions('hosted') && share.text.mentions('own')", then: deny }
          c: { on: read, when: "read.via == 'x' && standing.points('sharing') > 0", then: deny }

        """

    @Test func whatAnActionNeedsIsTold() throws {
        let evaluator = Evaluator(try Judging.policies(Self.body))
        let share = evaluator.requirements(for: "share")
        #expect(
            share.attributes == [
                "action.text", "resource.author.id", "resource.circle.visibility", "resource.revision",
            ])
        #expect(share.facts == ["consent"])
        #expect(share.lexicons == ["hosted"])
        // Whoever has a tally may have been suspended by hand.
        #expect(share.standing)
        let read = evaluator.requirements(for: "read")
        #expect(read.attributes == ["action.via", "resource.author.id", "resource.revision"])
        #expect(read.lexicons.isEmpty)
        #expect(read.standing)
        #expect(evaluator.requirements(for: "delete").attributes.isEmpty)
    }

    @Test func aLetMayBeARecord() throws {
        let body = """
            otherwise: allow
            let: { author: post.author }
            rules:
              a: { when: "has(author.company) && author.company == 'Acme' && author.id == 'u_9'", then: deny }

            """
        #expect(try Judging.decide(body).outcome == .deny)
        let without = try Judging.decide(body) { $0.resource.attributes["author"] = ["id": "u_9"] }
        #expect(without.outcome == .allow && without.errors.isEmpty)
        #expect(try Judging.decide(body) { $0.resource.attributes["author"] = nil }.outcome == .hold)
    }

    @Test func aTextThatIsTooLongIsAFault() throws {
        let body =
            "otherwise: allow\nlexicons: { l: { phrases: [x] } }\nrules: { r: { when: post.text.mentions('l'), then: deny } }\n"
        let long = String(repeating: "a", count: 1 << 20)
        #expect(try Judging.decide(body) { $0.resource.attributes["text"] = .string(long) }.outcome == .allow)
        let longer = try Judging.decide(body) { $0.resource.attributes["text"] = .string(long + "a") }
        #expect(longer.outcome == .hold)
        #expect(longer.errors.map(\.error) == ["`resource.text` is longer than 1048576 bytes"])
    }

    @Test func aMistypedTextIsNeverLetPastItsMask() throws {
        let body =
            "otherwise: allow\nmasks: { m: { find: { value: post.author.id }, rewrite: post.text, replace: { redact: true } } }\n"
        for value: AttributeValue? in [nil, ["u_9"], 5] {
            let decision = try Judging.decide(body) { $0.resource.attributes["text"] = value }
            #expect(decision.outcome == .hold)
            #expect(decision.texts.map(\.masked) == [nil])
        }
    }
}

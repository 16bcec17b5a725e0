import Bylaw
import BylawService
import Foundation
import Testing

/// What a mask hides is in no line of a log.
@Suite("Hidden values") struct LogConcealmentTests {
    private static let secret = "Zyxwvut"
    private static let policy = """
        bylaw: 1
        policy: town.square
        version: 1.0.0
        languages: [en]
        judges:
          actor: { member: Member }
          action: { post: Post }
          resource: { circle: Circle }
        otherwise: allow
        types:
          Member: { company: string }
          Post: { text: text, title: text, label: fact | rumor }
          Circle: { name: string }
        masks:
          company:
            find: { value: member.company }
            rewrite: [post.text]
            verify: [post.title]
            replace: { text: … }
        labels:
          veracity: { values: [fact, rumor], declared: post.label, infer: { rumor: "int(post.text) > 0" } }
        rules:
          shown: { when: post.title.reveals('company'), then: deny, says: Take the company out. }
          fails: { when: "int(post.text) > 0", then: deny, says: "In {circle.name}." }

        """

    @Test("are in no line of the log, whatever fails on them", arguments: [true, false])
    func hidden(isLabelled: Bool) throws {
        let bench = try LogBench()
        let log = try bench.open()
        let session = JudgingSession(Evaluator(try PolicySet(texts: ["p.yaml": Self.policy])))
        var request = Square.request()
        request.actor.attributes = [Attribute("company", .string(Self.secret))]
        request.action.attributes = [
            Attribute("text", .string("\(Self.secret) hires, says \(Self.secret)")),
            Attribute("title", .string("At \(Self.secret)")),
            // What is declared may be anything.
            Attribute("label", .string(isLabelled ? "fact" : Self.secret)),
        ]
        let decision = log.logged(session.judge(request, standing: .none), of: request)
        #expect(decision.rules.count == 2)
        #expect(decision.texts.first?.masked == "… hires, says …")
        try log.close()
        let text = try bench.folder.text(LogBench.name)
        #expect(!text.contains(Self.secret))
        #expect(text.contains("… hires, says …"))
        #expect(text.contains(#""actor":{"type":"member","id":"u_7"}"#))
    }
}

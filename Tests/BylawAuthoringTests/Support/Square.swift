import Bylaw

/// A policy of one rule, and requests to it.
enum Square {
    /// Denies what is posted with few words, unless it is written otherwise.
    static func rule(when: String = "post.words < 5", then: String = "deny", more: String = "") -> String {
        """
        bylaw: 1
        policy: town.square
        version: 1.0.0
        languages: [en]
        judges:
          actor: { member: Member }
          action: { post: Post }
          resource: { board: Board }
        otherwise: allow
        types:
          Member: { roles: [string] }
          Board: { name: optional string }
          Post: { text: text, words: int }
        rules:
          short: { when: "\(when)", then: \(then), says: Write a little more., \(more) }
        review: { elders: { who: [elder], within: 24h, late: stays-held } }
        tallies:
          peace:
            within: 90d
            ladder: [{ at: 1, sanction: remind }, { at: 2, sanction: suspend, for: 7d }]

        """
    }

    /// A post of three words.
    static func request(_ id: String, done: Bool = false, words: Int = 3, by member: String = "u_1") throws -> Request {
        try Request(json: Array(line(id, done: done, words: words, by: member).utf8))
    }

    /// The same as a line of JSON.
    static func line(_ id: String, done: Bool = false, words: Int = 3, by member: String = "u_1") -> String {
        #"{"id":"\#(id)","time":"2025-03-01T12:00:00Z","stage":"\#(done ? "done" : "proposed")","#
            + #""actor":{"type":"member","id":"\#(member)","roles":[]},"#
            + #""action":{"name":"post","text":"Ada says hello","words":\#(words)},"#
            + #""resource":{"type":"board","id":"b_1"}}"#
    }

    /// What a policy decides of a member without a past.
    static func judge(_ request: Request, by policy: String) throws -> Decision {
        try evaluator(policy).judge(request, standing: .known(Standing(subject: request.actor.id)))
    }

    static func evaluator(_ policy: String) throws -> Evaluator {
        Evaluator(try PolicySet(texts: ["square.yaml": policy]))
    }
}

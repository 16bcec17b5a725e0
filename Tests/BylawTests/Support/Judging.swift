import Bylaw
import BylawSource
import Testing

/// A small policy to judge by: a head that all tests share, and what the test is about.
enum Judging {
    static let head = """
        bylaw: 1
        policy: test.sharing
        version: 1.0.0
        judges:
          actor: { member: Member }
          action: { share: Share, read: Read }
          resource: { post: Post }
          context: Report
        types:
          Member: { roles: [string] }
          Share: { text: text, label: fact | rumor | none, count: int }
          Read: { via: string }
          Post: { text: text, revision: int, circle: Circle, author: Author, tags: [string] }
          Circle: { visibility: public | private }
          Author: { id: string, company: optional string }
          Report: { malicious: optional bool }

        """

    /// The policy with what a test adds to it.
    static func policies(_ body: String, more: [String: String] = [:]) throws -> PolicySet {
        var texts = more
        texts["sharing.yaml"] = head + body
        return try PolicySet(texts: texts)
    }

    /// A request that has every attribute which the policy declares.
    static func request(time: String = "2024-09-01T10:00:00+09:00") throws -> Request {
        Request(
            id: "evt-1", incident: "share-1", time: try #require(Timestamp(time)),
            actor: Entity(type: "member", id: "u_7", ["roles": ["ambassador"]]),
            action: Action(name: "share", ["text": "転職の話です", "label": "rumor", "count": 3]),
            resource: Entity(
                type: "post", id: "p_9",
                [
                    "text": "Acmeの転職の話", "revision": 2, "circle": ["visibility": "public"],
                    "author": ["id": "u_9", "company": "Acme"], "tags": ["career", "tech"],
                ]),
            context: [Attribute("malicious", false)])
    }

    /// Judges the shared request, changed as the test asks for.
    static func decide(
        _ body: String, standing: StandingInput = .none, lexicons: [String: HostLexicon] = [:],
        more: [String: String] = [:], _ change: (inout Request) throws -> Void = { _ in }
    ) throws -> Decision {
        var request = try request()
        try change(&request)
        return Evaluator(try policies(body, more: more), lexicons: lexicons).judge(request, standing: standing)
    }

    /// The diagnostics of a policy that must not load.
    static func problems(_ body: String, more: [String: String] = [:]) throws -> [Diagnostic] {
        do {
            _ = try policies(body, more: more)
        } catch let error as PolicyErrors {
            return error.diagnostics
        }
        Issue.record("the policy was accepted")
        return []
    }
}

extension [Attribute] {
    /// Sets an attribute, or removes it.
    subscript(name: String) -> AttributeValue? {
        get { first { $0.name == name }?.value }
        set {
            removeAll { $0.name == name }
            if let newValue { append(Attribute(name, newValue)) }
        }
    }
}

extension Decision {
    /// The names of the rules that matched.
    var matched: [String] { rules.filter { $0.result == .matched }.map(\.rule) }
    /// The names of the rules that could not be evaluated.
    var errored: [String] { rules.filter { $0.result == .errored }.map(\.rule) }
}

import Bylaw
import Testing

/// A small policy in variants that decide one request differently, and the request.
enum Square {
    /// A policy whose one rule comes to `effect`.
    static func policy(_ effect: String, marker: String = "", uses: String? = nil) -> String {
        """
        bylaw: 1
        policy: town.square
        version: 1.0.0
        languages: [en]
        \(uses.map { "uses: [\($0)]" } ?? "")
        judges:
          actor: { member: Member }
          action: { post: Post }
          resource: { circle: Circle }
        otherwise: allow
        types:
          Member: { roles: [string] }
          Post: { text: text }
          Circle: { name: string }
        rules:
          rule: { when: post.text.contains('word'), then: \(effect)\(effect == "hold" ? ", to: council" : ""), says: Told. }
        \(effect == "hold" ? "review: { council: { who: [mayor], needs: 1, within: 1d, late: stays-held } }" : "")
        # \(marker)

        """
    }

    /// A request that the rule matches.
    static func request(_ id: String = "evt-1", text: String = "a word") -> Request {
        Request(
            id: id, time: Timestamp(clamping: 1_725_152_400), actor: Entity(type: "member", id: "u_7", ["roles": []]),
            action: Action(name: "post", ["text": .string(text)]),
            resource: Entity(type: "circle", id: "c_1", ["name": "Main"]))
    }
}

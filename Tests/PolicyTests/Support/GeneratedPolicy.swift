import Bylaw
import BylawTestSupport

extension SeededGenerator {
    fileprivate mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    fileprivate mutating func pick(_ items: [String]) -> String { items.randomElement(using: &self) ?? "" }
}

/// A policy with rules of all sorts about few values, so that requests hit many of them.
struct GeneratedPolicy {
    private static let stop = "emergency-stop: { share: 5%, count: 50, within: 24h, to: people }"
    private static let kinds = ["a", "b", "c", "d", "é"]
    private static let actions = ["read", "write", "share"]

    private let head: String
    private let rules: [String]

    /// The policy as an author would write it.
    var text: String { head + "rules:\n" + rules.joined() }

    init(number: Int, _ random: inout SeededGenerator) {
        let judged = random.chance(50) ? Self.actions : [random.pick(Self.actions)]
        head = """
            bylaw: 1
            policy: test.generated-\(number)
            version: 1.0.0
            otherwise: allow
            \(random.chance(60) ? Self.stop + "\n" : "")\
            roles: { moderator: {} }
            review: { people: { who: [moderator], needs: 1, within: 24h, late: stays-held } }
            types:
              Member: { level: int }
              Act: { kind: string }
              Author: { name: string, since: optional timestamp }
              Reply: { by: string, kind: string, score: optional int }
              Post:
                kind: string
                colour: red | green | blue
                tag: optional string
                isNew: bool
                text: text
                marks: [string]
                author: Author
                replies: [Reply]
            judges:
              actor: { member: Member }
              action: { \(judged.map { "\($0): Act" }.joined(separator: ", ")) }
              resource: { post: Post }
            let: { isLoud: "post.text.contains('!') && member.level > 2" }
            lexicons: { rude: { phrases: [ばか, fool, 'ｆｏｏ'], boundary: none } }
            masks: { names: { find: { value: [post.author.name] }, rewrite: [post.text], replace: { redact: true } } }

            """
        let count = Int.random(in: 10...30, using: &random)
        rules = (0..<count).map { Self.rule($0, judged, &random) }
    }

    private init(head: String, rules: [String]) {
        self.head = head
        self.rules = rules
    }

    /// The same policy with its rules in another order.
    func shuffled(_ random: inout SeededGenerator) -> GeneratedPolicy {
        GeneratedPolicy(head: head, rules: rules.shuffled(using: &random))
    }

    private static func rule(_ number: Int, _ actions: [String], _ random: inout SeededGenerator) -> String {
        let denies = random.chance(50)
        let effect =
            denies
            ? "deny" + (random.chance(30) ? "\n    \(random.chance(50) ? stop : "emergency-stop: never")" : "")
            : "hold\n    to: people"
        let unless = random.chance(25) ? "    unless: \"\(condition(&random))\"\n" : ""
        switch Int.random(in: 0..<6, using: &random) {
        case 5:
            let items = (0..<3).map { _ in "\"\(condition(&random))\"" }.joined(separator: ", ")
            let joint = random.pick(["any: [\(items)]", "none: [\(items)]", "at-least: 2, of: [\(items)]"])
            return
                "  joint\(number):\n    when: { all: [\"\(level(&random))\", { \(joint) }] }\n\(unless)    then: \(effect)\n"
        case 0:
            return
                "  action\(number):\n    on: \(random.pick(actions))\n    when: \"\(condition(&random)) && \(level(&random))\"\n"
                + "\(unless)    then: \(effect)\n"
        case 1:
            return
                "  needs\(number):\n    require: \"member.level < 6 || \(question(&random)) || \(condition(&random))\"\n"
                + "\(unless)    else: \(effect)\n"
        case 2:
            return
                "  any\(number):\n    when:\n      all: [\"\(question(&random))\", \"\(condition(&random))\", \"\(level(&random))\"]\n"
                + "\(unless)    then: \(effect)\n"
        default:
            return
                "  key\(number):\n    when: \"\(question(&random)) && (\(condition(&random))) && \(level(&random))\"\n"
                + "\(unless)    then: \(effect)\n"
        }
    }

    /// Whether an attribute is a text: what an index goes by.
    private static func question(_ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: "post.colour == '\(random.pick(["red", "green", "blue"]))'"
        case 1: "'\(random.pick(kinds))' == post.kind"
        default: "post.kind == '\(random.pick(kinds))'"
        }
    }

    /// What few members reach.
    private static func level(_ random: inout SeededGenerator) -> String {
        "member.level > \(Int.random(in: 4..<7, using: &random))"
    }

    private static func condition(_ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<22, using: &random) {
        case 0: level(&random)
        case 1: "post.isNew"
        case 2: "post.kind != '\(random.pick(kinds))'"
        case 3: "has(post.tag) && post.tag == 'x'"
        case 4: "action.kind == '\(random.pick(kinds))'"
        case 5: "!(\(condition(&random)))"
        case 6: "(\(condition(&random))) || (\(condition(&random)))"
        case 7: "(\(condition(&random))) && (\(condition(&random)))"
        case 8: "post.text.contains('\(random.pick(words))')"
        case 9: "post.text.contains(post.author.name)"
        case 10: "post.?tag.orValue('none') in ['x', 'none']"
        case 11: "post.?tag.orValue('\(random.pick(kinds))') == action.kind"
        case 12: "'\(random.pick(kinds))' in post.marks"
        case 13: "post.kind in post.marks || action.kind in ['a', 'é']"
        case 14: "post.replies.exists(r, r.by == post.author.name && r.kind == action.kind)"
        case 15: "post.replies.all(r, r.kind != '\(random.pick(kinds))')"
        case 16: "post.replies.exists(r, has(r.score) && r.score > \(Int.random(in: 0..<4, using: &random)))"
        case 17: "post.marks.exists(m, m == post.kind)"
        case 18: "post.text.mentions('rude')"
        case 19: "post.text.reveals('names')"
        case 20: "isLoud"
        default: question(&random)
        }
    }

    private static let words = ["ばか", "!", "fool", "é", "あ", "Ann", "いう", "oo"]

    /// A request of which one in ten attributes is missing or of another type.
    static func request(_ number: Int, _ random: inout SeededGenerator) -> Request? {
        func lossy(_ value: AttributeValue) -> AttributeValue {
            if random.chance(4) { return .null }
            return random.chance(3) ? .list([value]) : value
        }
        guard let time = Timestamp("2024-09-01T10:00:00+09:00") else { return nil }
        let level = lossy(.int(Int64.random(in: 0..<8, using: &random)))
        let act = lossy(.string(random.pick(kinds)))
        let name = lossy(.string(random.pick(names)))
        let replies = (0..<Int.random(in: 0..<4, using: &random)).map { _ -> AttributeValue in
            [
                "by": lossy(.string(random.pick(names))), "kind": lossy(.string(random.pick(kinds))),
                "score": random.chance(50) ? .null : .int(Int64.random(in: 0..<5, using: &random)),
            ]
        }
        let marks = (0..<Int.random(in: 0..<4, using: &random)).map { _ in AttributeValue.string(random.pick(kinds)) }
        let text = (0..<Int.random(in: 0..<30, using: &random)).map { _ in random.pick(words + names + [" ", "。"]) }
        let post: KeyValuePairs<String, AttributeValue> = [
            "kind": lossy(.string(random.pick(kinds + ["e\u{301}", "other"]))),
            "colour": lossy(.string(random.pick(["red", "green", "blue", "brown"]))),
            "tag": lossy(.string(random.pick(["x", "y"]))), "isNew": lossy(.bool(random.chance(50))),
            "author": lossy(["name": name, "since": lossy(.string(random.pick(["2020-01-01T00:00:00Z", "then"])))]),
            "replies": lossy(.list(replies)), "marks": lossy(.list(marks)), "text": lossy(.string(text.joined())),
        ]
        return Request(
            id: "r\(number)", time: time, actor: Entity(type: "member", id: "u_1", ["level": level]),
            action: Action(name: random.pick(actions), ["kind": act]),
            resource: Entity(type: "post", id: "p_1", post))
    }

    /// Names of rules, those of generated policies among them.
    static func stopped(_ random: inout SeededGenerator) -> [String] {
        (0..<Int.random(in: 0..<60, using: &random)).map { _ in
            let kind = random.pick(["action", "needs", "any", "joint", "key", "key"])
            return
                "test.generated-\(Int.random(in: 0..<3, using: &random))/\(kind)\(Int.random(in: 0..<30, using: &random))"
        }
    }

    private static let names = ["Ann", "u_7", "東都工業", "あい", "Ａｎｎ"]
}

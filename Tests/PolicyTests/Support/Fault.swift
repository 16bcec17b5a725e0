import Bylaw
import BylawSource

/// A way that an evaluation goes wrong.
enum Fault: CaseIterable {
    case missingAttribute, mistypedAttribute, missingRecord, wordUnknown
    case overflow, divisionByZero, costLimit, badTime
    case lexiconNotLoaded, textTooLong
    case standingUnavailable
    /// A mask's key is not given, or what it must find cannot be read: then no condition is errored, but the policy is.
    case keyMissing, maskValueMissing

    /// Questions that hold while nothing is wrong, with the fault that disturbs them.
    static let asked: [(text: String, fault: Fault)] = [
        ("post.seen > 3", .missingAttribute), ("post.rank < 3", .mistypedAttribute),
        ("post.circle.isPublic", .missingRecord), ("post.state == 'open'", .wordUnknown),
        ("post.big + 1 > 0", .overflow), ("10 / post.divisor == 5", .divisionByZero),
        ("post.many.all(a, post.many.all(b, post.many.all(c, a + b + c >= 0)))", .costLimit),
        ("timestamp(post.since) < now", .badTime),
        ("share.text.mentions('hosted')", .lexiconNotLoaded), ("post.body.mentions('rude')", .textTooLong),
        ("standing.points('care') < 3", .standingUnavailable),
    ]

    /// A text that is longer than one that is searched.
    private static let longText = String(repeating: "fool ", count: 1 << 18)
    /// So many that three loops over them cost more than an expression may.
    private static let many = AttributeValue.list((0..<150).map { .int($0) })

    /// A request in which just these things are wrong; those that are not in a request are left to the evaluator's making.
    static func request(_ provoked: Set<Fault>, time: Timestamp) -> Request {
        func value(_ fault: Fault, _ sound: AttributeValue, else faulty: AttributeValue?) -> AttributeValue? {
            provoked.contains(fault) ? faulty : sound
        }
        let attributes: [(String, AttributeValue?)] = [
            ("flag", true), ("colour", "red"), ("tags", ["x", "y"]),
            ("seen", value(.missingAttribute, 5, else: nil)),
            ("rank", value(.mistypedAttribute, 1, else: "first")),
            ("circle", value(.missingRecord, ["isPublic": true], else: .null)),
            ("state", value(.wordUnknown, "open", else: "ajar")),
            ("big", value(.overflow, 1, else: .int(.max))),
            ("divisor", value(.divisionByZero, 2, else: 0)),
            ("many", value(.costLimit, [1, 2], else: many)),
            ("since", value(.badTime, "2020-01-01T00:00:00Z", else: "yesterday")),
            ("body", value(.textTooLong, "what a fool", else: .string(longText))),
            ("writer", value(.maskValueMissing, "u_9", else: nil)),
        ]
        return Request(
            id: "evt-1", time: time, stage: .done, actor: Entity(type: "member", id: "u_7", []),
            action: Action(name: "share", ["text": "a fool told a secret"]),
            resource: Entity(
                type: "post", id: "p_9",
                attributes.compactMap { name, value in
                    value.map { Attribute(name, $0) }
                }))
    }

    /// An evaluator that lacks what is provoked.
    static func evaluator(_ policies: PolicySet, _ provoked: Set<Fault>) -> Evaluator {
        var keys: [String: MaskKey] = [:]
        if !provoked.contains(.keyMissing) {
            keys["members"] = MaskKey(id: "k1", bytes: Array("of nobody but a test".utf8))
        }
        return Evaluator(
            policies, lexicons: provoked.contains(.lexiconNotLoaded) ? [:] : ["hosted": HostLexicon(["secret"])],
            keys: keys)
    }

    static func standing(_ provoked: Set<Fault>) -> StandingInput {
        provoked.contains(.standingUnavailable) ? .unavailable : .none
    }
}

import Bylaw
import BylawTestSupport

/// A policy whose conditions may go wrong, with what it must come to whatever does.
struct ExposedPolicy {
    struct Rule {
        enum Trigger { case when, require, all, any, none, atLeast }

        let name: String
        let trigger: Trigger
        let conditions: [Formula]
        let unless: Formula?
        let effect: Outcome
        let onError: Outcome
        let strikes: Bool
        let earns: Bool

        /// Whether the rule matches.
        func answer(_ provoked: Set<Fault>) -> Answer {
            let answers = conditions.map { $0.answer(provoked) }
            let trigger =
                switch trigger {
                case .when, .all: Formula.all(answers)
                case .require: Formula.all(answers).negated
                case .any: Formula.any(answers)
                case .none: Formula.any(answers).negated
                case .atLeast: Formula.atLeast(2, answers)
                }
            guard let unless else { return trigger }
            return Formula.all([trigger, unless.answer(provoked).negated])
        }
    }

    let number: Int
    let rules: [Rule]
    let otherwise: String
    let isShadow: Bool
    let hasMask: Bool

    var id: String { "test.exposed-\(number)" }

    /// What the policy comes to; nil where it abstains.
    func outcome(_ provoked: Set<Fault>) -> Outcome? {
        var outcome: Outcome?
        for rule in rules {
            switch rule.answer(provoked) {
            case .fails: continue
            case .holds: outcome = max(outcome ?? .allow, rule.effect)
            case .faulty: outcome = max(outcome ?? .hold, rule.onError)
            }
        }
        if outcome == nil, otherwise != "abstain" { outcome = otherwise == "deny" ? .deny : .allow }
        return isFaultyItself(provoked) ? max(outcome ?? .hold, .hold) : outcome
    }

    /// Whether something goes wrong outside of the rules: its tally cannot be told, or a text not be masked.
    func isFaultyItself(_ provoked: Set<Fault>) -> Bool {
        provoked.contains(.standingUnavailable)
            || hasMask && !provoked.isDisjoint(with: [.keyMissing, .maskValueMissing, .textTooLong])
    }

    /// Whether anything goes wrong in the policy where this does.
    func isExposed(to fault: Fault) -> Bool {
        !isShadow && (isFaultyItself([fault]) || rules.contains { $0.answer([fault]) == .faulty })
    }

    init(number: Int, _ random: inout SeededGenerator) {
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
        self.number = number
        otherwise = ["allow", "allow", "deny", "abstain"][Int.random(in: 0..<4, using: &random)]
        isShadow = chance(15)
        hasMask = chance(40)
        rules = (0..<Int.random(in: 1...6, using: &random)).map { index in
            let triggers: [Rule.Trigger] = [.when, .require, .all, .any, .none, .atLeast]
            let trigger = triggers[Int.random(in: 0..<triggers.count, using: &random)]
            let isSingle = [.when, .require].contains(trigger)
            // A requirement that is not met cannot allow.
            let effect: Outcome = chance(45) ? .deny : trigger == .require || chance(70) ? .hold : .allow
            return Rule(
                name: "r\(index)", trigger: trigger,
                conditions: (0..<(isSingle ? 1 : 3)).map { _ in Formula.random(depth: isSingle ? 3 : 1, &random) },
                unless: chance(30) ? Formula.random(depth: 1, &random) : nil, effect: effect,
                onError: chance(30) ? .deny : .hold, strikes: effect != .allow && chance(50),
                earns: effect == .allow)
        }
    }

    /// The policy as an author would write it.
    var text: String {
        """
        bylaw: 1
        policy: \(id)
        version: 1.0.0
        mode: \(isShadow ? "shadow" : "enforce")
        otherwise: \(otherwise)
        roles: { moderator: {} }
        review: { people: { who: [moderator], needs: 1, within: 24h, late: stays-held } }
        types:
          Member: {}
          Act: { text: text }
          Circle: { isPublic: bool }
          Post:
            flag: bool
            colour: string
            tags: [string]
            seen: int
            rank: int
            circle: Circle
            state: open | closed
            big: int
            divisor: int
            many: [int]
            since: string
            body: text
            writer: string
        judges: { actor: { member: Member }, action: { share: Act }, resource: { post: Post } }
        lexicons:
          rude: { phrases: [fool], boundary: none }
          hosted: { hosted: true, phrases: [] }
        tallies:
          care: { within: 180d, ladder: [{ at: 9, sanction: remind }] }
          help: { within: 180d, ladder: [{ at: 9, sanction: recognise, title: helper }] }
        \(hasMask ? Self.mask : "")rules:
        \(rules.map(\.text).joined())
        """
    }

    private static let mask = """
        masks:
          who: { find: { value: post.writer }, rewrite: [post.body], replace: { pseudonym: { key: members } } }

        """
}

extension ExposedPolicy.Rule {
    fileprivate var text: String {
        let items = conditions.map { "\"\($0.text)\"" }.joined(separator: ", ")
        let trigger =
            switch trigger {
            case .when: "when: \(items)"
            case .require: "require: \(items)"
            case .all: "when: { all: [\(items)] }"
            case .any: "when: { any: [\(items)] }"
            case .none: "when: { none: [\(items)] }"
            case .atLeast: "when: { at-least: 2, of: [\(items)] }"
            }
        var lines = [trigger]
        if let unless { lines.append("unless: \"\(unless.text)\"") }
        lines.append("\(self.trigger == .require ? "else" : "then"): \(effect.rawValue)")
        if effect == .hold { lines.append("to: people") }
        lines.append("on-error: \(onError.rawValue)")
        if onError == .hold, effect != .hold { lines.append("to: people") }
        if strikes { lines.append("strike: { care: 1 }") }
        if earns { lines.append("merit: { help: 1 }") }
        return "  \(name):\n" + lines.map { "    \($0)\n" }.joined()
    }
}

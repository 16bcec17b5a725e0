import BylawTestSupport

/// What three-valued logic knows of a condition.
enum Answer: Int {
    case fails = 0
    case faulty = 1
    case holds = 2

    var negated: Answer { Answer(rawValue: 2 - rawValue) ?? .faulty }
}

/// A condition whose answer is known, whatever goes wrong in it: reckoned here by Kleene's logic, and asked of the
/// evaluator by its text.
indirect enum Formula {
    /// A question that nothing disturbs.
    case sound(String, Bool)
    /// A question that holds, unless its fault is provoked.
    case exposed(String, Fault)
    case not(Formula)
    case and(Formula, Formula)
    case or(Formula, Formula)

    func answer(_ provoked: Set<Fault>) -> Answer { evaluated(provoked) ?? .faulty }

    /// Nil where the expression cost more than it may: then nothing of it is evaluated any more, and what it would have come
    /// to makes no difference.
    private func evaluated(_ provoked: Set<Fault>) -> Answer? {
        switch self {
        case .sound(_, let holds): holds ? .holds : .fails
        case .exposed(_, .costLimit) where provoked.contains(.costLimit): nil
        case .exposed(_, let fault): provoked.contains(fault) ? .faulty : .holds
        case .not(let inner): inner.evaluated(provoked)?.negated
        case .and(let a, let b): Self.joined(a, b, provoked, decisive: .fails, Self.all)
        case .or(let a, let b): Self.joined(a, b, provoked, decisive: .holds, Self.any)
        }
    }

    /// The second is not asked where the first decides.
    private static func joined(
        _ a: Formula, _ b: Formula, _ provoked: Set<Fault>, decisive: Answer, _ join: ([Answer]) -> Answer
    ) -> Answer? {
        guard let first = a.evaluated(provoked), first != decisive else { return a.evaluated(provoked) }
        return b.evaluated(provoked).map { join([first, $0]) }
    }

    static func all(_ answers: [Answer]) -> Answer { answers.min { $0.rawValue < $1.rawValue } ?? .holds }

    static func any(_ answers: [Answer]) -> Answer { answers.max { $0.rawValue < $1.rawValue } ?? .fails }

    static func atLeast(_ count: Int, _ answers: [Answer]) -> Answer {
        if answers.count(where: { $0 == .holds }) >= count { return .holds }
        return answers.count { $0 != .fails } < count ? .fails : .faulty
    }

    /// As CEL.
    var text: String {
        switch self {
        case .sound(let text, _), .exposed(let text, _): text
        case .not(let inner): "!(\(inner.text))"
        case .and(let a, let b): "(\(a.text)) && (\(b.text))"
        case .or(let a, let b): "(\(a.text)) || (\(b.text))"
        }
    }

    private static let sound: [(String, Bool)] = [
        ("post.flag", true), ("post.colour == 'red'", true), ("'x' in post.tags", true), ("size(post.tags) == 2", true),
        ("share.text.mentions('rude')", true), ("!post.flag", false), ("post.colour == 'blue'", false),
        ("post.tags.exists(t, t == 'z')", false), ("share.text.contains('nothing of it')", false),
    ]

    static func random(depth: Int, _ random: inout SeededGenerator) -> Formula {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 4), using: &random) {
        case 0, 1:
            let (text, holds) = sound[Int.random(in: 0..<sound.count, using: &random)]
            return .sound(text, holds)
        case 2, 3:
            let asked = Fault.asked[Int.random(in: 0..<Fault.asked.count, using: &random)]
            return .exposed(asked.text, asked.fault)
        case 4: return .not(self.random(depth: depth - 1, &random))
        case 5: return .and(self.random(depth: depth - 1, &random), self.random(depth: depth - 1, &random))
        default: return .or(self.random(depth: depth - 1, &random), self.random(depth: depth - 1, &random))
        }
    }
}

import Bylaw

/// More and more rules, of which each request concerns one.
public struct RuleCountWork {
    /// By what that one rule is found.
    public enum Selection: String, CaseIterable {
        case action = "on"
        case equality, policies

        /// For readers.
        public var title: String {
            switch self {
            case .action: "found by `on: a_7`"
            case .equality: "found by `target.kind == 'a_7'`"
            case .policies: "in policies of ten"
            }
        }
    }

    static let requests = 200
    private let count: Int
    private let selection: Selection

    /// So many rules.
    public init(_ count: Int, _ selection: Selection) {
        self.count = count
        self.selection = selection
    }

    /// Judges requests that concern one rule each, after counting that the right ones fire.
    public func judging() throws -> MeasuredRow.Work {
        let evaluator = Evaluator(try PolicySet(texts: policies))
        guard let time = Timestamp("2024-09-01T10:00:00+09:00") else { throw WrongResult("no time") }
        let requests = (0..<Self.requests).map { number -> Request in
            let wanted = (number * 7_919) % count
            return Request(
                id: "r", time: time, actor: Entity(type: "member", id: "u", ["level": .int(Int64(number % 9))]),
                action: Action(name: selection == .equality ? "act" : "a_\(wanted)"),
                resource: Entity(type: "target", id: "t", ["kind": .string("a_\(wanted)")]))
        }
        let session = JudgingSession(evaluator)
        let fired = requests.reduce(0) { $0 + session.judge($1, standing: .none).rules.count }
        let expected = (0..<Self.requests).count { $0 % 9 > (($0 * 7_919) % count) % 7 }
        guard fired == expected else {
            throw WrongResult("of \(count) rules \(selection.title) \(fired) fired, not \(expected)")
        }
        return { _ = session.judge(requests[$0], standing: .none) }
    }

    /// Loads the policies from their YAML texts.
    func loading() throws -> MeasuredRow.Work {
        let policies = policies
        return { _ in _ = Evaluator(try PolicySet(texts: policies)) }
    }

    /// The rules in policies of a thousand, for a file has its limits; or in policies of ten.
    private var policies: [String: String] {
        let size = selection == .policies ? 10 : 1_000
        var texts: [String: String] = [:]
        for start in stride(from: 0, to: count, by: size) {
            texts["p\(start).yaml"] = policy(start..<min(start + size, count))
        }
        return texts
    }

    private func policy(_ rules: Range<Int>) -> String {
        let actions = selection == .equality ? ["act: Act"] : rules.map { "a_\($0): Act" }
        return """
            bylaw: 1
            policy: benchmark.scale-\(rules.lowerBound)
            version: 1.0.0
            otherwise: allow
            types: { Member: { level: int }, Target: { kind: string }, Act: {} }
            judges:
              actor: { member: Member }
              action: { \(actions.joined(separator: ", ")) }
              resource: { target: Target }
            rules:

            """
                + rules.map { rule in
                    let level = "member.level > \(rule % 7)"
                    return selection == .equality
                        ? "  r\(rule): { when: \"target.kind == 'a_\(rule)' && \(level)\", then: deny }\n"
                        : "  r\(rule): { on: a_\(rule), when: \"\(level)\", then: deny }\n"
                }.joined()
    }

    /// The rows of the table.
    static var rows: [MeasuredRow] {
        Selection.allCases.flatMap { selection in
            [10, 100, 1_000, 10_000].map { count in
                MeasuredRow(
                    "rules.\(selection.rawValue).\(count)", "\(count) rules, \(selection.title)", calls: requests
                ) {
                    try RuleCountWork(count, selection).judging()
                }
            }
        } + [
            MeasuredRow("load.10000", "load of 1,000 policies with 10,000 rules", isRepeatable: false) {
                try RuleCountWork(10_000, .policies).loading()
            }
        ]
    }
}

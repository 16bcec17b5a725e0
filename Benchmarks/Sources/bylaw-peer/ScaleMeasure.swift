import Bylaw
import Foundation

/// How a decision's time grows with the number of rules of which a request concerns one, and how long many policies take
/// to load.
struct ScaleMeasure {
    private enum Selection: String, CaseIterable {
        case on = "on: A_i"
        case condition = "when: target.kind == 'A_i' && …"
        case policies = "policies"
    }

    func run() throws {
        for selection in Selection.allCases {
            print("rules, of which a request concerns one, selected by \(selection.rawValue)")
            for count in [10, 100, 1_000, 10_000] { try measure(count, selection) }
        }
        try load()
    }

    private func measure(_ count: Int, _ selection: Selection) throws {
        let texts = Self.policies(count, selection)
        let clock = ContinuousClock()
        var evaluator: Evaluator?
        let loading = try clock.measure { evaluator = Evaluator(try PolicySet(texts: texts)) }
        guard let evaluator, let time = Timestamp("2024-09-01T10:00:00+09:00") else { return }
        let requests = (0..<200).map { number -> Request in
            let wanted = (number * 7_919) % count
            return Request(
                id: "r", time: time, actor: Entity(type: "member", id: "u", ["level": .int(Int64(number % 9))]),
                action: Action(name: selection == .condition ? "act" : "A_\(wanted)"),
                resource: Entity(type: "target", id: "t", ["kind": .string("A_\(wanted)")]))
        }
        var fired = 0
        let rounds = count > 1_000 ? 3 : 10
        let timing = Timing(rounds: rounds, count: requests.count) {
            fired = 0
            for request in requests { fired += evaluator.judge(request, standing: .none).rules.count }
        }
        let expected = (0..<200).count { $0 % 9 > (($0 * 7_919) % count) % 7 }
        print(
            "  \(count): "
                + String(format: "median %.0f ns, least %.0f ns, ", timing.median, timing.least)
                + "loaded in \(loading)" + (fired == expected ? "" : "; WRONG: \(fired) fired, not \(expected)"))
    }

    /// The rules in policies of a thousand, for a file has its limits; selected by policies, in policies of ten.
    private static func policies(_ count: Int, _ selection: Selection) -> [String: String] {
        let size = selection == .policies ? 10 : 1_000
        var texts: [String: String] = [:]
        for start in stride(from: 0, to: count, by: size) {
            texts["p\(start).yaml"] = policy(start..<min(start + size, count), selection)
        }
        return texts
    }

    private static func policy(_ rules: Range<Int>, _ selection: Selection) -> String {
        let actions = selection == .condition ? ["act: Act"] : rules.map { "A_\($0): Act" }
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
                    return selection == .condition
                        ? "  r\(rule): { when: \"target.kind == 'A_\(rule)' && \(level)\", then: deny }\n"
                        : "  r\(rule): { on: A_\(rule), when: \"\(level)\", then: deny }\n"
                }.joined()
    }

    private func load() throws {
        let texts = Self.policies(10_000, .policies)
        let clock = ContinuousClock()
        var evaluator: Evaluator?
        let time = try clock.measure { evaluator = Evaluator(try PolicySet(texts: texts)) }
        print("1,000 policies with 10,000 rules: loaded in \(time)\(evaluator == nil ? "; none" : "")")
    }
}

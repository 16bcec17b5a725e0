import Bylaw
import BylawAuthoring
import BylawSource
import Testing

/// What is said of made-up conditions, held against what they come to in every request that can tell them apart.
@Suite("Decided conditions and decisions")
struct DecisionDifferenceTests {
    private struct Words {
        private var state: UInt64

        init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

        private mutating func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }

        private mutating func pick(_ words: [String]) -> String { words[next(words.count)] }

        mutating func condition(_ depth: Int) -> String {
            guard depth > 0, next(5) > 0 else { return test() }
            switch next(5) {
            case 0: return "!(\(condition(depth - 1)))"
            case 1: return "(\(condition(depth - 1)) ? \(condition(depth - 1)) : \(condition(depth - 1)))"
            case 2, 3: return "(\(condition(depth - 1)) && \(condition(depth - 1)))"
            default: return "(\(condition(depth - 1)) || \(condition(depth - 1)))"
            }
        }

        private mutating func test() -> String {
            switch next(4) {
            case 0: return pick(["context.urgent", "context.urgent == false"])
            case 1: return "board.topic \(pick(["==", "!="])) '\(pick(["tools", "seeds", "chat"]))'"
            case 2: return "board.topic in ['tools', '\(pick(["seeds", "chat"]))']"
            default: return "action.hour \(pick(["<", "<=", ">", ">=", "==", "!="])) \(1 + next(3))"
            }
        }
    }

    /// Every hour, topic and urgency that a condition can tell apart, and each of them missing.
    private static func requests() throws -> [Request] {
        let time = try #require(Timestamp("2025-03-01T12:00:00Z"))
        var requests: [Request] = []
        for hour in [nil, 0, 1, 2, 3, 4] as [Int64?] {
            for topic in [nil, "tools", "seeds", "chat"] as [String?] {
                for urgent in [nil, true, false] as [Bool?] {
                    var request = Request(
                        id: "r", time: time, stage: .proposed,
                        actor: Entity(type: "member", id: "u", ["roles": []]), action: Action(name: "post", [:]),
                        resource: Entity(type: "board", id: "b", ["tags": []]), context: [])
                    if let hour { request.action.attributes.append(Attribute("hour", .int(hour))) }
                    if let topic { request.resource.attributes.append(Attribute("topic", .string(topic))) }
                    if let urgent { request.context.append(Attribute("urgent", .bool(urgent))) }
                    requests.append(request)
                }
            }
        }
        return requests
    }

    @Test(
        "what is said of a condition is so in every request, and nothing that is so is left unsaid", arguments: 1...120)
    func difference(_ seed: Int) throws {
        var words = Words(seed)
        let condition = "(\(words.condition(3)))"
        let policy = AnalysisGround.policy { $0.rules = "    probe: { when: \"\(condition)\", then: deny }" }
        let evaluator = Evaluator(try PolicySet(texts: ["garden.yaml": policy]))
        var results: Set<String> = []
        for request in try Self.requests() {
            let rule = evaluator.judge(request, standing: .none).rules.first
            results.insert(rule.map { "\($0.result)" } ?? "not matched")
        }
        let finding = try PolicyAnalysis(texts: ["garden.yaml": policy]).findings.first { finding in
            ["this can never hold", "this always holds", "this holds whenever it can be evaluated"].contains(
                finding.message)
                && condition.trimmed
                    == finding.brief.split(separator: ": ", maxSplits: 1).last.map { String($0).trimmed }
        }
        let expected: String? =
            if !results.contains("matched") {
                "this can never hold"
            } else if !results.contains("not matched") {
                results.contains("errored") ? "this holds whenever it can be evaluated" : "this always holds"
            } else {
                nil
            }
        #expect(finding?.message == expected, "\(condition): \(results.sorted())")
    }
}

extension String {
    /// Without quotes and the parentheses around the whole.
    fileprivate var trimmed: String {
        var text = Substring(self)
        while let first = text.first, "\"(".contains(first) { text.removeFirst() }
        while let last = text.last, "\")".contains(last) { text.removeLast() }
        return String(text)
    }
}

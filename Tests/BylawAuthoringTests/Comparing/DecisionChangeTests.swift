import Bylaw
import BylawAuthoring
import Testing

@Suite("Changes from one set of policies to another")
struct DecisionChangeTests {
    /// What differs between a square's rules, one written so and one so.
    private func changes(
        _ old: String, _ new: String, _ post: String = "kind: { name: post, words: 3 }", done: Bool = true
    ) throws -> [DecisionChange.Aspect: [String]] {
        let request = try Square.request("r1", done: done)
        var comparison = PolicyComparison()
        comparison.add(
            old: try Square.judge(request, by: old), new: try Square.judge(request, by: new), line: 1)
        var found: [DecisionChange.Aspect: [String]] = [:]
        for aspect in DecisionChange.Aspect.allCases {
            let groups = comparison.groups(of: aspect)
            if !groups.isEmpty { found[aspect] = groups.map { "\($0.change.summary) by \($0.change.rule ?? "none")" } }
        }
        return found
    }

    @Test("none where the decisions are the same")
    func same() throws {
        #expect(try changes(Square.rule(), Square.rule()).isEmpty)
    }

    @Test("an outcome is due to the rules that decide the stricter one, whichever way it goes")
    func outcome() throws {
        let silent = Square.rule(when: "false")
        let there = try changes(silent, Square.rule())
        #expect(there[.outcome] == ["allow → deny by town.square/short"])
        #expect(there[.rules] == ["+ deny by town.square/short"])
        let back = try changes(Square.rule(), silent)
        #expect(back[.outcome] == ["deny → allow by town.square/short"])
        #expect(back[.rules] == ["- deny by town.square/short"])
        let effect = try changes(Square.rule(), Square.rule(then: "hold, to: elders"))
        #expect(effect[.outcome] == ["deny → hold by town.square/short"])
        #expect(effect[.rules] == ["deny → hold by town.square/short"])
        #expect(effect[.cases] == ["+ elders by town.square/short"])
    }

    @Test("where no rule decides, the reason says why")
    func reason() throws {
        let silent = Square.rule(when: "false")
        #expect(
            try changes(silent, silent.replacing("otherwise: allow", with: "otherwise: deny")) == [
                .outcome: ["allow → deny (otherwise) by none"]
            ])
    }

    @Test("points, duties, sanctions and remedies, each with its numbers")
    func consequences() throws {
        let old = Square.rule(more: "strike: { peace: 1 }, if-done: hide, duties: { remind: actor }")
        let new = Square.rule(more: "strike: { peace: 2 }, if-done: remove, duties: { warn: actor }")
        #expect(
            try changes(old, new) == [
                .remedy: ["hide → remove by none"],
                .duties: ["remind → warn by town.square/short"],
                .strikes: ["1 on peace → 2 on peace by town.square/short"],
                .sanctions: ["remind at 1 of peace → suspend at 2 of peace by none"],
            ])
    }

    @Test("rules of one name are one rule, though the policies have other ids")
    func otherPolicy() throws {
        let other = Square.rule().replacing("policy: town.square", with: "policy: town.plaza")
        #expect(try changes(Square.rule(), other).isEmpty)
        let hold = Square.rule(then: "hold, to: elders").replacing("policy: town.square", with: "policy: town.plaza")
        #expect(try changes(Square.rule(), hold)[.rules] == ["deny → hold by town.plaza/short"])
    }

    @Test("a rule that cannot be evaluated is an error, and is told from one that matches")
    func errors() throws {
        let fails = Square.rule(when: "1 / (post.words - 3) > 0")
        #expect(
            try changes(Square.rule(then: "hold, to: elders"), fails) == [
                .rules: ["hold → hold (errored) by town.square/short"],
                .cases: ["- elders by town.square/short"],
                .errors: ["+ fault by town.square/short"],
            ])
    }

    @Test("how a text is masked, and nothing of what it says")
    func masks() throws {
        let old = Square.rule(when: "false")
        let mask = { (pattern: String) in
            old
                + "masks:\n  names: { find: { pattern: '\(pattern)' }, rewrite: [post.text], replace: { redact: true } }\n"
        }
        #expect(try changes(old, mask("Ada")) == [.texts: ["+ action.text masked by names by none"]])
        #expect(try changes(mask("Ada"), mask("Zoe"))[.texts] == ["- action.text masked by names by none"])
        #expect(
            try changes(mask("Ada"), mask("Ada says"))[.texts] == [
                "action.text masked by names → action.text masked by names, otherwise by none"
            ])
    }
}

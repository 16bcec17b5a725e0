import Bylaw
import BylawSource

/// Finds conditions, and parts of them, that can never hold or always do.
struct DecidedConditions: AnalysisCheck {
    let codes = ["always-false", "always-true"]

    func findings(in set: AnalysedSet) -> [Diagnostic] { set.policies.flatMap(findings) }

    private func findings(_ policy: AnalysedSet.Policy) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        // A let that is decided is told once, and not again of whatever uses it.
        var decided: Set<String> = []
        let first = PolicyConditions(policy)
        for binding in first.lets {
            var walk = DecidedWalk(search: first.search)
            walk.look(at: binding.part)
            findings += walk.findings
            if !walk.findings.isEmpty { decided.insert(binding.name) }
        }
        let conditions = decided.isEmpty ? first : PolicyConditions(policy, opaque: decided)
        for rule in conditions.rules { findings += self.findings(of: rule, conditions.search) }
        for part in conditions.others {
            var walk = DecidedWalk(search: conditions.search)
            walk.look(at: part)
            findings += walk.findings
        }
        for softener in conditions.softeners { findings += self.findings(of: softener, conditions) }
        return findings
    }

    private func findings(of rule: PolicyConditions.Rule, _ search: WorldSearch) -> [Diagnostic] {
        var walk = DecidedWalk(search: search)
        walk.look(at: rule.written)
        guard let unless = rule.unless else { return walk.findings }
        walk.look(at: unless)
        guard walk.findings.isEmpty else { return walk.findings }
        if !search.mayBe([(rule.trigger, .holds), (unless.formula, .fails)]) {
            return [
                .finding(
                    "always-false", "whatever triggers this rule is exempted from it", at: rule.written.location,
                    labels: [.init(unless.location, "this holds then")], help: "the rule never matches")
            ]
        }
        if !search.mayBe([(rule.trigger, [.holds, .errs]), (unless.formula, .holds)]) {
            return [
                .finding(
                    "always-false", "this exempts from nothing", at: unless.location,
                    labels: [.init(rule.written.location, "it never holds where the rule is triggered")],
                    help: "take it out, or compare with what the rule asks")
            ]
        }
        return []
    }

    /// A softener that never holds where a rule of its list matches does not soften that rule.
    private func findings(
        of softener: PolicyConditions.Softener, _ conditions: PolicyConditions
    ) -> [Diagnostic] {
        var walk = DecidedWalk(search: conditions.search)
        walk.look(at: softener.condition)
        guard walk.findings.isEmpty else { return walk.findings }
        return softener.rules.compactMap { name in
            guard let rule = conditions.rules.first(where: { $0.name.utf8.elementsEqual(name.value.utf8) }),
                conditions.search.mayBe([(rule.matches, .holds)]),
                !conditions.search.mayBe([(rule.matches, .holds), (softener.condition.formula, .holds)])
            else { return nil }
            return .finding(
                "always-false", "this never softens `\(name.value)`", at: name.location,
                labels: [.init(softener.condition.location, "it never holds where that rule matches")],
                help: "take it from the list, or change the condition")
        }
    }
}

/// Looks at a condition and then at its parts, until one is decided.
private struct DecidedWalk {
    /// To how many parts before it one is held.
    private static let maximumOthers = 16

    let search: WorldSearch
    private(set) var findings: [Diagnostic] = []

    init(search: WorldSearch) { self.search = search }

    mutating func look(at part: ConditionPart) {
        guard !part.isWritten else { return }
        if !search.mayBe([(part.formula, .holds)]) {
            findings.append(.alwaysFalse(part, value(of: part)))
        } else if !search.mayBe([(part.formula, .fails)]) {
            findings.append(.alwaysTrue(part, mayErr: search.mayBe([(part.formula, .errs)]), value(of: part)))
        } else {
            for (index, inner) in part.parts.enumerated() {
                let before = findings.count
                look(at: inner)
                if findings.count == before, !inner.isReported, !inner.isWritten {
                    lookForNeed(of: inner, after: part.parts[..<index].filter { !$0.isReported }, part.junction)
                }
            }
        }
    }

    /// Whether a part decides anything that those before it have not decided.
    private mutating func lookForNeed(
        of part: ConditionPart, after others: [ConditionPart], _ junction: ConditionPart.Junction
    ) {
        // What asks for other things decides nothing here.
        let terms = Set(part.formula.tests.map(\.term))
        let others = others.filter { !terms.isDisjoint(with: $0.formula.tests.map(\.term)) }.suffix(Self.maximumOthers)
        guard !others.isEmpty else { return }
        let open: TruthSet = [.fails, .errs]
        func implies(_ others: some Sequence<ConditionPart>) -> Bool {
            switch junction {
            case .all: !search.mayBe(others.map { ($0.formula, .holds) } + [(part.formula, open)])
            case .any: !search.mayBe(others.map { ($0.formula, open) } + [(part.formula, .holds)])
            case .none: false
            }
        }
        guard implies(others) else { return }
        let other = others.first { implies([$0]) } ?? others[others.startIndex]
        findings.append(junction == .all ? .implied(part, by: other) : .covered(part, by: other))
    }

    /// The one thing that a condition asks for, as it is written; nil where there are several.
    private func value(of part: ConditionPart) -> String? {
        let terms = Set(part.formula.tests.map(\.term))
        return terms.count == 1 ? terms.first.map { search.terms.terms[$0].text } : nil
    }
}

extension Diagnostic {
    fileprivate static func alwaysFalse(_ part: ConditionPart, _ value: String?) -> Diagnostic {
        .finding(
            "always-false", "this can never hold", at: part.location,
            notes: value.map { ["no value of `\($0)` makes it hold"] } ?? [])
    }

    fileprivate static func alwaysTrue(_ part: ConditionPart, mayErr: Bool, _ value: String?) -> Diagnostic {
        let notes = value.map { ["it is so for every value of `\($0)`"] } ?? []
        return mayErr
            ? .finding("always-true", "this holds whenever it can be evaluated", at: part.location, notes: notes)
            : .finding("always-true", "this always holds", at: part.location, notes: notes)
    }

    fileprivate static func implied(_ part: ConditionPart, by other: ConditionPart) -> Diagnostic {
        .finding(
            "always-true", "this always holds where what stands before it does", at: part.location,
            labels: [.init(other.location, "this says it already")], help: "take one of them out")
    }

    fileprivate static func covered(_ part: ConditionPart, by other: ConditionPart) -> Diagnostic {
        .finding(
            "always-false", "this never holds where what stands before it does not", at: part.location,
            labels: [.init(other.location, "this says it already")], help: "take one of them out")
    }
}

package import BylawCEL

/// One policy's view of one request, to be asked part by part: for those who want to know what a request touched.
///
/// Everything is evaluated again, in the frame that judged. Judging itself writes nothing down, and so costs nothing
/// more for there being somebody who asks.
package struct PolicyExamination {
    private let verdict: PolicyVerdict
    private let request: Request
    private let standing: StandingInput
    private let outcome: Outcome

    init(_ verdict: PolicyVerdict, _ request: Request, _ standing: StandingInput, _ outcome: Outcome) {
        self.outcome = outcome
        self.verdict = verdict
        self.request = request
        self.standing = standing
    }

    package var plan: PolicyPlan { verdict.plan }
    package var policy: CheckedPolicy { verdict.plan.policy }

    /// Whether a rule matches; nil where it cannot be evaluated, or is not about the action.
    package func matches(rule index: Int) -> Bool? {
        let rule = plan.rules[index].rule
        if let found = verdict.rules.first(where: { $0.plan.rule.name == rule.name }) {
            return found.isMatched ? true : nil
        }
        return isAbout(rule) ? false : nil
    }

    /// Whether a rule is about the request's action.
    package func isAbout(_ rule: CheckedRule) -> Bool { rule.isAbout(request.action.name) }

    /// Whether a condition of the policy holds; nil where it cannot be evaluated.
    package func holds(_ condition: Condition<Program>) -> Bool? {
        switch condition.evaluate(in: verdict.frame.frame) {
        case .holds: true
        case .fails: false
        case .errored: nil
        }
    }

    /// Whether the parts of a condition hold that must all do so, however they are joined.
    package func parts(of condition: Condition<Program>) -> [Bool?] {
        switch condition {
        case .expression(let program):
            let conjuncts = program.expression.conjuncts
            guard conjuncts.count > 1 else { return [holds(condition)] }
            // They read no slot that the whole does not read.
            var layout = plan.layout
            return conjuncts.map { holds(.expression($0.plan(into: &layout))) }
        case .all(let items): return items.flatMap { parts(of: $0.condition) }
        case .any, .none, .atLeast: return [holds(condition)]
        }
    }

    /// Why a condition of the policy cannot be evaluated; nil where it can.
    package func failure(of condition: Condition<Program>) -> EvaluationError? {
        if case .errored(let error) = condition.evaluate(in: verdict.frame.frame) { error } else { nil }
    }

    /// The value of an expression of the policy.
    package func value(of program: Program) -> Value { program.evaluate(in: verdict.frame.frame) }

    /// What the request says at a place; nil where nothing is there.
    package func value(at path: RequestPath) -> Value? {
        if case .value(let value) = verdict.frame.reader.read(path) { value } else { nil }
    }

    /// What the parts of an expression came to, as far as they were looked at.
    package func explain(_ program: Program) -> [Explanation] { program.explain(in: verdict.frame.frame) }

    /// The value that a label's field declares; nil where it declares none.
    package func declared(label index: Int) -> String? {
        verdict.labels.first { $0.plan.label.name == plan.labels[index].label.name }?.declared
    }

    /// Whether a mask finds something in any of the texts that it looks at; nil where none can be looked at.
    package func finds(mask index: Int) -> Bool? {
        let mask = policy.masks[index]
        let found = (mask.rewrite + mask.verify).compactMap { path in
            try? verdict.frame.reveals(path, mask: mask.name).get()
        }
        return found.isEmpty ? nil : found.contains(true)
    }

    /// To how many points the request brings the members whom it concerns, on a tally; to those that the actor has
    /// where it gives none. Empty where nobody can tell.
    package func points(onTally index: Int) -> [Int] {
        let tally = policy.tallies[index].tally
        let writer = charges
        let entries = (writer.strikes + writer.merits).filter { $0.tally == tally }
        guard !entries.isEmpty else {
            let known = try? verdict.frame.standing(on: tally).get()
            return known.map { [$0.points(policy: policy.id, tally: tally)] } ?? []
        }
        return entries.compactMap { entry in
            writer.before(entry).map { $0 + entry.points }
        }
    }

    /// Whether the request brings a tally's severe rung.
    package func isSevere(onTally index: Int) -> Bool {
        let tally = policy.tallies[index].tally
        return charges.strikes.contains { $0.tally == tally && $0.isSevere }
    }

    private var charges: ChargeWriter {
        ChargeWriter(verdict: verdict, standing: standing, outcome: outcome)
    }
}

extension Evaluator {
    /// Judges a request, and shows what each policy that applies makes of it, those in shadow mode too.
    package func examine(
        _ request: Request, standing: StandingInput
    ) -> (decision: Decision, examinations: [PolicyExamination]) {
        let standing = standing.isOf(request.actor.id) ? standing : .unavailable
        let verdict = verdict(request, standing: standing)
        return (
            decision(verdict), examinations(verdict, of: request, standing: standing)
        )
    }

    /// The same without the decision.
    package func examinations(of request: Request, standing: StandingInput) -> [PolicyExamination] {
        let standing = standing.isOf(request.actor.id) ? standing : .unavailable
        return examinations(verdict(request, standing: standing), of: request, standing: standing)
    }

    private func examinations(
        _ verdict: Verdict, of request: Request, standing: StandingInput
    ) -> [PolicyExamination] {
        (verdict.policies + verdict.shadow).filter { $0.plan.jurisdiction.applies(to: request) }
            .map { PolicyExamination($0, request, standing, verdict.outcome) }
    }
}

import BylawCEL
import BylawSource

/// Judges one request by one policy: every rule, whatever the others say, for order never changes a decision.
struct PolicyJudge {
    let frame: PolicyFrame
    /// Whether rules that cannot match are passed over; if not, every rule is evaluated, and the verdict is the same.
    let usesIndex: Bool

    private var plan: PolicyPlan { frame.plan }

    /// Adds what the policy says to an empty verdict.
    func judge(_ verdict: inout PolicyVerdict) {
        checkSuspension(&verdict)
        var labels: [Result<LabelVerdict, EvaluationError>] = []
        for label in plan.labels {
            let result = self.label(label)
            labels.append(result)
            switch result {
            case .success(let label): verdict.labels.append(label)
            case .failure(let error): verdict.faults.append(fault(label.label.name, error, label.label.location))
            }
        }
        if usesIndex, frame.findCandidates() {
            for place in 0..<frame.candidateCount {
                plan.ruleReferences[frame.candidate(place)]._withUnsafeGuaranteedRef { judge($0, labels, &verdict) }
            }
        } else {
            for index in plan.ruleReferences.indices {
                plan.ruleReferences[index]._withUnsafeGuaranteedRef { judge($0, labels, &verdict) }
            }
        }
    }

    private func judge(
        _ rule: RulePlan, _ labels: [Result<LabelVerdict, EvaluationError>], _ verdict: inout PolicyVerdict
    ) {
        guard rule.rule.isAbout(frame.reader.request.action.name) else { return }
        switch truth(of: rule, labels) {
        case .fails: break
        case .holds: verdict.rules.append(routed(matched(rule, &verdict), &verdict))
        case .errored(let error):
            verdict.faults.append(fault(rule.rule.name, error, rule.rule.location))
            verdict.rules.append(RuleVerdict(plan: rule, error: error, effect: rule.rule.onError))
        }
    }

    private func fault(
        _ name: String, _ error: EvaluationError, _ location: SourceLocation, holds: Bool = true
    ) -> PolicyVerdict.Fault {
        .init(name: name, message: error.message, at: plan.policy.place(of: location), holds: holds)
    }

    private func truth(of rule: RulePlan, _ labels: [Result<LabelVerdict, EvaluationError>]) -> Truth {
        let trigger = rule.test?.evaluate(frame.frame) ?? labelTruth(of: rule, labels)
        guard let exemption = rule.exemption else { return trigger }
        switch trigger {
        case .fails:
            return .fails
        case .holds:
            return exemption.evaluate(frame.frame).negated
        case .errored:
            // Only an exemption that surely holds makes the error not matter.
            if case .holds = exemption.evaluate(frame.frame) { return .fails }
            return trigger
        }
    }

    private func labelTruth(of rule: RulePlan, _ labels: [Result<LabelVerdict, EvaluationError>]) -> Truth {
        switch rule.trigger {
        case .labelMissing(let index): labelTruth(labels, index) { $0.declared == nil }
        case .labelContradicted(let index): labelTruth(labels, index, \.isContradicted)
        case .labelUnsupported(let index): labelTruth(labels, index, \.isUnsupported)
        case .when, .require: .errored(EvaluationError(.host, "the rule has no condition"))
        }
    }

    private func labelTruth(
        _ labels: [Result<LabelVerdict, EvaluationError>], _ index: Int, _ test: (LabelVerdict) -> Bool
    ) -> Truth {
        guard labels.indices.contains(index) else { return .errored(EvaluationError(.host, "there is no such label")) }
        switch labels[index] {
        case .success(let label): return test(label) ? .holds : .fails
        case .failure(let error): return .errored(error)
        }
    }

    private func label(_ label: LabelPlan) -> Result<LabelVerdict, EvaluationError> {
        var declared: String?
        if let path = label.label.declared {
            switch frame.reader.read(path) {
            case .absent: break
            case .error(let error): return .failure(error)
            case .value(let value): declared = value.text.flatMap { label.label.values.contains($0) ? $0 : nil }
            }
        }
        var inferred: [String] = []
        for (value, condition) in label.infer {
            switch condition.evaluate(in: frame.frame) {
            case .holds: if !inferred.contains(value) { inferred.append(value) }
            case .fails: continue
            case .errored(let error): return .failure(error)
            }
        }
        var isUnsupported = false
        // Evidence is asked for what is declared, and for nothing else.
        for (value, condition) in label.evidence where value == declared {
            switch condition.evaluate(in: frame.frame) {
            case .holds: continue
            case .fails: isUnsupported = true
            case .errored(let error): return .failure(error)
            }
        }
        return .success(
            LabelVerdict(plan: label, declared: declared, inferred: inferred, isUnsupported: isUnsupported))
    }

    /// What a table cannot say of whom a rule asks, charges or tells. The rule is errored then, for else it
    /// would go to nobody unnoticed; but it is no milder for that.
    private func routed(_ matched: RuleVerdict, _ verdict: inout PolicyVerdict) -> RuleVerdict {
        guard plan.asksTables else { return matched }
        let error = plan.routes(of: matched.consequence).lazy.compactMap { $0.evaluate(in: frame.frame).failure }.first
        guard let error else { return matched }
        let rule = matched.plan
        verdict.faults.append(fault(rule.rule.name, error, rule.rule.location))
        var errored = RuleVerdict(plan: rule, error: error, effect: max(matched.effect, rule.rule.onError))
        errored.softened = matched.softened
        return errored
    }

    /// A matched rule, softened, stopped and ruled on.
    private func matched(_ rule: RulePlan, _ verdict: inout PolicyVerdict) -> RuleVerdict {
        var result = RuleVerdict(plan: rule, effect: rule.consequence.checked.effect)
        soften(&result, &verdict)
        let denial = result.stop(if: frame.reader.request.stopped)
        // What was ruled on while the rule was stopped stays so, though the rule denies again.
        let isRuledOn = result.effect == .hold || result.effect == .deny && rule.stopped != nil
        // Digests take long, and where nobody has ruled nobody asks for them here.
        guard isRuledOn, !frame.reader.request.rulings.isEmpty else { return result }
        let name = rule.qualifiedName
        let id = frame.caseID(of: rule)
        let inputs = frame.inputsDigest
        let ruling = frame.reader.request.rulings.last { $0.caseID == id && $0.rule == name && $0.inputs == inputs }
        if let verdict = ruling?.verdict, verdict != .hold {
            // Whoever upholds a denial that was stopped upholds all of it.
            if verdict == .deny, let denial { result = denial }
            result.ruling = verdict
            result.effect = verdict
        }
        return result
    }

    /// Applies the softeners that list the rule and hold; of several the strictest counts.
    private func soften(_ result: inout RuleVerdict, _ verdict: inout PolicyVerdict) {
        var softest: SoftenerPlan?
        for index in result.plan.softeners {
            let softener = plan.softeners[index]
            switch softener.when.evaluate(in: frame.frame) {
            case .fails: continue
            case .errored(let error):
                verdict.faults.append(
                    fault(softener.softener.name, error, softener.softener.location, holds: false))
            case .holds:
                guard let known = softest else {
                    softest = softener
                    continue
                }
                if softener.consequence.checked.effect > known.consequence.checked.effect { softest = softener }
            }
        }
        guard let softest else { return }
        result.softened = softest.consequence.softening(
            result.plan.consequence, keepsStrikes: !softest.softener.setsStrikes)
        result.effect = softest.consequence.checked.effect
    }

    /// A member whom the policy's ladders suspended from the action may not do it, and where nobody can tell, it is not
    /// taken for granted that they may.
    private func checkSuspension(_ verdict: inout PolicyVerdict) {
        switch frame.standing {
        case .none:
            return
        case .known(let standing):
            guard !plan.tallySubjects.isEmpty else {
                verdict.isSuspended = standing.isSuspended(
                    from: frame.reader.request.action.name, policy: plan.policy.id, at: frame.reader.request.time)
                return
            }
            for tally in plan.policy.tallies { checkSuspension(by: tally, &verdict) }
        case .unavailable:
            // Where no ladder suspends, people may have done it by hand.
            guard let tally = plan.policy.tallies.first else { return }
            verdict.faults.append(
                .init(
                    name: tally.tally, message: "the actor's standing is unavailable", at: plan.policy.path.description,
                    holds: true))
        }
    }
}

extension PolicyJudge {
    /// The same for one tally, where not all are counted by actor.
    private func checkSuspension(by tally: TallyTerms, _ verdict: inout PolicyVerdict) {
        switch frame.standing(on: tally.tally) {
        case .success(let standing):
            let isSuspended = standing.isSuspended(
                from: frame.reader.request.action.name, by: tally.tally, of: plan.policy.id,
                at: frame.reader.request.time)
            verdict.isSuspended = verdict.isSuspended || isSuspended
        case .failure(let error):
            verdict.faults.append(
                .init(name: tally.tally, message: error.message, at: plan.policy.path.description, holds: true))
        }
    }
}

extension CheckedPolicy {
    /// `policy/rule`
    func qualified(_ rule: String) -> String { "\(id)/\(rule)" }

    /// `file:line:column`, the file relative to the policies' root.
    func place(of location: SourceLocation) -> String { "\(path):\(location.position)" }
}

extension ConsequencePlan {
    /// This consequence of a softener, with what it leaves unsaid taken from the rule's own.
    func softening(_ rule: ConsequencePlan, keepsStrikes: Bool) -> ConsequencePlan {
        var checked = checked
        let own = rule.checked
        // The exit is the softener's where it names one; a rule's own await goes with its own way of asking.
        let keepsExit = checked.tier == nil && checked.awaited == nil
        if keepsExit { (checked.tier, checked.awaited) = (own.tier, own.awaited) }
        if keepsStrikes { checked.strikes = own.strikes }
        checked.ifDone = checked.ifDone ?? own.ifDone
        checked.says = checked.says ?? own.says
        checked.mend = checked.mend ?? own.mend
        checked.asks = checked.asks ?? own.asks
        let keepsDuties = checked.duties.isEmpty
        if keepsDuties { checked.duties = own.duties }
        return ConsequencePlan(
            checked: checked,
            awaitedFrom: keepsExit ? rule.awaitedFrom : awaitedFrom,
            strikeSubjects: keepsStrikes ? rule.strikeSubjects : strikeSubjects,
            meritSubjects: meritSubjects,
            dutyTargets: keepsDuties ? rule.dutyTargets : dutyTargets)
    }
}

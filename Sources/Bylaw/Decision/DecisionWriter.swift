import BylawCEL

/// Writes a verdict out as a decision: for people, and for the host that must act on it.
struct DecisionWriter {
    let judged: JudgedRequest
    /// What was judged by.
    let policies: PolicySetPlan

    private var texts: TextPlan { policies.texts }
    /// The host's keys by name.
    private var keys: [String: MaskKey] { policies.keys }

    private var request: Request {
        @inline(__always) _read { yield judged.request }
    }

    private var standing: StandingInput {
        @inline(__always) _read { yield judged.standing }
    }

    func decision(_ verdict: Verdict) -> Decision {
        var decision = Decision(
            request: request.id, incident: request.incident, time: request.time, stage: request.stage,
            outcome: verdict.outcome, reason: verdict.reason,
            standing: standingState, inputs: inputs(verdict))
        for policy in verdict.policies { add(policy, to: &decision, verdict.outcome) }
        let stopped = StoppedRules(request.stopped, verdict.policies)
        decision.inputs.stopped = stopped.names
        decision.errors += stopped.faults
        decision.texts = verdict.texts.map { field in
            .init(path: field.path.description, masked: field.masked, spans: field.spans)
        }
        if request.stage == .done {
            decision.remedy = verdict.policies.flatMap(\.rules)
                .compactMap { $0.isMatched && !$0.isLifted ? $0.consequence.checked.ifDone : nil }.max()
        }
        decision.shadow = verdict.shadow.map { shadow in
            .init(
                policy: shadow.plan.policy.id, version: shadow.plan.policy.version,
                // A policy that abstains would have changed nothing.
                outcome: Combination.outcome(of: shadow) ?? .allow,
                rules: shadow.rules.map { rule($0, of: shadow) })
        }
        decision.policies = (verdict.policies + verdict.shadow).map { verdict in
            let plan = verdict.plan
            return .init(policy: plan.policy.id, version: plan.policy.version, digest: plan.policy.digest)
        }.sorted { a, b in
            a.policy == b.policy ? a.version < b.version : a.policy.utf8.lexicographicallyPrecedes(b.policy.utf8)
        }
        return decision
    }

    private var standingState: Decision.StandingState {
        switch standing {
        case .known: .known
        case .none: .none
        case .unavailable: .unavailable
        }
    }

    private func inputs(_ verdict: Verdict) -> Decision.Inputs {
        var lexicons: [Decision.NamedDigest] = []
        for policy in verdict.policies + verdict.shadow where !texts.lexiconDigests[policy.frame.index].isEmpty {
            for (name, digest) in texts.lexiconDigests[policy.frame.index] {
                let known = lexicons.first { $0.name == name }
                guard known?.digest != digest else { continue }
                let qualified = known == nil ? name : policy.plan.policy.qualified(name)
                // A shadow version of a policy may have a lexicon of its own under the same name.
                let version = policy.plan.policy.version
                let isTaken = lexicons.contains { $0.name == qualified }
                lexicons.append(.init(name: isTaken ? "\(qualified)@\(version)" : qualified, digest: digest))
            }
        }
        lexicons.sort { ($0.name, $0.digest) < ($1.name, $1.digest) }
        return .init(policies: policies.digest, lexicons: lexicons, keys: keys(verdict), tzdata: nil, stopped: [])
    }

    /// The keys that the policies' masks ask for and the host gave.
    private func keys(_ verdict: Verdict) -> [Decision.NamedDigest] {
        guard !keys.isEmpty else { return [] }
        var names: Set<String> = []
        for mask in verdict.policies.flatMap(\.plan.policy.masks) {
            if case .pseudonym(let name, _, _) = mask.replacement { names.insert(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { name in
            keys[name].map { .init(name: name, digest: $0.id) }
        }
    }

    private func add(_ verdict: PolicyVerdict, to decision: inout Decision, _ outcome: Outcome) {
        let plan = verdict.plan
        for rule in verdict.rules {
            decision.rules.append(self.rule(rule, of: verdict))
            addChecklists(of: rule, verdict, to: &decision)
            guard rule.isMatched else { continue }
            let name = rule.plan.qualifiedName
            if rule.effect == .hold {
                if outcome == .hold { addWait(of: rule, name, verdict, to: &decision) }
                // What has happened needs its ruling even where something else denies it already.
                if outcome == .hold || request.stage == .done { addCase(of: rule, name, verdict, to: &decision) }
            }
            addDuties(of: rule, name, verdict, isOutcome: rule.effect == outcome && !rule.isStopped, to: &decision)
        }
        decision.labels += verdict.labels.map { label in
            let name = label.plan.label.name
            // Two policies may have a label of one name; then the later is named with its policy.
            let isTaken = decision.labels.contains { $0.name == name }
            return .init(
                name: isTaken ? plan.policy.qualified(name) : name,
                value: label.isContradicted ? label.shown : label.declared ?? label.shown,
                declared: label.declared, inferred: label.shown, conflict: label.isContradicted)
        }
        decision.errors += verdict.faults.map {
            .init(policy: plan.policy.id, rule: $0.name, error: $0.message, at: $0.at, isOpen: $0.holds)
        }
        // Points are given on tallies alone.
        guard !plan.policy.tallies.isEmpty else { return }
        let charges = ChargeWriter(verdict: verdict, standing: standing, outcome: outcome)
        decision.strikes += charges.strikes
        decision.merits += charges.merits
        let (sanctions, grants) = charges.ladders()
        decision.sanctions += sanctions
        decision.grants += grants
    }

    private func rule(_ rule: RuleVerdict, of verdict: PolicyVerdict) -> Decision.RuleResult {
        let plan = verdict.plan
        let messages = MessageWriter(verdict: verdict, rule: rule)
        // An errored rule may not say that it matched. What it brings is not copied out, but looked at where it lies.
        return .init(
            policy: plan.policy.id, rule: rule.plan.rule.name, result: rule.isMatched ? .matched : .errored,
            effect: rule.effect, says: rule.isMatched ? messages.texts(rule.consequence.checked.says) : [],
            mend: rule.isMatched ? mend(rule, verdict, messages) : [], at: rule.plan.place)
    }

    /// How to put it right: the rule's own words, and those of each item of its checklists that fails, a line each.
    private func mend(
        _ rule: RuleVerdict, _ verdict: PolicyVerdict, _ messages: MessageWriter
    ) -> [Decision.LocalizedText] {
        guard rule.consequence.checked.mend != nil || rule.plan.hasChecklist else { return [] }
        let items = reports(of: rule, verdict).flatMap(\.mends)
        var lines: [Decision.LocalizedText] = []
        for text in ([rule.consequence.checked.mend] + items).flatMap(messages.texts) {
            if let index = lines.firstIndex(where: { $0.language == text.language }) {
                // A block of text may end in a line break of its own.
                if lines[index].text.last?.isNewline == false { lines[index].text += "\n" }
                lines[index].text += text.text
            } else {
                lines.append(text)
            }
        }
        return lines
    }

    private func addWait(
        of rule: RuleVerdict, _ name: String, _ verdict: PolicyVerdict, to decision: inout Decision
    ) {
        guard let awaited = rule.consequence.checked.awaited else { return }
        let from = rule.consequence.awaitedFrom?.evaluate(in: verdict.frame.frame).text
        decision.waits.append(
            .init(
                rule: name, fact: awaited.fact, from: from, askBy: awaited.askBy, via: awaited.via,
                due: awaited.within.map(request.time.advanced), late: awaited.late?.name,
                matter: matter(of: rule, verdict)))
        if let from, let asks = rule.consequence.checked.asks {
            let messages = MessageWriter(verdict: verdict, rule: rule)
            decision.notices.append(.init(to: from, about: name, text: messages.texts(asks)))
        }
    }

    private func addCase(
        of rule: RuleVerdict, _ name: String, _ verdict: PolicyVerdict, to decision: inout Decision
    ) {
        guard let tier = rule.consequence.checked.tier else { return }
        let terms = verdict.plan.policy.review?.tier(tier)
        let matter = matter(of: rule, verdict)
        let recusal = terms?.recuseWhen.flatMap { Recusal($0) }
        decision.cases.append(
            .init(
                id: matter.caseID, rule: name, tier: tier, due: terms?.within.map(request.time.advanced),
                inputs: verdict.frame.inputsDigest,
                excluded: recusal.map { recusal in
                    matter.parties.all.filter { recusal.recuses(Reviewer(id: $0, roles: []), from: matter.parties) }
                } ?? [], matter: matter))
    }

    private func matter(of rule: RuleVerdict, _ verdict: PolicyVerdict) -> Decision.HeldMatter {
        .init(
            caseID: verdict.frame.caseID(of: rule.plan), policy: verdict.plan.policy.id,
            version: verdict.plan.policy.version, rule: rule.plan.rule.name, inputs: verdict.frame.inputsDigest,
            parties: parties(of: rule, verdict))
    }

    /// Whom a case concerns: the actor; whoever would be charged, or else the author of the resource; who reported it
    /// (`context.reporter`); and who is awaited.
    private func parties(of rule: RuleVerdict, _ verdict: PolicyVerdict) -> CaseParties {
        func text(_ attributes: [Attribute], _ names: String...) -> String? {
            var value = AttributeValue.object(attributes)
            for name in names {
                guard let next = value[name] else { return nil }
                value = next
            }
            return value.text
        }
        let author = text(request.resource.attributes, "author", "id")
        let charged = rule.consequence.strikeSubjects.compactMap { $0?.evaluate(in: verdict.frame.frame).text }
        let awaited = rule.consequence.awaitedFrom?.evaluate(in: verdict.frame.frame).text
        return CaseParties(
            actor: request.actor.id, subject: charged.first ?? author, reporter: text(request.context, "reporter"),
            others: charged + [author, awaited].compactMap(\.self))
    }

    private func addDuties(
        of rule: RuleVerdict, _ name: String, _ verdict: PolicyVerdict, isOutcome: Bool, to decision: inout Decision
    ) {
        for (index, duty) in rule.consequence.checked.duties.enumerated() where isOutcome || duty.isAlways {
            let to: String? =
                switch duty.target {
                case nil: nil
                case .actor: request.actor.id
                case .name(let name): name
                case .member: rule.consequence.dutyTargets[index]?.evaluate(in: verdict.frame.frame).text
                }
            decision.duties.append(
                .init(
                    id: Digest.of("duty", request.incident, name, String(index), duty.kind.rawValue, to ?? ""),
                    duty: duty.kind.rawValue, to: to, rule: name,
                    due: (duty.within ?? duty.after).map(request.time.advanced)))
        }
    }

    private func addChecklists(of rule: RuleVerdict, _ verdict: PolicyVerdict, to decision: inout Decision) {
        for report in reports(of: rule, verdict) {
            decision.checklists.append(
                .init(
                    rule: rule.plan.qualifiedName, passed: report.passed, of: report.of,
                    failed: report.failed))
        }
    }

    private func reports(of rule: RuleVerdict, _ verdict: PolicyVerdict) -> [ChecklistWriter.Report] {
        guard rule.plan.hasChecklist else { return [] }
        return switch rule.plan.trigger {
        case .when(let condition), .require(let condition):
            ChecklistWriter(frame: verdict.frame.frame).reports(condition, wanted: rule.plan.wantsCondition)
        case .labelMissing, .labelContradicted, .labelUnsupported: []
        }
    }
}

extension RuleVerdict {
    /// Whether people allowed what the rule stands against.
    fileprivate var isLifted: Bool { effect == .allow && consequence.checked.effect != .allow }
}

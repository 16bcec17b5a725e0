import BylawCEL
import BylawSource

/// Checks rules, what labels bring about, and softeners.
struct RuleChecker {
    let policy: PolicyChecker
    /// Attributes that a mask hides: no message may show them.
    let hidden: [HiddenField]
    /// What tallies are counted by that are not counted by actor.
    let tallySubjects: [Named<CheckedExpression>]
    private let stops: StopChecker
    private var scope: PolicyScope { policy.scope }
    private var problems: Problems { policy.problems }

    init(policy: PolicyChecker, hidden: [HiddenField], tallySubjects: [Named<CheckedExpression>]) {
        self.policy = policy
        stops = StopChecker(policy: policy)
        self.tallySubjects = tallySubjects
        self.hidden = hidden
    }

    func rule(_ name: Located<String>, _ syntax: RuleSyntax) -> CheckedRule? {
        syntax.on.forEach(policy.checkAction)
        let actions = syntax.on.map(\.value)
        let messages = MessageChecker(scope: scope, paths: policy.paths, hidden: hidden, actions: actions)
        let trigger: CheckedRule.Trigger?
        var presence = Presence.nothing
        switch syntax.trigger {
        case .when(let condition):
            let (checked, guarantees) = scope.check(condition, actions: actions, mends: messages.mend)
            trigger = checked.map(CheckedRule.Trigger.when)
            presence = guarantees
        case .require(let condition):
            trigger = scope.check(condition, actions: actions, mends: messages.mend).condition
                .map(CheckedRule.Trigger.require)
        }
        let unless = syntax.unless.map { scope.check($0, actions: actions, assuming: presence).condition }
        let consequence = consequence(syntax.consequence, actions: actions, presence, messages)
        checkExit(syntax.consequence, at: name.location)
        let source = syntax.source.flatMap(policy.sources.quote)
        let stop = stops.stop(syntax.consequence.effect.value, own: syntax.stop)
        guard let trigger, unless == nil || unless.flatMap(\.self) != nil else { return nil }
        return CheckedRule(
            name: name.value, location: name.location, trigger: trigger, unless: unless.flatMap(\.self),
            actions: actions, onError: syntax.onError?.value ?? .hold,
            stop: stop, consequence: consequence, source: source)
    }

    /// The rules that a label brings: they are named after it, so that softeners and fixtures can name them.
    func labelRules(_ name: Located<String>, _ syntax: LabelSyntax, index: Int) -> [CheckedRule] {
        let messages = MessageChecker(scope: scope, paths: policy.paths, hidden: hidden, actions: [])
        func rule(_ suffix: String, _ trigger: CheckedRule.Trigger, _ syntax: ConsequenceSyntax) -> CheckedRule {
            checkExit(syntax, at: syntax.effect.location)
            return CheckedRule(
                name: "\(name.value).\(suffix)", location: syntax.effect.location, trigger: trigger, unless: nil,
                actions: [], onError: .hold, stop: stops.stop(syntax.effect.value),
                consequence: consequence(syntax, actions: [], .nothing, messages),
                source: nil)
        }
        var rules: [CheckedRule] = []
        if let missing = syntax.ifMissing { rules.append(rule("missing", .labelMissing(label: index), missing)) }
        if let contradicted = syntax.ifContradicted {
            rules.append(rule("contradicted", .labelContradicted(label: index), contradicted))
        }
        if let unsupported = syntax.ifUnsupported {
            rules.append(rule("unsupported", .labelUnsupported(label: index), unsupported))
        }
        return rules
    }

    /// A hold that nothing can end would hold for ever.
    private func checkExit(_ syntax: ConsequenceSyntax, at location: SourceLocation) {
        guard syntax.effect.value == .hold, syntax.awaited == nil, syntax.tier == nil else { return }
        problems.error(
            "hold-without-exit", "nothing ends this hold", at: location,
            help: "name the fact that is awaited (`await`) or the tier that decides (`to`)")
    }

    private func consequence(
        _ syntax: ConsequenceSyntax, actions: [String], _ presence: Presence, _ messages: MessageChecker
    ) -> CheckedConsequence {
        if let tier = syntax.tier { policy.checkTier(tier) }
        func member(_ expression: ExpressionSyntax?) -> CheckedExpression? {
            expression.flatMap { scope.check($0, expecting: .string, actions: actions, assuming: presence) }
        }
        return CheckedConsequence(
            effect: syntax.effect.value,
            awaited: syntax.awaited.map { awaited($0, member) },
            tier: syntax.tier?.value, ifDone: syntax.ifDone,
            strikes: syntax.strikes.map { points($0, member) } ?? [],
            merits: syntax.merits.map { points($0, member, canBeSevere: false) } ?? [],
            duties: syntax.duties.map { duty($0, member) },
            says: syntax.says.flatMap { messages.message($0, presence) },
            mend: syntax.mend.flatMap { messages.message($0, presence) },
            asks: syntax.asks.flatMap { messages.message($0, presence) })
    }

    private func awaited(
        _ syntax: AwaitSyntax, _ member: (ExpressionSyntax?) -> CheckedExpression?
    ) -> CheckedConsequence.Await {
        let facts = policy.syntax.facts.names()
        if !facts.contains(syntax.fact.value) {
            problems.error(
                "unknown-fact", "there is no fact `\(syntax.fact.value)`", at: syntax.fact.location,
                help: Spelling.suggestion(for: syntax.fact.value, in: facts))
        }
        if let late = syntax.late, case .tier(let name) = late.value {
            policy.checkTier(Located(name, at: late.location), alternatives: ["deny", "stays-held"])
        }
        return .init(
            fact: syntax.fact.value, from: member(syntax.from), askBy: syntax.askBy?.value, via: syntax.via?.value,
            within: syntax.within?.value, late: syntax.late?.value)
    }

    private func points(
        _ syntax: PointsSyntax, _ member: (ExpressionSyntax?) -> CheckedExpression?, canBeSevere: Bool = true
    ) -> [CheckedConsequence.Points] {
        let tallies = policy.syntax.tallies.names()
        let subject = member(syntax.subject)
        return syntax.points.map { entry in
            let tally = policy.syntax.tallies.named(entry.name.value)
            if !tallies.contains(entry.name.value) {
                problems.error(
                    "unknown-tally", "there is no tally `\(entry.name.value)`", at: entry.name.location,
                    help: Spelling.suggestion(for: entry.name.value, in: tallies))
            }
            let own = syntax.subject == nil ? tallySubjects.named(entry.name.value) : subject
            switch entry.value.value {
            case .points(let points):
                return .init(tally: entry.name.value, points: points, isSevere: false, subject: own)
            case .severe:
                let severe = tally?.ladder.first { $0.at.value == .severe }
                if !canBeSevere || tally != nil && severe == nil {
                    problems.error(
                        "no-severe-rung",
                        canBeSevere
                            ? "the ladder of `\(entry.name.value)` has no `severe` rung" : "a merit cannot be severe",
                        at: entry.value.location,
                        help: canBeSevere
                            ? "add `{ at: severe, sanction: … }` to it" : "write how many points it is worth")
                }
                return .init(
                    tally: entry.name.value, points: severe?.points?.value ?? 1, isSevere: true, subject: own)
            }
        }
    }

    private func duty(
        _ syntax: DutySyntax, _ member: (ExpressionSyntax?) -> CheckedExpression?
    ) -> CheckedConsequence.Duty {
        var target: CheckedConsequence.Duty.Target?
        if let expression = syntax.target {
            if expression.text == "actor" {
                target = .actor
            } else if policy.roles.contains(expression.text) || policy.syntax.tiers.names().contains(expression.text) {
                target = .name(expression.text)
            } else if let meant = misspelledTarget(expression) {
                problems.error(
                    "unknown-name", "nobody is named `\(expression.text)`", at: expression.location,
                    help: "did you mean `\(meant)`?")
            } else {
                target = member(expression).map(CheckedConsequence.Duty.Target.member)
            }
        }
        return .init(
            kind: syntax.kind.value, target: target, isAlways: syntax.isAlways, within: syntax.within?.value,
            after: syntax.after?.value)
    }

    /// The role or tier that a single word is surely meant to be, where conditions know no such name.
    private func misspelledTarget(_ expression: ExpressionSyntax) -> String? {
        let parts = RequestPart.allCases.flatMap { scope.schema.variants(of: $0).map(\.alias) }
        let known = PolicyScope.reservedNames + scope.letNames + parts
        let isWord = expression.text.unicodeScalars.allSatisfy { $0 == "-" || $0 == "_" || $0.properties.isIDContinue }
        guard isWord, !known.contains(expression.text) else { return nil }
        return Spelling.nearest(to: expression.text, in: policy.roles + policy.syntax.tiers.names() + ["actor"])
    }

    func softeners(_ syntax: [Named<SoftenerSyntax>], of rules: [CheckedRule]) -> [CheckedSoftener] {
        let ruleNames = policy.syntax.rules.names() + rules.map(\.name)
        return syntax.compactMap { named in
            let softener = named.value
            for rule in softener.rules where !ruleNames.contains(rule.value) {
                problems.error(
                    "unknown-rule", "there is no rule `\(rule.value)`", at: rule.location,
                    help: Spelling.suggestion(for: rule.value, in: ruleNames))
            }
            let softened = rules.filter { rule in softener.rules.contains { $0.value == rule.name } }
            checkMilder(softener, than: softened)
            let messages = MessageChecker(scope: scope, paths: policy.paths, hidden: hidden, actions: [])
            let (condition, presence) = scope.check(softener.when, actions: [])
            let consequence = consequence(softener.consequence, actions: [], presence, messages)
            return condition.map {
                CheckedSoftener(
                    name: named.name.value, location: named.name.location, when: $0,
                    rules: softener.rules.map(\.value), consequence: consequence,
                    setsStrikes: softener.consequence.strikes != nil)
            }
        }
    }

    /// A softener that is stricter than a rule of its list is surely a slip, and one that holds needs a way out.
    private func checkMilder(_ softener: SoftenerSyntax, than rules: [CheckedRule]) {
        let effect = softener.consequence.effect
        for rule in rules {
            if effect.value > rule.consequence.effect {
                problems.error(
                    "not-milder", "`\(effect.value.rawValue)` is stricter than `\(rule.name)` itself",
                    at: effect.location, labels: [.init(rule.location, "this rule")])
            } else if effect.value == .hold, softener.consequence.tier == nil, softener.consequence.awaited == nil,
                rule.consequence.tier == nil, rule.consequence.awaited == nil
            {
                checkExit(softener.consequence, at: effect.location)
                return
            }
        }
    }
}

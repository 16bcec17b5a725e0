import Bylaw
import BylawCEL
import BylawSource

/// Every point of a policy's coverage, and where in the policy each belongs.
struct PolicyMap {
    struct RuleMap {
        let point: Int
        /// Nil for the rules of labels, which have no condition of their own.
        let trigger: ConditionMap?
        let unless: ConditionMap?
    }

    struct LabelMap {
        let infer: [ConditionMap]
        let evidence: [ConditionMap]
    }

    struct TallyMap {
        var rungs: [(at: Int, point: Int)] = []
        var severe: Int?
        var window: Int?
    }

    private(set) var points: [CoveragePoint] = []
    private(set) var rules: [RuleMap] = []
    private(set) var softeners: [(point: Int, condition: ConditionMap)] = []
    private(set) var masks: [Int] = []
    private(set) var labels: [LabelMap] = []
    private(set) var lets: [(name: String, branch: Int?, expression: ExpressionMap)] = []
    /// None in shadow mode, where nothing is counted.
    private(set) var tallies: [TallyMap] = []

    /// The points of a policy as it was written and as it was checked.
    init(_ syntax: PolicySyntax, _ policy: CheckedPolicy) {
        for binding in syntax.vocabulary.lets { add(binding, policy) }
        for rule in policy.rules { add(rule, syntax.rules.named(rule.name)) }
        for label in syntax.labels { add(label) }
        for softener in syntax.softeners { add(softener) }
        for mask in syntax.masks { masks.append(add(CoveragePoint(.mask, mask.name.value, at: mask.name.location))) }
        guard !policy.isShadow else { return }
        for tally in syntax.tallies { add(tally) }
    }

    private mutating func add(_ point: CoveragePoint) -> Int {
        points.append(point)
        return points.count - 1
    }

    private mutating func map(_ condition: ConditionSyntax, of owner: String, isBranch: Bool) -> ConditionMap {
        var mapper = ConditionMapper(owner: owner, points: points)
        defer { points = mapper.points }
        return mapper.map(condition, isBranch: isBranch)
    }

    private mutating func add(_ binding: Named<ExpressionSyntax>, _ policy: CheckedPolicy) {
        let name = binding.name.value
        guard let checked: CheckedExpression = policy.lets.named(name) else { return }
        var mapper = ConditionMapper(owner: name, points: points)
        let expression = mapper.map(binding.value)
        points = mapper.points
        var branch: Int?
        if case .bool = checked.type { branch = add(CoveragePoint(.branch, name, at: binding.name.location)) }
        lets.append((name, branch, expression))
    }

    private mutating func add(_ rule: CheckedRule, _ syntax: RuleSyntax?) {
        var condition: ConditionSyntax?
        switch syntax?.trigger {
        case .when(let trigger), .require(let trigger): condition = trigger
        case nil: break
        }
        let point = add(
            CoveragePoint(
                .rule, rule.name, at: rule.location,
                isOneWay: syntax?.unless == nil && condition?.isTruthValue ?? false))
        // Where nothing exempts from it, the rule goes as its condition does.
        let trigger = condition.map { map($0, of: rule.name, isBranch: syntax?.unless != nil) }
        let unless = syntax?.unless.map { map($0, of: rule.name, isBranch: true) }
        rules.append(RuleMap(point: point, trigger: trigger, unless: unless))
    }

    private mutating func add(_ label: Named<LabelSyntax>) {
        let name = label.name.value
        labels.append(
            LabelMap(
                infer: label.value.infer.map { map($0.value, of: name, isBranch: true) },
                evidence: label.value.evidence.map { map($0.value, of: name, isBranch: true) }))
    }

    private mutating func add(_ softener: Named<SoftenerSyntax>) {
        let name = softener.name.value
        let point = add(
            CoveragePoint(
                .softener, name, at: softener.name.location, isOneWay: softener.value.when.isTruthValue))
        softeners.append((point, map(softener.value.when, of: name, isBranch: false)))
    }

    private mutating func add(_ tally: Named<TallySyntax>) {
        let name = tally.name.value
        var map = TallyMap()
        for rung in tally.value.ladder {
            switch rung.at.value {
            case .points(let at):
                let point = CoveragePoint(.rung, name, "rung at \(at)", at: rung.at.location)
                map.rungs.append((at, add(point)))
            case .severe:
                map.severe = add(
                    CoveragePoint(.rung, name, "severe rung", at: rung.at.location, isOneWay: true))
            case .warning, .manual: break
            }
        }
        if tally.value.window.value != .forever {
            map.window = add(CoveragePoint(.window, name, "window", at: tally.value.window.location))
        }
        tallies.append(map)
    }
}

import Bylaw
import BylawCEL
import BylawSource
import BylawTesting

/// Every name that a policy uses, wherever it does.
struct PolicyUses: Sendable {
    /// Names that expressions read, by whoever's expression it is; nil for those of no let.
    private(set) var identifiers: [(name: String, reader: String?)] = []
    /// Texts in quotes: names of lexicons, facts and roles among them.
    private(set) var quoted: Set<String> = []
    private(set) var functions: Set<String> = []
    private(set) var types: Set<String> = []
    /// Tiers that a case is put before, or that are told something.
    private(set) var tiers: Set<String> = []
    private(set) var roles: Set<String> = []
    private(set) var facts: Set<String> = []
    private(set) var lexicons: Set<String> = []

    init(_ policy: PolicySyntax, vocabulary: PolicyLoader.Vocabulary) {
        for binding in policy.vocabulary.lets { read(binding.value, by: binding.name.value) }
        for table in policy.tables { read(table.value.by) }
        for fact in policy.facts { fact.value.keys.forEach { read($0.value) } }
        policy.stop.map { _ = tiers.insert($0.tier.value) }
        for rule in policy.rules { add(rule.value) }
        for label in policy.labels.map(\.value) {
            (label.infer + label.evidence).forEach { add($0.value) }
            [label.ifMissing, label.ifContradicted, label.ifUnsupported].compactMap(\.self).forEach { add($0) }
        }
        for softener in policy.softeners.map(\.value) {
            add(softener.when)
            add(softener.consequence)
        }
        for tally in policy.tallies.map(\.value) {
            tally.per.map { read($0) }
            roles.formUnion(tally.ladder.compactMap { $0.role?.value })
        }
        for mask in policy.masks.map(\.value) { add(mask) }
        for tier in policy.tiers.map(\.value) { add(tier) }
        addPassedOn(policy)
        roles.formUnion(policy.modes.flatMap { $0.value.onBy.map(\.value) })
        let judges = policy.judges
        (judges.actor + judges.action + judges.resource).forEach { add($0.type) }
        judges.context.map { add($0) }
        vocabulary.types.forEach { add($0.value) }
        roles.formUnion(vocabulary.roles.flatMap { $0.value.grantedBy.map(\.value) })
    }

    private mutating func add(_ rule: RuleSyntax) {
        switch rule.trigger {
        case .when(let condition), .require(let condition): add(condition)
        }
        rule.unless.map { add($0) }
        add(rule.consequence)
        if case .when(let stop)? = rule.stop?.value { tiers.insert(stop.tier.value) }
    }

    private mutating func add(_ condition: ConditionSyntax) {
        if case .expression(let expression) = condition { read(expression) }
        for item in condition.items {
            add(item.condition)
            item.mend.map { add($0) }
        }
    }

    private mutating func add(_ consequence: ConsequenceSyntax) {
        consequence.tier.map { _ = tiers.insert($0.value) }
        if let awaited = consequence.awaited {
            facts.insert(awaited.fact.value)
            awaited.from.map { read($0) }
            awaited.askBy.map { _ = roles.insert($0.value) }
            if case .tier(let tier)? = awaited.late?.value { tiers.insert(tier) }
        }
        [consequence.strikes, consequence.merits].compactMap { $0?.subject }.forEach { read($0) }
        for target in consequence.duties.compactMap(\.target) {
            // A role, a tier or an expression: whichever has the name.
            read(target)
            roles.insert(target.text)
            tiers.insert(target.text)
        }
        consequence.messages.forEach { add($0) }
    }

    private mutating func add(_ message: MessageSyntax) {
        for case .placeholder(let expression) in message.texts.flatMap(\.value.parts) { read(expression) }
    }

    private mutating func add(_ mask: MaskSyntax) {
        lexicons.formUnion(mask.lexicons.map(\.value))
        if case .pseudonym(_, let scope?, _) = mask.replacement { read(scope) }
    }

    private mutating func add(_ tier: TierSyntax) {
        roles.formUnion(tier.who.map(\.value))
        tier.recuseWhen.map { read($0) }
    }

    /// The tiers to which cases pass on from those that they are put before.
    private mutating func addPassedOn(_ policy: PolicySyntax) {
        guard !tiers.isEmpty else { return }
        // Unless it names one, an appeal may come before any tier that has not decided yet.
        guard let appeal = policy.appeal?.to, appeal.value != "another-tier" else {
            tiers.formUnion(policy.tiers.names())
            return
        }
        tiers.insert(appeal.value)
        // Each round reaches at least one more, or is the last.
        for _ in policy.tiers {
            for tier in policy.tiers where tiers.contains(tier.name.value) {
                if case .tier(let other)? = tier.value.late?.value { tiers.insert(other) }
                tier.value.ifTooFew.map { _ = tiers.insert($0.value) }
            }
        }
    }

    private mutating func add(_ type: TypeSyntax) {
        switch type {
        case .name(let name): types.insert(name.value)
        case .enumeration: break
        case .list(let inner, _), .map(let inner, _), .optional(let inner, _): add(inner)
        case .record(let fields, _): fields.forEach { add($0.value) }
        }
    }

    private mutating func read(_ expression: ExpressionSyntax, by reader: String? = nil) {
        guard let parsed = ParsedExpression.parse(expression.text).0 else { return }
        visit(parsed.root, reader)
    }

    private mutating func visit(_ node: Syntax, _ reader: String?) {
        switch node.kind {
        case .identifier(let name, _): identifiers.append((name, reader))
        case .literal(.string(let text)): quoted.insert(text)
        case .call(let name, _, _, _): functions.insert(name.text)
        default: break
        }
        for part in node.parts { visit(part, reader) }
    }
}

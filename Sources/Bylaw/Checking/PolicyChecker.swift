import BylawCEL
import BylawSource
import BylawText

/// Gives every name in a policy its meaning and every expression its type.
///
/// Reports everything that is wrong and returns nil if anything was: a policy with an error never gets further.
struct PolicyChecker {
    let syntax: PolicySyntax
    let loaded: PolicyLoader.LoadedPolicy
    let problems: Problems
    let scope: PolicyScope
    let paths: RequestPaths
    /// The texts that its rules quote.
    var sources: SourceChecker { SourceChecker(documents: loaded.vocabulary.sources, problems: problems) }
    /// Roles that are declared, or named as those who grant, ask or decide.
    let roles: [String]

    /// What was made of the lexicons before, which costs the most; nil where they are checked here.
    let lexicons: [CheckedLexicon]?
    let patterns: PatternShelf

    /// Checks a policy.
    ///
    /// - Parameter lexicons: those of the same vocabulary, where it was checked before.
    /// - Parameter patterns: those of the policies that are checked with it.
    static func check(
        _ loaded: PolicyLoader.LoadedPolicy, lexicons: [CheckedLexicon]? = nil,
        patterns: PatternShelf = PatternShelf(), problems: Problems
    ) -> CheckedPolicy? {
        let errorsBefore = problems.errorCount
        let syntax = loaded.syntax
        let types = TypeResolver(loaded.vocabulary.types, problems: problems)
        types.resolveAll()
        let schema = RequestSchemaBuilder(types: types, problems: problems).schema(syntax.judges)
        let roles = knownRoles(loaded)
        let names = HostNames(
            lexicons: loaded.vocabulary.lexicons.names(), masks: syntax.masks.names(), facts: syntax.facts.names(),
            tallies: syntax.tallies.names(), roles: roles, actions: schema.actions.map(\.kind),
            titles: syntax.tallies.flatMap { $0.value.ladder.compactMap { $0.title?.value } })
        let checker = PolicyChecker(
            syntax: syntax, loaded: loaded, problems: problems,
            scope: PolicyScope(schema: schema, names: names, problems: problems), paths: RequestPaths(schema),
            roles: roles, lexicons: lexicons, patterns: patterns)
        let checked = checker.policy(schema)
        return problems.errorCount == errorsBefore ? checked : nil
    }

    private static func knownRoles(_ loaded: PolicyLoader.LoadedPolicy) -> [String] {
        var roles = loaded.vocabulary.roles.names()
        roles += loaded.vocabulary.roles.flatMap { $0.value.grantedBy.map(\.value) }
        roles += loaded.syntax.modes.flatMap { $0.value.onBy.map(\.value) }
        roles += loaded.syntax.tiers.flatMap { $0.value.who.map(\.value) }
        roles += loaded.syntax.rules.compactMap { $0.value.consequence.awaited?.askBy?.value }
        return roles
    }

    private func policy(_ schema: RequestSchema) -> CheckedPolicy {
        let lets = checkLets()
        let facts = checkFacts()
        let masks = syntax.masks.compactMap { mask($0.name, $0.value) }
        let hidden =
            masks.flatMap { mask in
                (mask.rewrite + mask.verify).map { HiddenField(path: $0, mask: mask.location) }
            } + hiddenValues()
        let tallySubjects = syntax.tallies.compactMap { tally in
            tally.value.per.flatMap { scope.check($0, expecting: .string) }.map { Named(tally.name, $0) }
        }
        let rules = RuleChecker(policy: self, hidden: hidden, tallySubjects: tallySubjects)
        var checkedRules = syntax.rules.compactMap { rules.rule($0.name, $0.value) }
        var labels: [CheckedLabel] = []
        for named in syntax.labels {
            let index = labels.count
            if let label = label(named.name, named.value) { labels.append(label) }
            checkedRules += rules.labelRules(named.name, named.value, index: index)
        }
        checkEffective()
        checkCalendar()
        checkOverlay(checkedRules)
        StopChecker(policy: self).check()
        let review = ReviewChecker(policy: self).check()
        checkTallies(checkedRules)
        return CheckedPolicy(
            id: syntax.id.value, version: syntax.version.value, path: loaded.path, digest: loaded.digest,
            title: syntax.title, sources: loaded.vocabulary.sources, isShadow: syntax.isShadow,
            effectiveFrom: syntax.effectiveFrom?.value, effectiveUntil: syntax.effectiveUntil?.value,
            whileMode: syntax.whileMode?.value,
            modes: syntax.modes.map { mode in
                mode.value.onBy.forEach(checkRole)
                return ModeTerms(
                    mode: mode.name.value, onBy: mode.value.onBy.map(\.value), lasts: mode.value.lasts,
                    renewals: mode.value.renewals)
            }, languages: syntax.languages.map(\.value),
            zone: syntax.calendar?.zone?.value, weekStarts: syntax.calendar?.weekStarts ?? .monday,
            otherwise: syntax.otherwise.value, schema: schema, lets: lets, tables: syntax.tables.names(), facts: facts,
            lexicons: lexicons ?? loaded.vocabulary.lexicons.map(lexicon),
            rules: checkedRules, masks: masks, labels: labels,
            tallies: syntax.tallies.map { TallyChecker(policy: self, rules: checkedRules).tally($0.name, $0.value) },
            tallySubjects: tallySubjects,
            softeners: rules.softeners(syntax.softeners, of: checkedRules),
            tiers: syntax.tiers, appeal: syntax.appeal, review: review, hostSlots: scope.table.all, meta: syntax.meta)
    }

    /// How many lets may stand behind one another, each of which reads the next: they are evaluated within one another.
    package static let maximumLetDepth = 32

    /// A let may use those above it.
    private func checkLets() -> [Named<CheckedExpression>] {
        var depths: [String: Int] = [:]
        return TableChecker(policy: self).lets()
            + syntax.vocabulary.lets.compactMap { binding in
                let name = binding.name
                guard checkBinding(name) else { return nil }
                let checked = scope.check(binding.value)
                // A let that is wrong is declared all the same, so that its users are not blamed for it.
                scope.declare(binding: name.value, type: checked?.type ?? .error)
                let depth = 1 + (checked?.reads.attributes.compactMap { depths[$0.variable] }.max() ?? 0)
                if depth == Self.maximumLetDepth + 1 {
                    problems.error(
                        "too-deep", "names stand for one another over more than \(Self.maximumLetDepth) levels",
                        at: name.location)
                }
                depths[name.value] = depth
                return checked.map { Named(name, $0) }
            }
    }

    /// Whether a let or a table may have a name; reports one that means something else.
    func checkBinding(_ name: Located<String>) -> Bool {
        guard !(PolicyScope.reservedNames + aliases() + scope.letNames).contains(name.value) else {
            problems.error("reserved-name", "`\(name.value)` means something else already", at: name.location)
            return false
        }
        // What is no name to the condition language could never be used: `a-b` is a subtraction there.
        guard ParsedExpression.parse(name.value).0?.isName == true else {
            problems.error(
                "invalid-name", "conditions cannot write `\(name.value)`", at: name.location,
                help: "use letters from `a` to `z`, digits and `_`")
            return false
        }
        return true
    }

    private func aliases() -> [String] {
        [syntax.judges.actor, syntax.judges.action, syntax.judges.resource].flatMap { $0.map(\.alias.value) }
    }

    private func checkFacts() -> [CheckedFact] {
        syntax.facts.compactMap { fact in
            let keys = fact.value.keys.compactMap { key -> (name: String, value: CheckedExpression)? in
                guard !["fact", "at", "until"].contains(key.name.value) else {
                    problems.error(
                        "reserved-name", "every fact has `\(key.name.value)` already", at: key.name.location)
                    return nil
                }
                return scope.check(key.value).map { (key.name.value, $0) }
            }
            return CheckedFact(name: fact.name.value, keys: keys)
        }
    }

    private func checkEffective() {
        guard let from = syntax.effectiveFrom, let until = syntax.effectiveUntil, until.value <= from.value else {
            return
        }
        problems.error(
            "never-in-force", "the policy ends before it begins", at: until.location,
            labels: [.init(from.location, "it begins here")])
    }

    private func checkCalendar() {
        guard let zone = syntax.calendar?.zone, Zone(zone.value) == nil else { return }
        problems.error(
            "unknown-zone", "there is no time zone `\(zone.value)`", at: zone.location,
            help: "write an IANA name: `Asia/Tokyo`")
    }

    /// A policy that applies only while a mode is on never opens what is closed without it: were it alone to judge a
    /// request, what it allows would be open then, and only then.
    private func checkOverlay(_ rules: [CheckedRule]) {
        guard let mode = syntax.whileMode else { return }
        let label = Diagnostic.Label(mode.location, "it applies only then")
        if syntax.otherwise.value == .allow {
            problems.error(
                "overlay-opens", "a policy for a mode must not allow where no rule speaks",
                at: syntax.otherwise.location, labels: [label], help: "write `otherwise: abstain`")
        }
        for rule in rules where rule.consequence.effect == .allow {
            problems.error(
                "overlay-opens", "a policy for a mode must not allow", at: rule.location, labels: [label],
                help: "a mode only ever tightens: hold or deny")
        }
    }

    /// The ledger takes one charge an incident, member and tally, so a tally cannot count both kinds.
    private func checkTallies(_ rules: [CheckedRule]) {
        let strikes = Set(rules.flatMap { $0.consequence.strikes.map(\.tally) })
        for rule in rules {
            for merit in rule.consequence.merits where strikes.contains(merit.tally) {
                problems.error(
                    "mixed-tally", "`\(merit.tally)` counts strikes and cannot count merits too", at: rule.location,
                    help: "count merits on a tally of their own")
            }
        }
    }

    /// Reports a tier that the policy does not declare.
    func checkTier(_ name: Located<String>, alternatives: [String] = []) {
        let known = syntax.tiers.names()
        guard !known.contains(name.value) else { return }
        problems.error(
            "unknown-tier", "there is no review tier `\(name.value)`", at: name.location,
            help: Spelling.suggestion(for: name.value, in: known + alternatives))
    }

    /// Reports a role that nobody declares.
    func checkRole(_ name: Located<String>) {
        guard !roles.contains(name.value) else { return }
        problems.error(
            "unknown-role", "there is no role `\(name.value)`", at: name.location,
            help: Spelling.suggestion(for: name.value, in: roles) ?? "declare it under `roles`")
    }

    /// Reports an action that the policy does not judge.
    func checkAction(_ name: Located<String>) {
        let known = scope.schema.actions.map(\.kind)
        guard !known.contains(name.value) else { return }
        problems.error(
            "unknown-action", "the policy judges no action `\(name.value)`", at: name.location,
            help: Spelling.suggestion(for: name.value, in: known))
    }

    /// The attributes whose values masks hide.
    private func hiddenValues() -> [HiddenField] {
        let silent = Problems()
        return syntax.masks.flatMap { mask in
            mask.value.values.compactMap { paths.resolve($0, silent)?.path }
                .map { HiddenField(path: $0, mask: mask.name.location) }
        }
    }
}

extension ParsedExpression {
    /// Whether it is nothing but a name, which may be dotted.
    fileprivate var isName: Bool {
        switch root.kind {
        case .identifier, .select: true
        default: false
        }
    }
}

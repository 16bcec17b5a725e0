package import BylawCEL

/// A checked policy laid out for judging: each expression a program over one frame of slots.
///
/// Plans are objects, so that a verdict names the policy and its rules without copying what they hold.
package final class PolicyPlan: Sendable {
    package let policy: CheckedPolicy
    /// Which requests it judges.
    package let jurisdiction: Jurisdiction
    /// What each slot of the frame must be filled with.
    package let layout: FrameLayout
    /// How each slot is filled.
    let readings: [SlotReading]
    /// Which slots a request's attributes fill.
    let attributeTrees: AttributeTrees
    /// The slot that holds the actor's roles.
    let rolesSlot: Int?
    /// The slots that hold what the request and the standing say, and those that hold what is worked out.
    let givenSlots: [Int]
    let derivedSlots: [Int]
    package let lets: [Named<Program>]
    /// The slots that hold what a table says, or a let that asks one.
    package let tableSlots: Set<Int>
    /// Whether there are any.
    let asksTables: Bool
    package let facts: [FactPlan]
    package let rules: [RulePlan]
    /// The same rules, not counted: a count that all threads share would slow each of them down.
    let ruleReferences: [Unmanaged<RulePlan>]
    let ruleIndex: RuleIndex
    package let labels: [LabelPlan]
    package let softeners: [SoftenerPlan]
    /// What tallies are counted by that are not counted by actor.
    package let tallySubjects: [Named<Program>]
    /// For each mask the scope of its pseudonyms; nil where it has none.
    package let maskScopes: [Program?]

    init(
        policy: CheckedPolicy, layout: FrameLayout, lets: [Named<Program>], tableSlots: Set<Int>, facts: [FactPlan],
        rules: [RulePlan], labels: [LabelPlan], softeners: [SoftenerPlan], tallySubjects: [Named<Program>],
        maskScopes: [Program?]
    ) {
        self.policy = policy
        jurisdiction = Jurisdiction(policy)
        self.layout = layout
        self.lets = lets
        self.tableSlots = tableSlots
        asksTables = !tableSlots.isEmpty
        self.facts = facts
        self.rules = rules
        ruleReferences = rules.map(Unmanaged.passUnretained)
        self.labels = labels
        self.softeners = softeners
        self.tallySubjects = tallySubjects
        self.maskScopes = maskScopes
        let paths = RequestPaths(policy.schema)
        let readings = layout.sources.map {
            SlotReading($0, lets: lets, paths: paths, hostSlots: policy.hostSlots)
        }
        self.readings = readings
        rolesSlot = readings.firstIndex { if case .roles = $0 { true } else { false } }
        attributeTrees = AttributeTrees(readings, policy.schema)
        givenSlots = readings.indices.filter { readings[$0].isGiven }
        derivedSlots = readings.indices.filter { !readings[$0].isGiven }
        ruleIndex = RuleIndex(rules, readings: readings)
    }
}

package struct FactPlan: Sendable {
    package let name: String
    package let keys: [(name: String, value: Program)]
}

package struct LabelPlan: Sendable {
    package let label: CheckedLabel
    package let infer: [(value: String, condition: Condition<Program>)]
    package let evidence: [(value: String, condition: Condition<Program>)]
}

package struct SoftenerPlan: Sendable {
    package let softener: CheckedSoftener
    package let when: Condition<Program>
    package let consequence: ConsequencePlan
}

package final class RulePlan: Sendable {
    package enum Trigger: Sendable {
        case when(Condition<Program>)
        case require(Condition<Program>)
        case labelMissing(label: Int)
        case labelContradicted(label: Int)
        case labelUnsupported(label: Int)
    }

    package let rule: CheckedRule
    package let trigger: Trigger
    package let unless: Condition<Program>?
    /// The conditions of `when` or `require`, and of `unless`, as they are evaluated.
    let test: ConditionStep?
    let exemption: ConditionStep?
    /// Whether the condition of `when` or `require` has items that are reported one by one.
    let hasChecklist: Bool
    package let consequence: ConsequencePlan
    /// What it brings about while it is stopped; nil where it never is.
    let stopped: ConsequencePlan?
    /// The softeners that list the rule, by index.
    package let softeners: [Int]
    /// Which rule it is: `policy/rule`.
    let qualifiedName: String
    /// Where it stands: `file:line:column`.
    let place: String

    init(
        rule: CheckedRule, of policy: CheckedPolicy, trigger: Trigger, unless: Condition<Program>?,
        consequence: ConsequencePlan, softeners: [Int]
    ) {
        self.rule = rule
        self.trigger = trigger
        self.unless = unless
        test =
            switch trigger {
            case .when(let condition): condition.step
            case .require(let condition): NegationStep(condition.step)
            case .labelMissing, .labelContradicted, .labelUnsupported: nil
            }
        exemption = unless?.step
        hasChecklist =
            switch trigger {
            case .when(let condition), .require(let condition): condition.hasChecklist
            case .labelMissing, .labelContradicted, .labelUnsupported: false
            }
        self.consequence = consequence
        stopped = rule.stop.map(consequence.held)
        self.softeners = softeners
        qualifiedName = policy.qualified(rule.name)
        place = policy.place(of: rule.location)
    }
}

/// What a rule brings about, its expressions planned.
package final class ConsequencePlan: Sendable {
    package let checked: CheckedConsequence
    package let awaitedFrom: Program?
    /// One for each of the strikes; nil: the actor.
    package let strikeSubjects: [Program?]
    package let meritSubjects: [Program?]
    /// One for each of the duties; nil: no member's id.
    package let dutyTargets: [Program?]

    init(
        checked: CheckedConsequence, awaitedFrom: Program?, strikeSubjects: [Program?], meritSubjects: [Program?],
        dutyTargets: [Program?]
    ) {
        self.checked = checked
        self.awaitedFrom = awaitedFrom
        self.strikeSubjects = strikeSubjects
        self.meritSubjects = meritSubjects
        self.dutyTargets = dutyTargets
    }

    /// All that it evaluates: who is asked, charged and told.
    package var programs: [Program] {
        ([awaitedFrom] + strikeSubjects + meritSubjects + dutyTargets).compactMap(\.self)
    }
}

extension PolicyPlan {
    /// What of a consequence asks a table.
    package func routes(of consequence: ConsequencePlan) -> [Program] {
        // Most policies have no table, and every matched rule asks this.
        guard !tableSlots.isEmpty else { return [] }
        return consequence.programs.filter { $0.slots.contains(where: tableSlots.contains) }
    }
}

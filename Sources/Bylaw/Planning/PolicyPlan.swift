package import BylawCEL

/// A checked policy laid out for judging: each expression a program over one frame of slots.
package struct PolicyPlan: Sendable {
    package let policy: CheckedPolicy
    /// What each slot of the frame must be filled with.
    package let layout: FrameLayout
    package let lets: [Named<Program>]
    /// The slots that hold what a table says, or a let that asks one.
    package let tableSlots: Set<Int>
    package let facts: [FactPlan]
    package let rules: [RulePlan]
    package let labels: [LabelPlan]
    package let softeners: [SoftenerPlan]
    /// What tallies are counted by that are not counted by actor.
    package let tallySubjects: [Named<Program>]
    /// For each mask the scope of its pseudonyms; nil where it has none.
    package let maskScopes: [Program?]
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

package struct RulePlan: Sendable {
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
    package let consequence: ConsequencePlan
    /// The softeners that list the rule, by index.
    package let softeners: [Int]
}

/// What a rule brings about, its expressions planned.
package struct ConsequencePlan: Sendable {
    package let checked: CheckedConsequence
    package let awaitedFrom: Program?
    /// One for each of the strikes; nil: the actor.
    package let strikeSubjects: [Program?]
    package let meritSubjects: [Program?]
    /// One for each of the duties; nil: no member's id.
    package let dutyTargets: [Program?]

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

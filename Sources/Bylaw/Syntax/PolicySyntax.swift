package import BylawSource

/// A policy as it was written: every key known and of the right shape, nothing resolved yet.
package struct PolicySyntax: Sendable {
    package let file: SourceFile
    package var id: Located<String>
    package var version: Located<Version>
    package var title: MessageSyntax?
    package var effectiveFrom: Located<Timestamp>?
    package var effectiveUntil: Located<Timestamp>?
    package var isShadow: Bool
    package var whileMode: Located<String>?
    package var modes: [Named<ModeSyntax>]
    package var languages: [Located<String>]
    package var calendar: CalendarSyntax?
    package var judges: JudgesSyntax
    package var otherwise: Located<Otherwise>
    /// Types, roles, lexicons and lets, as in a vocabulary that policies share.
    package var vocabulary: VocabularySyntax
    package var tables: [Named<TableSyntax>]
    package var facts: [Named<FactSyntax>]
    package var rules: [Named<RuleSyntax>]
    package var masks: [Named<MaskSyntax>]
    package var labels: [Named<LabelSyntax>]
    package var tallies: [Named<TallySyntax>]
    package var softeners: [Named<SoftenerSyntax>]
    /// When a rule that does not say so itself is stopped.
    package var stop: StopSyntax?
    package var tiers: [Named<TierSyntax>]
    package var appeal: AppealSyntax?
    package var meta: MetaSyntax
}

/// What follows from each value of an attribute.
package struct TableSyntax: Sendable {
    /// The attribute.
    package let by: ExpressionSyntax
    /// By value.
    package let rows: [Named<Located<String>>]
    /// What follows from the values that have no row.
    package let otherwise: Located<String>?
}

/// A mode that people switch on for a time.
package struct ModeSyntax: Sendable {
    package let onBy: [Located<String>]
    package let lasts: Duration
    package let renewals: Int
}

/// What a policy does when none of its rules speaks.
package enum Otherwise: String, Sendable, CaseIterable {
    case allow, hold, deny, abstain
}

/// What may be shared between policies by `uses`: a file of its own, or part of a policy.
package struct VocabularySyntax: Sendable {
    package var uses: [Located<String>] = []
    package var types: [Named<TypeSyntax>] = []
    package var roles: [Named<RoleSyntax>] = []
    package var lexicons: [Named<LexiconSyntax>] = []
    package var lets: [Named<ExpressionSyntax>] = []
}

/// What kind of request a policy judges: for each part, the request's type or name and its declared type.
package struct JudgesSyntax: Sendable {
    package struct Entry: Sendable {
        /// The request's `type`, or the action's `name`.
        package let kind: Located<String>
        /// The name that conditions use for it; the kind itself unless `as:` renames it.
        package let alias: Located<String>
        package let type: TypeSyntax
    }

    package var location: SourceLocation
    package var actor: [Entry] = []
    package var action: [Entry] = []
    package var resource: [Entry] = []
    package var context: TypeSyntax?
}

package struct CalendarSyntax: Sendable {
    package let zone: Located<String>?
    package let weekStarts: Weekday
}

package enum Weekday: String, Sendable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

package struct RoleSyntax: Sendable {
    package let grantedBy: [Located<String>]
}

/// A fact's keys: what a given fact must say for it to be the one that a request asks for.
package struct FactSyntax: Sendable {
    package let keys: [Named<ExpressionSyntax>]
}

/// What people want to know of a policy and no decision depends on.
package struct MetaSyntax: Sendable {
    package var owner: String?
    package var category: String?
    package var tags: [String] = []
}

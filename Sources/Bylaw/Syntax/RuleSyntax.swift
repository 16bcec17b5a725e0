package import BylawSource

/// One rule as written. `require`/`else` is kept apart from `when`/`then`: the first speaks where its condition fails.
package struct RuleSyntax: Sendable {
    package enum Trigger: Sendable {
        /// `when:`: the rule matches where the condition holds.
        case when(ConditionSyntax)
        /// `require:`: the rule matches where the condition does not hold.
        case require(ConditionSyntax)
    }

    package var trigger: Trigger
    package var unless: ConditionSyntax?
    /// The actions that the rule is about; empty means all that its policy judges.
    package var on: [Located<String>]
    package var source: SourceQuote?
    package var onError: Located<Effect>?
    package var stop: Located<RuleStopSyntax>?
    package var consequence: ConsequenceSyntax
}

/// What a rule, a contradicted label or a softener brings about.
package struct ConsequenceSyntax: Sendable {
    package var effect: Located<Effect>
    package var awaited: AwaitSyntax?
    package var tier: Located<String>?
    package var ifDone: Remedy?
    package var strikes: PointsSyntax?
    package var merits: PointsSyntax?
    package var duties: [DutySyntax] = []
    package var says: MessageSyntax?
    package var mend: MessageSyntax?
    package var asks: MessageSyntax?
}

/// A fact that a held request waits for.
package struct AwaitSyntax: Sendable {
    package let location: SourceLocation
    package let fact: Located<String>
    /// Who can give the fact: an expression for a member's id.
    package let from: ExpressionSyntax?
    package let askBy: Located<String>?
    package let via: Located<String>?
    package let within: Located<Duration>?
    package let late: Located<Late>?
}

/// What becomes of something held when its time has passed.
package enum Late: Sendable, Hashable {
    case deny
    case staysHeld
    /// Another tier takes over.
    case tier(String)

    package var name: String {
        switch self {
        case .deny: "deny"
        case .staysHeld: "stays-held"
        case .tier(let name): name
        }
    }
}

/// Points on tallies, charged to the actor unless `to:` names another subject.
package struct PointsSyntax: Sendable {
    /// How much an act counts.
    package enum Size: Sendable {
        case points(Int)
        /// So grave that the ladder's `severe` rung applies.
        case severe
    }

    package let location: SourceLocation
    package let points: [Named<Located<Size>>]
    package let subject: ExpressionSyntax?
}

package struct DutySyntax: Sendable {
    package let kind: Located<DutyKind>
    /// `actor`, a role, a tier, or an expression for a member's id.
    package let target: ExpressionSyntax?
    /// Given whatever the outcome is, as long as the rule matched.
    package let isAlways: Bool
    package let within: Located<Duration>?
    package let after: Located<Duration>?
}

/// Things a caller can be told to do. Closed, so that a host can promise to perform every one.
package enum DutyKind: String, Sendable, CaseIterable {
    case remind, warn, answer, route, grant, label, notify
}

/// The sentence that a rule puts into force.
package struct SourceQuote: Sendable {
    package enum Reading: String, Sendable, CaseIterable {
        /// The quotation stands in the source word for word.
        case direct
        /// The source implies it.
        case derived
    }

    package let quote: Located<String>
    package let reading: Reading
    /// Which source, where a policy puts several into force.
    package let of: Located<String>?
}

/// A list of rules that are milder under a condition.
package struct SoftenerSyntax: Sendable {
    package let when: ConditionSyntax
    package let rules: [Located<String>]
    package let consequence: ConsequenceSyntax
}

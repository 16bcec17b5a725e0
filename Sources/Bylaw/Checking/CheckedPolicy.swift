package import BylawCEL
package import BylawPattern
package import BylawSource
package import BylawText

/// A policy in which every name means something and every type fits: the only kind that can be planned.
package struct CheckedPolicy: Sendable {
    package let id: String
    package let version: Version
    package let path: PolicyPath
    package let digest: String
    package let title: MessageSyntax?
    /// The texts that it puts into force.
    package let sources: [SourceDocument]
    package let isShadow: Bool
    package let effectiveFrom: Timestamp?
    package let effectiveUntil: Timestamp?
    package let whileMode: String?
    package let modes: [ModeTerms]
    package let languages: [String]
    package let zone: String?
    package let weekStarts: Weekday
    package let otherwise: Otherwise
    package let schema: RequestSchema
    /// What expressions may name, tables first.
    package let lets: [Named<CheckedExpression>]
    /// Which of the lets are tables.
    package let tables: [String]
    package let facts: [CheckedFact]
    package let lexicons: [CheckedLexicon]
    package let rules: [CheckedRule]
    package let masks: [CheckedMask]
    package let labels: [CheckedLabel]
    package let tallies: [TallyTerms]
    /// What tallies are counted by that are not counted by actor.
    package let tallySubjects: [Named<CheckedExpression>]
    package let softeners: [CheckedSoftener]
    package let tiers: [Named<TierSyntax>]
    package let appeal: AppealSyntax?
    /// The tiers as cases pin them; nil in a policy without any.
    package let review: ReviewTerms?
    /// The questions that conditions ask, by their numbers.
    package let hostSlots: [HostSlot]
    package let meta: MetaSyntax
}

/// A condition over checked expressions.
package typealias CheckedCondition = Condition<CheckedExpression>

package struct CheckedFact: Sendable {
    package let name: String
    package let keys: [(name: String, value: CheckedExpression)]
}

package struct CheckedLexicon: Sendable {
    package let lexicon: Lexicon
    /// Where phrases count that the host gives in place of the listed ones.
    package let boundary: Phrase.Boundary
    package let anchors: Phrase.Anchors
    package let isHosted: Bool
    package let digest: String
}

package struct CheckedRule: Sendable {
    /// What makes a rule match.
    package enum Trigger: Sendable {
        case when(CheckedCondition)
        case require(CheckedCondition)
        /// A label is not declared.
        case labelMissing(label: Int)
        /// A text shows another label than is declared.
        case labelContradicted(label: Int)
        /// The declared label has no evidence.
        case labelUnsupported(label: Int)
    }

    package let name: String
    package let location: SourceLocation
    package let trigger: Trigger
    package let unless: CheckedCondition?
    /// The actions that the rule is about; empty: all that the policy judges.
    package let actions: [String]
    package let onError: Effect
    /// When what it denies is held in place of that; nil where it never is.
    package let stop: EmergencyStop?
    package let consequence: CheckedConsequence
    package let source: CheckedQuote?

    /// Whether the rule is about an action, by its name.
    package func isAbout(_ action: String) -> Bool { actions.isEmpty || actions.contains(action) }
}

/// The sentence that a rule puts into force, with the text that it is from.
package struct CheckedQuote: Sendable {
    package let quote: Located<String>
    package let reading: SourceQuote.Reading
    /// The text's id; nil where the policy names no text.
    package let document: String?
}

package struct CheckedConsequence: Sendable {
    package struct Await: Sendable {
        package let fact: String
        package let from: CheckedExpression?
        package let askBy: String?
        package let via: String?
        package let within: Duration?
        package let late: Late?
    }

    package struct Duty: Sendable {
        /// Whom it concerns.
        package enum Target: Sendable {
            case actor
            /// A role or a tier.
            case name(String)
            case member(CheckedExpression)
        }

        package let kind: DutyKind
        package let target: Target?
        package let isAlways: Bool
        package let within: Duration?
        package let after: Duration?
    }

    package struct Points: Sendable {
        package let tally: String
        package let points: Int
        /// Whether the ladder's `severe` rung applies.
        package let isSevere: Bool
        /// An id: the rule's own choice, else what the tally counts by; the actor where neither says.
        package let subject: CheckedExpression?
    }

    package var effect: Effect
    package var awaited: Await?
    package var tier: String?
    package var ifDone: Remedy?
    package var strikes: [Points] = []
    package var merits: [Points] = []
    package var duties: [Duty] = []
    package var says: CheckedMessage?
    package var mend: CheckedMessage?
    package var asks: CheckedMessage?
}

/// A message in each language.
package struct CheckedMessage: Sendable {
    package enum Part: Sendable {
        case literal(String)
        case value(RequestPath)
        /// When the wait, case or duty is due.
        case due
        /// The points that the rule costs.
        case points
        /// Until when one may appeal.
        case appealBy
    }

    package let texts: [(language: String, parts: [Part])]
}

package struct CheckedMask: Sendable {
    package enum Replacement: Sendable {
        case redact
        case text(String)
        case keepLast(Int)
        case number(String)
        /// The name of the host's key; a template with `{id}`.
        case pseudonym(key: String, scope: CheckedExpression?, template: String)
    }

    package let name: String
    package let location: SourceLocation
    package let values: [RequestPath]
    package let lexicons: [String]
    package let patterns: [Pattern]
    package let phrases: [String]
    package let rewrite: [RequestPath]
    package let verify: [RequestPath]
    package let fold: FoldProfile
    package let replacement: Replacement
}

package struct CheckedLabel: Sendable {
    package let name: String
    package let location: SourceLocation
    package let values: [String]
    package let declared: RequestPath?
    package let infer: [(value: String, condition: CheckedCondition)]
    package let evidence: [(value: String, condition: CheckedCondition)]
}

package struct CheckedSoftener: Sendable {
    package let name: String
    package let location: SourceLocation
    package let when: CheckedCondition
    package let rules: [String]
    package let consequence: CheckedConsequence
    /// Whether the softener says which strikes are left; otherwise the rule's own stand.
    package let setsStrikes: Bool
}

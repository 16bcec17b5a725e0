package import BylawSource

/// A named count of strikes or merits, and what its thresholds bring.
package struct TallySyntax: Sendable {
    package let location: SourceLocation
    package let window: Located<TallyWindow>
    package let perIncident: PerIncident
    package let ladder: [RungSyntax]
    /// Whose points are counted: an expression for an id; the actor's, unless given.
    package let per: ExpressionSyntax?
    package let warnings: WarningsSyntax?
    package let training: TrainingSyntax?
}

/// That the first acts are answered with a warning.
package struct WarningsSyntax: Sendable {
    package let first: Int
    package let window: Located<TallyWindow>
}

/// That a training lifts a warning or a strike.
package struct TrainingSyntax: Sendable {
    package let lifts: TallyTerms.Training.Lifts
    package let after: Duration
    package let atMost: Int?
    package let window: Located<TallyWindow>
}

package struct RungSyntax: Sendable {
    package let location: SourceLocation
    /// Points, or severe.
    package let at: Located<Threshold>
    /// How many points a severe act counts.
    package let points: Located<Int>?
    package let sanction: Located<SanctionKind>
    /// The action that a suspension is from; absent: every action that the policy judges.
    package let from: [Located<String>]
    /// Nil inside: without an end.
    package let duration: Located<Duration?>?
    package let role: Located<String>?
    package let title: Located<String>?
}

/// Who decides a held case, how many of them, and until when.
package struct TierSyntax: Sendable {
    package let location: SourceLocation
    package let who: [Located<String>]
    package let needs: Located<Int>?
    package let each: Located<Int>?
    package let majority: Majority?
    package let within: Located<Duration>?
    package let late: Located<Late>?
    package let recuseWhen: ExpressionSyntax?
    package let ifTooFew: Located<String>?
}

package enum Majority: String, Sendable, CaseIterable {
    case simple
    case twoThirds = "two-thirds"
    case absolute
}

package struct AppealSyntax: Sendable {
    package let location: SourceLocation
    package let within: Located<Duration>?
    /// How often one event can be appealed.
    package let atMost: Located<Int>?
    /// The tier that hears it, or `another-tier`: one that did not decide the first time.
    package let to: Located<String>?
}

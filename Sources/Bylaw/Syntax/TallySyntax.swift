package import BylawSource

/// A named count of strikes or merits, and what its thresholds bring.
package struct TallySyntax: Sendable {
    package let location: SourceLocation
    package let window: Located<TallyWindow>
    package let perIncident: PerIncident
    package let ladder: [RungSyntax]
}

package struct RungSyntax: Sendable {
    package let location: SourceLocation
    package let at: Located<Int>
    package let sanction: Located<SanctionKind>
    /// The action that a suspension is from; absent: every action that the policy judges.
    package let from: [Located<String>]
    package let duration: Located<Duration>?
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
    /// The tier that hears it, or `another-tier`: one that did not decide the first time.
    package let to: Located<String>?
}

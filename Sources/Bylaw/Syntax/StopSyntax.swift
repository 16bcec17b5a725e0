/// When a rule is stopped that suddenly matches far too much.
package struct StopSyntax: Sendable {
    package let share: Percentage
    package let count: Int
    package let window: Duration
    package let tier: Located<String>
}

/// What a rule says of its being stopped.
package enum RuleStopSyntax: Sendable {
    /// It denies whatever happens, even where its policy's rules may be stopped.
    case never
    case when(StopSyntax)
}

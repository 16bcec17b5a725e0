/// One way in which two sets of policies judge a request differently.
///
/// It names what policies say and never what a request holds, so that there are no more different changes than the
/// policies have words, however many requests are compared, and nothing that a mask hides is in one.
public struct DecisionChange: Sendable, Hashable {
    /// What is different.
    public let aspect: Aspect
    /// The rule that it is due to, `policy/rule`; nil where no rule is, as with what holds where none spoke.
    public let rule: String?
    /// What it was by the old set: `allow`, `2 on sharing`; nil where there was nothing.
    public let before: String?
    /// What it is by the new set; nil where there is nothing.
    public let after: String?

    /// What of a decision is different.
    public enum Aspect: String, Sendable, Hashable, CaseIterable {
        /// The outcome; due to the rules that decide the stricter one.
        case outcome
        /// That a rule matched or could not be evaluated, or its effect.
        case rules
        /// What is to be done about something that happened.
        case remedy
        /// The fact that is awaited.
        case waits
        /// The tier that people decide in.
        case cases
        /// What the caller must do.
        case duties
        /// Strikes on a tally.
        case strikes
        /// Merits on a tally.
        case merits
        /// What a ladder brings.
        case sanctions
        /// Roles and titles that are earned.
        case grants
        /// What a text is labelled as.
        case labels
        /// How a text is masked.
        case texts
        /// What could not be evaluated.
        case errors
    }
}

extension DecisionChange {
    /// `allow → deny`, `+ remind`, `- remind`.
    public var summary: String {
        switch (before, after) {
        case (let before?, let after?): "\(before) → \(after)"
        case (nil, let after?): "+ \(after)"
        case (let before?, nil): "- \(before)"
        case (nil, nil): aspect.rawValue
        }
    }
}

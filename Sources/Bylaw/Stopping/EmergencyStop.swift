/// When a rule that suddenly matches far too much is stopped, and who decides what it would deny until then.
package struct EmergencyStop: Sendable, Hashable {
    /// The least share of the requests which its policy judged that it must match.
    package let share: Percentage
    /// How many requests it must match at the least.
    package let count: Int
    /// In what time.
    package let window: Duration
    /// The review tier that decides what is held in place of being denied.
    package let tier: String
}

extension CheckedPolicy {
    /// The rules that may be stopped, by name.
    var stops: [(rule: String, stop: EmergencyStop)] {
        rules.compactMap { rule in rule.stop.map { (rule.name, $0) } }
    }
}

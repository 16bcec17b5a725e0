/// The rules of one version of a policy that are watched for the same time, and how often each matched.
struct WatchedRules: Sendable {
    private let policy: Decision.PolicyReference
    private let window: Duration
    /// How many requests the policy judged.
    private var judged: SlidingCount
    private var rules: [Rule]

    private struct Rule {
        let name: String
        let qualifiedName: String
        let stop: EmergencyStop
        var matched: SlidingCount
        var isStopped = false
        /// What somebody found right, and until when that is remembered: then it lies in the time before.
        var accepted: (share: Share, until: Int)?
    }

    /// So many of so many.
    private struct Share {
        let part: Int
        let whole: Int

        /// Whether this is at least twice another share.
        func isTwice(_ other: Share) -> Bool {
            // Doubles never overflow, and these numbers are far from where they stop to be exact.
            Double(part) * Double(other.whole) >= 2 * Double(other.part) * Double(whole)
        }
    }

    /// The rules of a policy, by how long they are watched.
    static func groups(_ policy: CheckedPolicy) -> [WatchedRules] {
        var groups: [WatchedRules] = []
        for (name, stop) in policy.stops {
            let rule = Rule(
                name: name, qualifiedName: policy.qualified(name), stop: stop, matched: SlidingCount(stop.window))
            if let index = groups.firstIndex(where: { $0.window == stop.window }) {
                groups[index].rules.append(rule)
            } else {
                groups.append(WatchedRules(policy, stop.window, rule))
            }
        }
        return groups
    }

    private init(_ policy: CheckedPolicy, _ window: Duration, _ first: Rule) {
        self.policy = .init(policy: policy.id, version: policy.version, digest: policy.digest)
        self.window = window
        judged = SlidingCount(window)
        rules = [first]
    }

    /// Whether these are the rules of a policy in that version.
    func isOf(_ other: Decision.PolicyReference) -> Bool {
        policy.policy.isSameUTF8(as: other.policy) && policy.version == other.version
    }

    /// Whether both watch the same, of a policy that is the same to the byte.
    func watches(as other: WatchedRules) -> Bool {
        isOf(other.policy) && policy.digest == other.policy.digest && window == other.window
    }

    mutating func record(_ results: [Decision.RuleResult], at time: Timestamp) {
        judged.add(at: time)
        // What is over is over before it is judged anew.
        for index in rules.indices where rules[index].isStopped && !holds(rules[index], at: time) {
            rules[index].isStopped = false
        }
        for result in results where result.result == .matched && result.policy.isSameUTF8(as: policy.policy) {
            guard let index = rules.firstIndex(where: { $0.name.isSameUTF8(as: result.rule) }) else { continue }
            rules[index].matched.add(at: time)
            if holds(rules[index], at: time), isSudden(rules[index], at: time) { rules[index].isStopped = true }
        }
    }

    func stopped(at time: Timestamp) -> [String] {
        rules.filter { $0.isStopped && holds($0, at: time) }.map(\.qualifiedName)
    }

    mutating func release(_ name: String, at time: Timestamp) {
        for index in rules.indices where rules[index].qualifiedName.isSameUTF8(as: name) {
            rules[index].isStopped = false
            rules[index].accepted = (share(of: rules[index], at: time), judged.part(of: time) + SlidingCount.parts)
        }
    }

    /// Whether a rule matches as much as its policy finds too much.
    private func holds(_ rule: Rule, at time: Timestamp) -> Bool {
        let now = share(of: rule, at: time)
        return now.part >= rule.stop.count && rule.stop.share.isReached(by: now.part, of: now.whole)
    }

    private func isSudden(_ rule: Rule, at time: Timestamp) -> Bool {
        let now = share(of: rule, at: time)
        if let accepted = rule.accepted, judged.part(of: time) < accepted.until { return now.isTwice(accepted.share) }
        let before = Share(part: rule.matched.before(time), whole: judged.before(time))
        return before.whole < rule.stop.count || now.isTwice(before)
    }

    private func share(of rule: Rule, at time: Timestamp) -> Share {
        Share(part: rule.matched.now(time), whole: judged.now(time))
    }
}

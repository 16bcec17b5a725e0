/// Tells which rules suddenly match far too much, so that what they deny is held for people instead: the list that
/// requests name in ``Request/stopped``.
///
/// It watches the rules whose policy names an `emergency-stop` with a share, a count and a time `within`. A rule is
/// stopped by a decision that it matches where, in the time up to then,
///
/// - it matched at least `count` requests,
/// - these are at least `share` of the requests that its policy judged, and
/// - that share is at least twice the rule's share in the same length of time before, where its policy judged at least
///   `count` requests then: what a rule has always matched is nothing sudden.
///
/// It stays stopped as long as the first two hold, so at the latest until it has matched nothing for that time, or until
/// somebody releases it. Time is counted in 24 parts of `within`, the last of which is not over: so a match counts for
/// between 23 parts and 24.
///
/// A value like any other: the same decisions at the same times give the same answer, and there is no clock in it. Its
/// memory depends on the policies, not on how much is judged. Whoever judges on several threads records on one.
///
/// ```swift
/// request.stopped = watch.stopped(at: request.time)
/// let decision = evaluator.judge(request, standing: standing)
/// watch.record(decision)
/// ```
public struct RuleWatch: Sendable {
    /// By policy and version, and by length of time.
    private var groups: [WatchedRules]

    /// Watches the rules of the policies that are enforced.
    public init(_ policies: PolicySet) {
        groups = policies.checked.filter { !$0.isShadow }.flatMap(WatchedRules.groups)
    }

    /// Turns to other policies. What is known of rules whose policy has not changed by a byte is kept; others begin anew.
    public mutating func turn(to policies: PolicySet) {
        let known = groups
        groups = RuleWatch(policies).groups.map { new in known.first { $0.watches(as: new) } ?? new }
    }

    /// Counts a decision.
    ///
    /// - Parameter time: When it was made: the decision's own time unless given. Decisions may come in any order as long as
    ///   they are not older than twice the time that a rule is watched for; older ones do not count.
    public mutating func record(_ decision: Decision, at time: Timestamp? = nil) {
        for policy in decision.policies {
            for index in groups.indices where groups[index].isOf(policy) {
                groups[index].record(decision.rules, at: time ?? decision.time)
            }
        }
    }

    /// The rules that are stopped at a moment, as `policy/rule`, in the order of their bytes.
    public func stopped(at time: Timestamp) -> [String] {
        groups.flatMap { $0.stopped(at: time) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .withoutRepetition
    }

    /// Lets a rule deny again, by its name as `policy/rule`: somebody has looked, and it is right. What it matches now is
    /// taken for what it always matched, for as long as its policy watches it.
    public mutating func release(_ rule: String, at time: Timestamp) {
        for index in groups.indices { groups[index].release(rule, at: time) }
    }
}

extension [String] {
    /// Of equal neighbours the first.
    fileprivate var withoutRepetition: [String] {
        enumerated().filter { $0.offset == 0 || !$0.element.isSameUTF8(as: self[$0.offset - 1]) }.map(\.element)
    }
}

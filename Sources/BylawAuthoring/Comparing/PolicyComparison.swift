public import Bylaw

/// What becomes different where a history of requests is judged by one set of policies rather than by another.
///
/// Memory grows with the different changes, which policies bound, and not with the requests.
///
/// ```swift
/// var comparison = PolicyComparison()
/// for (line, request) in history.enumerated() {
///     comparison.add(old: a.judge(request, standing: .none), new: b.judge(request, standing: .none), line: line + 1)
/// }
/// print(comparison.text())
/// ```
public struct PolicyComparison: Sendable {
    /// One of the requests in which something changes: the first.
    public struct Example: Sendable, Hashable {
        /// Which request of the history it is, from 1.
        public let line: Int
        /// Its id.
        public let request: String
    }

    /// A change, and in how many requests it is.
    public struct Group: Sendable {
        /// What changes.
        public let change: DecisionChange
        /// In how many requests.
        public fileprivate(set) var count: Int
        /// The first of them.
        public let example: Example
    }

    private struct Transition: Hashable {
        let old: Outcome
        let new: Outcome
    }

    /// How many requests were judged by both.
    public private(set) var requests = 0
    /// In how many of them something changes.
    public private(set) var changed = 0
    private var outcomes: [Transition: Int] = [:]
    private var known: [DecisionChange: Group] = [:]

    /// A comparison of nothing yet.
    public init() {}

    /// Adds what the two sets decide of one request.
    public mutating func add(old: Decision, new: Decision, line: Int) {
        requests += 1
        outcomes[Transition(old: old.outcome, new: new.outcome), default: 0] += 1
        let changes = Set(DecisionComparison(old: old, new: new).changes)
        guard !changes.isEmpty else { return }
        changed += 1
        let example = Example(line: line, request: old.request)
        for change in changes { known[change, default: Group(change: change, count: 0, example: example)].count += 1 }
    }

    /// The changes of one aspect, those of most requests first.
    public func groups(of aspect: DecisionChange.Aspect) -> [Group] {
        known.values.filter { $0.change.aspect == aspect }.sorted { a, b in
            a.count == b.count ? a.change.precedes(b.change) : a.count > b.count
        }
    }

    /// How many requests have that outcome by the old set, and that one by the new.
    public func requests(from old: Outcome, to new: Outcome) -> Int {
        outcomes[Transition(old: old, new: new), default: 0]
    }

    /// In how many requests the new set is milder.
    public var milder: Int { outcomes.reduce(0) { $0 + ($1.key.new < $1.key.old ? $1.value : 0) } }

    /// In how many requests the new set is stricter.
    public var stricter: Int { outcomes.reduce(0) { $0 + ($1.key.old < $1.key.new ? $1.value : 0) } }
}

extension DecisionChange {
    fileprivate func precedes(_ other: DecisionChange) -> Bool {
        func key(_ change: DecisionChange) -> [String] { [change.rule ?? "", change.before ?? "", change.after ?? ""] }
        return key(self).lexicographicallyPrecedes(key(other)) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

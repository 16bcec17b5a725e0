import BylawCEL
import BylawText

/// Judges requests by a set of policies. Immutable, and safe to use from any thread.
///
/// The way from files to a decision, each stage a type of its own, so that what is unchecked can never be judged by:
///
/// 1. read: `PolicyFolder` → `SourceFile`
/// 2. parse: `SourceFile` → `YAMLDocument` → `PolicySyntax`
/// 3. check: `PolicySyntax` → `CheckedPolicy`, of which a ``PolicySet`` is made
/// 4. plan: `CheckedPolicy` → `PolicyPlan`, here
/// 5. judge: ``Request`` → ``Decision``
public struct Evaluator: Sendable {
    /// What holds where no enforced policy judges a request.
    public var unjudged: Outcome

    let planned: PolicySetPlan
    let shortcuts: Shortcuts

    /// What spares work. Each can be left out, and every decision is the same.
    struct Shortcuts: OptionSet, Hashable, Sendable {
        let rawValue: Int

        /// Policies and rules that cannot match are passed over.
        static let indexes = Shortcuts(rawValue: 1)
        /// A request is gone through once for all slots, instead of being searched for each.
        static let filling = Shortcuts(rawValue: 2)
        /// The commonest conditions have steps of their own.
        static let steps = Shortcuts(rawValue: 4)
        static let all: Shortcuts = [.indexes, .filling, .steps]
    }

    /// The digest of the policies that it judges by (``PolicySet/digest``); every decision carries it.
    public var digest: String { planned.digest }

    var plans: [PolicyPlan] { planned.plans }
    var texts: TextPlan { planned.texts }

    /// Plans the policies.
    ///
    /// - Parameters:
    ///   - policies: What was loaded and checked.
    ///   - lexicons: Phrases in place of those that the policies list, by the lexicon's name. A lexicon that is declared
    ///     as hosted and missing here makes whatever reads it an error.
    ///   - keys: The keys of masks that give pseudonyms, by the name that the policies use. A text whose mask misses its
    ///     key is withheld.
    ///   - unjudged: What holds where no enforced policy judges a request; anything but `deny` opens a gap knowingly.
    public init(
        _ policies: PolicySet, lexicons: [String: HostLexicon] = [:], keys: [String: MaskKey] = [:],
        unjudged: Outcome = .deny
    ) {
        self.init(policies, lexicons: lexicons, keys: keys, unjudged: unjudged, shortcuts: .all)
    }

    init(
        _ policies: PolicySet, lexicons: [String: HostLexicon] = [:], keys: [String: MaskKey] = [:],
        unjudged: Outcome = .deny, shortcuts: Shortcuts
    ) {
        let plans = policies.checked.map { Planner.plan($0, specialises: shortcuts.contains(.steps)) }
        planned = PolicySetPlan(
            plans, texts: TextPlan(policies.checked, hosted: lexicons), keys: keys, digest: policies.digest)
        self.shortcuts = shortcuts
        self.unjudged = unjudged
    }

    /// Other plans for policies that look for the same in texts.
    init(plans: [PolicyPlan], sharing other: Evaluator) {
        planned = PolicySetPlan(plans, texts: other.texts, keys: other.planned.keys, digest: other.digest)
        shortcuts = other.shortcuts
        unjudged = other.unjudged
    }

    /// Judges a request. Never throws and never traps: what cannot be evaluated holds.
    ///
    /// - Parameter standing: The actor's points, roles and suspensions at the request's time. Somebody else's is as good
    ///   as none that could be read.
    public func judge(_ request: Request, standing: StandingInput) -> Decision {
        JudgingSession(self).judge(request, standing: standing)
    }

    /// Judges many requests, each on its own; the decisions are in the order of the requests.
    public func judge(_ requests: some Sequence<(request: Request, standing: StandingInput)>) -> [Decision] {
        let session = JudgingSession(self)
        return requests.map { session.judge($0.request, standing: $0.standing) }
    }

    /// The terms of the tallies on which what is decided of a request counts: those of the enforced policies that judge it.
    public func tallies(for request: Request) -> [TallyTerms] {
        applicable(to: request).map { plans[$0] }.filter { !$0.policy.isShadow }.flatMap(\.policy.tallies)
    }

    /// The review terms of the policies in those versions.
    public func reviewTerms(of policies: [Decision.PolicyReference]) -> [ReviewTerms] {
        plans.map(\.policy).filter { policy in
            policies.contains { ExactText($0.policy) == ExactText(policy.id) && $0.version == policy.version }
        }.compactMap(\.review)
    }

    /// What the policies say of a request, with the frames that they said it in.
    func verdict(_ request: Request, standing: StandingInput) -> Verdict {
        JudgingSession(self).verdict(request, standing: standing)
    }

    /// The decision that a verdict comes to.
    func decision(_ verdict: Verdict) -> Decision {
        DecisionWriter(judged: verdict.judged, policies: planned).decision(verdict)
    }

    /// The plans of the policies that judge a request, ascending.
    func applicable(to request: Request) -> [Int] {
        var found: [Int] = []
        addApplicable(to: request, &found)
        return found
    }

    func addApplicable(to request: Request, _ found: inout [Int]) {
        planned.addApplicable(to: request, usesIndex: shortcuts.contains(.indexes), &found)
    }

    /// Policies that would apply if their mode were on.
    func waitingForMode(_ request: Request) -> [Int] {
        plans.indices.filter { plans[$0].jurisdiction.waitsForMode(request) }
    }

    /// Tells, later too, whether what this evaluator judges by is still in memory: to see that nothing is kept.
    package var planIsAlive: () -> Bool {
        { [weak planned] in planned != nil }
    }
}

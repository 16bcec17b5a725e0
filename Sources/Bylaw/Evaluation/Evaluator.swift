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

    let plans: [PolicyPlan]
    private let index: PolicyIndex
    /// Whether policies and rules that cannot match are passed over; if not, all are asked, and every decision is the same.
    var usesIndexes = true
    let texts: TextPlan
    private let keys: [String: MaskKey]

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
        plans = policies.checked.map(Planner.plan)
        index = PolicyIndex(plans)
        texts = TextPlan(policies.checked, hosted: lexicons)
        self.keys = keys
        self.unjudged = unjudged
    }

    /// Other plans for policies that look for the same in texts.
    init(plans: [PolicyPlan], sharing other: Evaluator) {
        self.plans = plans
        index = PolicyIndex(plans)
        texts = other.texts
        keys = other.keys
        unjudged = other.unjudged
    }

    /// Judges a request. Never throws and never traps: what cannot be evaluated holds.
    ///
    /// - Parameter standing: The actor's points, roles and suspensions at the request's time. Somebody else's is as good
    ///   as none that could be read.
    public func judge(_ request: Request, standing: StandingInput) -> Decision {
        let standing = standing.isOf(request.actor.id) ? standing : .unavailable
        return decision(verdict(request, standing: standing), of: request, standing: standing)
    }

    /// Judges many requests, each on its own; the decisions are in the order of the requests.
    public func judge(_ requests: some Sequence<(request: Request, standing: StandingInput)>) -> [Decision] {
        requests.map { judge($0.request, standing: $0.standing) }
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

    /// The decision that a verdict comes to.
    func decision(_ verdict: Verdict, of request: Request, standing: StandingInput) -> Decision {
        DecisionWriter(request: request, standing: standing, texts: texts, keys: keys).decision(verdict)
    }

    func verdict(_ request: Request, standing: StandingInput) -> Verdict {
        let applicable = applicable(to: request)
        let readers = PolicyReaders(applicable) { AttributeReader(request: request, schema: plans[$0].policy.schema) }
        let search = TextSearch(plan: texts, readers: readers)
        func verdicts(isShadow: Bool) -> [PolicyVerdict] {
            applicable.filter { plans[$0].policy.isShadow == isShadow }.compactMap { index in
                readers[index].map { reader in
                    let frame = PolicyFrame(
                        index: index, plan: plans[index], reader: reader, texts: search, standing: standing)
                    return PolicyJudge(frame: frame, standing: standing, usesIndex: usesIndexes).verdict()
                }
            }
        }
        var policies = verdicts(isShadow: false)
        if case .unavailable = standing { policies += unknownModes(request, readers: search) }
        let masked = Masking(texts: texts, search: search, keys: keys).apply(to: &policies)
        let shadow = verdicts(isShadow: true)
        let (outcome, reason) = Combination.outcome(of: policies, unjudged: unjudged)
        return Verdict(outcome: outcome, reason: reason, policies: policies, shadow: shadow, texts: masked)
    }
}

extension Evaluator {
    /// The plans of the policies that judge a request, ascending.
    func applicable(to request: Request) -> [Int] {
        candidates(for: request).filter { plans[$0].policy.applies(to: request) }
    }

    private func candidates(for request: Request) -> [Int] {
        usesIndexes ? index.candidates(for: request.action.name) : Array(plans.indices)
    }

    /// Policies that would apply if their mode were on: where the ledger cannot be read, nobody can tell that it is not.
    private func unknownModes(_ request: Request, readers search: TextSearch) -> [PolicyVerdict] {
        candidates(for: request).compactMap { index in
            let policy = plans[index].policy
            guard !policy.isShadow, let mode = policy.whileMode, !request.modes.contains(mode),
                policy.fits(request)
            else { return nil }
            let frame = PolicyFrame(
                index: index, plan: plans[index], reader: AttributeReader(request: request, schema: policy.schema),
                texts: search, standing: .unavailable)
            var verdict = PolicyVerdict(frame: frame)
            verdict.faults.append(
                .init(
                    name: mode, message: "nobody can tell whether the mode `\(mode)` is on",
                    at: policy.path.description, holds: true))
            return verdict
        }
    }
}

extension CheckedPolicy {
    /// Whether the policy judges such a request, is in force at its time, and its mode is on.
    package func applies(to request: Request) -> Bool {
        fits(request) && whileMode.map(request.modes.contains) ?? true
    }

    /// The same, whatever modes are on.
    fileprivate func fits(_ request: Request) -> Bool {
        schema.fits(actor: request.actor.type, action: request.action.name, resource: request.resource.type)
            && effectiveFrom.map { $0 <= request.time } ?? true
            && effectiveUntil.map { request.time < $0 } ?? true
    }
}

import Bylaw
import BylawSource
import BylawYAML
import Dispatch
import Synchronization

/// Tries every mutant of the policies that cases are about: whether a case fails by it.
struct MutationRun {
    /// One policy file, and the sets of policies in which fixtures meet it.
    private struct Target {
        var mutants: [Mutant]
        var uses: [Use]
    }

    private struct Use {
        let policies: FixturePolicies
        let loaded: PolicyLoader.LoadedPolicy
        let cases: [FixtureCase]
    }

    enum Outcome {
        /// It is no policy, and no mutant.
        case invalid
        case noticed
        case survived
    }

    private let jobs: [(mutant: Mutant, uses: [Use])]

    init(_ cases: [FixtureCase]) {
        var targets: [(file: String, target: Target)] = []
        var versions: [String: Int] = [:]
        for (policies, cases) in cases.byPolicies {
            for loaded in policies.loaded {
                let file = loaded.syntax.file
                let use = Use(policies: policies, loaded: loaded, cases: cases)
                if let known = targets.firstIndex(where: { $0.file.isSame(file.name) }) {
                    targets[known].target.uses.append(use)
                } else {
                    versions[loaded.syntax.id.value, default: 0] += 1
                    targets.append((file.name, Target(mutants: [], uses: [use])))
                }
            }
        }
        targets.sort { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
        for index in targets.indices {
            guard let syntax = targets[index].target.uses.first?.loaded.syntax,
                let root = YAMLDocument.parse(syntax.file).document?.root
            else { continue }
            // The version tells apart what the id does not, and only then: it changes more often than what is proven.
            let isAlone = versions[syntax.id.value] == 1
            let name = isAlone ? syntax.id.value : "\(syntax.id.value)@\(syntax.version.value)"
            targets[index].target.mutants = PolicyMutator.mutants(of: name, file: syntax.file, root: root)
        }
        jobs = targets.flatMap { entry in entry.target.mutants.map { ($0, entry.target.uses) } }
    }

    /// Each mutant with what became of it, in the order of the files; on all of the machine's cores.
    func outcomes(progress: MutationReport.Progress?) -> [(mutant: Mutant, outcome: Outcome)] {
        let results = Mutex<(outcomes: [Outcome], done: Int)>((Array(repeating: .invalid, count: jobs.count), 0))
        let jobs = jobs
        DispatchQueue.concurrentPerform(iterations: jobs.count) { index in
            let outcome = Self.outcome(of: jobs[index].mutant, jobs[index].uses)
            let done = results.withLock { results in
                results.outcomes[index] = outcome
                results.done += 1
                return results.done
            }
            progress?(done, jobs.count)
        }
        return zip(jobs, results.withLock { $0.outcomes }).map { ($0.mutant, $1) }
    }

    private static func outcome(of mutant: Mutant, _ uses: [Use]) -> Outcome {
        var outcome = Outcome.invalid
        for use in uses {
            guard let policies = mutated(mutant, use) else { continue }
            outcome = .survived
            let (likely, others) = use.cases.filter { $0.isJudged(by: use.loaded.path) }
                .partitioned { $0.expects(rule: mutant.owner) }
            if (likely + others).contains(where: { !$0.mismatches(by: policies).isEmpty }) { return .noticed }
        }
        return outcome
    }

    /// The policies with the mutant in the place of the policy; nil where it is no policy.
    private static func mutated(_ mutant: Mutant, _ use: Use) -> FixturePolicies? {
        let problems = Problems()
        let syntax = PolicyParser(file: use.loaded.syntax.file, problems: problems).policy(mutant.root)
        guard let syntax, problems.errorCount == 0 else { return nil }
        return use.policies.replacing(use.loaded.written(syntax), changesTexts: mutant.changesTexts)
    }
}

extension FixtureCase {
    /// Whether a policy has a say in the case. In a history it may have one through the ledger.
    fileprivate func isJudged(by path: PolicyPath) -> Bool {
        guard case .single(let request, _, _) = script else { return true }
        return policies.checked.first { $0.path == path }?.applies(to: request) ?? false
    }

    /// Whether the case expects a rule to match: then it is the likeliest to notice that the rule has changed.
    fileprivate func expects(rule: String) -> Bool {
        let expectations: [Expectation] =
            switch script {
            case .single(_, _, let expect): [expect]
            case .history(let steps, _): steps.compactMap(\.expect)
            }
        return expectations.contains { expect in
            expect.rules?.items.contains { $0.value.isSame(rule) || $0.value.hasSuffix("/\(rule)") } ?? false
        }
    }
}

extension Array {
    /// The elements of which something holds, and the others, each in their order.
    fileprivate func partitioned(_ holds: (Element) -> Bool) -> (those: [Element], others: [Element]) {
        var result: (those: [Element], others: [Element]) = ([], [])
        for element in self {
            if holds(element) { result.those.append(element) } else { result.others.append(element) }
        }
        return result
    }
}

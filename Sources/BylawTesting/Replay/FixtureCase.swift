package import Bylaw
public import BylawSource

/// One case or history of a fixture file, ready to be replayed.
public struct FixtureCase: Sendable, Identifiable, CustomStringConvertible {
    /// What the case shows, as its author says.
    public let name: String
    /// Where its name stands.
    public let location: SourceLocation
    package let policies: FixturePolicies
    package let script: Script

    /// What is replayed.
    package enum Script: Sendable {
        /// One request.
        case single(Request, StandingInput, Expectation)
        /// Steps that share a ledger.
        case history([Step], reviewers: [Reviewer]?)
    }

    /// A step of a history with everything that it needs.
    package struct Step: Sendable {
        package enum Deed: Sendable {
            case judge(Request)
            case change(LedgerChange)
            case look
        }

        package let location: SourceLocation
        package let time: Timestamp
        package let deed: Deed
        package let expect: Expectation?
        /// The member that the step is about where it names none.
        package let actor: String
        /// The roles that the request gives that member.
        package let roles: [String]
    }

    /// The name: what test runners show.
    public var description: String { name }

    /// Tells it apart from every other case: its file and its name. Test runners run one again by it.
    public var id: String { "\(file): \(name)" }

    /// The name of the file that it stands in.
    public var file: String { location.file.name }

    /// Judges again and compares. The same fixture and policies give the same result.
    public func replay() -> FixtureResult { FixtureResult(self, mismatches(by: policies)) }

    /// What differs from what is expected where these policies judge.
    func mismatches(by policies: FixturePolicies) -> [Mismatch] {
        switch script {
        case .single(let request, let standing, let expect):
            let decision = policies.evaluator.judge(request, standing: standing)
            return DecisionMatcher(decision, policies).mismatches(expect)
        case .history(let steps, let reviewers):
            var replay = HistoryReplay(policies, reviewers: reviewers)
            for (index, step) in steps.enumerated() { replay.take(step, number: index + 1) }
            return replay.mismatches
        }
    }

    /// Each request that is judged, with the standing that it is judged by.
    package var situations: [(request: Request, standing: StandingInput)] { sights().situations }

    /// What a replay looks at.
    func sights() -> ReplaySights {
        switch script {
        case .single(let request, let standing, _):
            return ReplaySights(situations: [(request, standing)])
        case .history(let steps, let reviewers):
            var replay = HistoryReplay(policies, reviewers: reviewers, sights: ReplaySights())
            for (index, step) in steps.enumerated() { replay.take(step, number: index + 1) }
            return replay.sights ?? ReplaySights()
        }
    }
}

extension [FixtureCase] {
    /// The cases by the policies that they are about, in the order in which those are first named.
    var byPolicies: [(policies: FixturePolicies, cases: [FixtureCase])] {
        var groups: [(policies: FixturePolicies, cases: [FixtureCase])] = []
        for fixture in self {
            if let known = groups.firstIndex(where: { $0.policies.isSame(fixture.policies) }) {
                groups[known].cases.append(fixture)
            } else {
                groups.append((fixture.policies, [fixture]))
            }
        }
        return groups
    }
}

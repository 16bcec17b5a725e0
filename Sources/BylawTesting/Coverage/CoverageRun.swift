import Bylaw
import BylawSource

/// Looks at what cases touch in one set of policies.
struct CoverageRun {
    private let policies: FixturePolicies
    private var sights: [PolicySight]

    init(_ policies: FixturePolicies) {
        self.policies = policies
        sights = policies.written.map { PolicySight(PolicyMap($0.syntax, $0.checked)) }
    }

    mutating func look(at fixture: FixtureCase) {
        let seen = fixture.sights()
        for (request, standing) in seen.situations {
            for examination in policies.evaluator.examinations(of: request, standing: standing) {
                guard let index = index(of: examination.policy.path) else { continue }
                sights[index].see(examination)
            }
        }
        for window in seen.windows {
            guard let index = index(of: window.policy) else { continue }
            sights[index].seeWindow(ofTally: window.tally, counts: window.counts)
        }
    }

    private func index(of path: PolicyPath) -> Int? {
        policies.written.firstIndex { $0.checked.path == path }
    }

    var coverage: [PolicyCoverage] {
        zip(policies.written, sights).map { written, sight in
            PolicyCoverage(
                policy: written.checked.id, version: written.checked.version.description,
                file: written.syntax.file.name,
                points: sight.points.enumerated().sorted { a, b in
                    (a.element.location.range.start, a.offset) < (b.element.location.range.start, b.offset)
                }.map(\.element))
        }
    }
}

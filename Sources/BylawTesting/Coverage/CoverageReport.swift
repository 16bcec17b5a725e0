import Bylaw

/// What a run of fixtures showed of the policies that it was judged by.
public struct CoverageReport: Sendable {
    /// By file.
    public let policies: [PolicyCoverage]

    /// Replays cases and looks at what each touches.
    package init(_ cases: [FixtureCase]) {
        var found: [(name: String, coverage: PolicyCoverage)] = []
        for (policies, cases) in cases.byPolicies {
            var run = CoverageRun(policies)
            for fixture in cases { run.look(at: fixture) }
            for coverage in run.coverage {
                let name = coverage.file
                guard let known = found.firstIndex(where: { $0.name.isSame(name) }) else {
                    found.append((name, coverage))
                    continue
                }
                // A policy file that two fixtures reach by different paths is one policy.
                for index in coverage.points.indices {
                    found[known].coverage.points[index].add(coverage.points[index])
                }
            }
        }
        policies = found.map(\.coverage).sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    }

    /// How many ways were seen.
    public var covered: Int { policies.reduce(0) { $0 + $1.covered } }

    /// How many ways there are.
    public var total: Int { policies.reduce(0) { $0 + $1.total } }

    /// Whether at least so many in a hundred were seen.
    public func reaches(percent: Int) -> Bool { covered * 100 >= percent * total }

    /// What was never seen, by file and line, then the sum on a line of its own.
    public var text: String {
        var lines: [String] = []
        for policy in policies where !policy.uncovered.isEmpty {
            lines.append("\(policy.file): \(Self.share(policy.covered, policy.total))")
            for point in policy.uncovered {
                let missing = point.missing.map { "never \($0)" }.joined(separator: ", ")
                lines.append("  \(point.location.position): \(point.name): \(missing)")
            }
        }
        lines.append("coverage \(Self.share(covered, total))")
        return lines.map { $0 + "\n" }.joined()
    }

    /// `93 % (28 of 30)`; rounded down, so that only all is 100 %.
    private static func share(_ covered: Int, _ total: Int) -> String {
        "\(percent(covered, total)) % (\(covered) of \(total))"
    }

    /// How many in a hundred, rounded down; all of nothing.
    package static func percent(_ covered: Int, _ total: Int) -> Int { total == 0 ? 100 : covered * 100 / total }
}

extension FixtureSuite {
    /// Replays every case and says what the fixtures never showed of their policies.
    public func coverage() -> CoverageReport { CoverageReport(cases) }
}

/// Looks at what cases touch in one set of policies.
private struct CoverageRun {
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

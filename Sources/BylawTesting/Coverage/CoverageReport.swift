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

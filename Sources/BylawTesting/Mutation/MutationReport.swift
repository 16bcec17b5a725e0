import Bylaw
public import BylawSource

/// Which changes of the policies the fixtures did not notice.
public struct MutationReport: Sendable {
    /// How many mutants there are; what makes no policy is none.
    public let count: Int
    /// How many made a case fail.
    public let noticed: Int
    /// How many survived and are listed as equivalent.
    public let equivalent: Int
    /// The others, by file and place.
    public let survivors: [Mutant]
    /// What is wrong with the list of equivalent mutants.
    public let diagnostics: [Diagnostic]

    /// Told how many of how many mutants were tried.
    package typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

    /// Tries every mutant of the policies that the cases are about. A case that fails by the policies as they are would
    /// notice anything, and is left out.
    ///
    /// - Parameters:
    ///   - equivalents: the mutants that are said to change nothing.
    ///   - isWhole: whether these are all cases, so that every mutant that is listed must be met.
    ///   - progress: told how many mutants were tried, from any thread.
    package init(
        _ cases: [FixtureCase], equivalents: [EquivalentMutant], isWhole: Bool, progress: Progress? = nil
    ) {
        let outcomes = MutationRun(cases.filter { $0.replay().isPassed }).outcomes(progress: progress).filter {
            $0.outcome != .invalid
        }
        let problems = Problems()
        var survivors: [Mutant] = []
        var equivalent = 0
        for (mutant, outcome) in outcomes {
            let entry = equivalents.first { $0.id.value.isSame(mutant.id) }
            switch (outcome, entry) {
            case (.survived, nil): survivors.append(mutant)
            case (.survived, _?): equivalent += 1
            case (_, let entry?):
                problems.error(
                    "noticed-mutant", "`\(mutant.id)` makes a fixture fail, and so is not equivalent",
                    at: entry.id.location, labels: [.init(mutant.location, "this is changed")],
                    help: "take the entry out")
            case (_, nil): break
            }
        }
        if isWhole {
            let ids = outcomes.map(\.mutant.id)
            for entry in equivalents where !ids.contains(where: { $0.isSame(entry.id.value) }) {
                problems.error(
                    "unknown-mutant", "there is no mutant `\(entry.id.value)`", at: entry.id.location,
                    help: Spelling.suggestion(for: entry.id.value, in: ids) ?? "take the entry out")
            }
            if let first = equivalents.first,
                equivalents.count * 100 > EquivalentMutant.mostPercent * outcomes.count
            {
                problems.error(
                    "too-many-equivalent",
                    "\(equivalents.count) of \(outcomes.count) mutants are listed as equivalent, which is more than "
                        + "\(EquivalentMutant.mostPercent) %", at: first.id.location,
                    help: "write cases that notice them, or change the policies")
            }
        }
        count = outcomes.count
        noticed = outcomes.count { $0.outcome == .noticed }
        self.equivalent = equivalent
        self.survivors = survivors
        diagnostics = problems.all.sortedAndDistinct()
    }

    /// Whether every mutant was noticed or is equivalent, and nothing is wrong with the list of those.
    public var isPassed: Bool { survivors.isEmpty && diagnostics.isEmpty }

    /// The last line: `312 mutants: 309 noticed, 1 equivalent, 2 survived`.
    public var summary: String {
        "\(count) mutants: \(noticed) noticed, \(equivalent) equivalent, \(survivors.count) survived"
    }

    /// The survivors with the lines that they change, then what is wrong with the list of equivalent ones, then
    /// ``summary`` on a line of its own.
    public func text(style: TextRenderer.Style = .plain) -> String {
        let renderer = TextRenderer(style: style)
        let survivors = survivors.map { mutant in
            let lines =
                ["survived: \(mutant.location) in `\(mutant.owner)`"] + mutant.change.map { "  \($0)" }
                + ["  id: \(mutant.id)", ""]
            return lines.map { $0 + "\n" }.joined()
        }
        return survivors.joined() + diagnostics.map { renderer.render($0) + "\n" }.joined() + summary + "\n"
    }
}

extension FixtureSuite {
    /// Changes the policies in every way that fixtures ought to notice, and says which changes they did not. On all of the
    /// machine's cores; some milliseconds for each mutant.
    public func mutation() -> MutationReport { MutationReport(cases, equivalents: equivalents, isWhole: true) }
}

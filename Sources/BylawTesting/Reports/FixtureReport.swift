public import BylawSource

/// What became of every case of a run.
public struct FixtureReport: Sendable {
    /// In the order of the suite's cases.
    public let results: [FixtureResult]

    package init(_ results: [FixtureResult]) { self.results = results }

    /// How many cases passed.
    public var passed: Int { results.count { $0.isPassed } }

    /// How many cases failed.
    public var failed: Int { results.count - passed }

    /// Whether there was something to pass, and all of it did.
    public var isPassed: Bool { failed == 0 && passed > 0 }

    /// The last line of a run: `12 passed, 1 failed`.
    public var summary: String { "\(passed) passed, \(failed) failed" }

    /// The failures in the order of the cases, with an empty line behind each, then ``summary`` on a line of its own.
    public func text(style: TextRenderer.Style = .plain) -> String {
        let renderer = TextRenderer(style: style)
        return results.flatMap(\.diagnostics).map { renderer.render($0) + "\n" }.joined() + summary + "\n"
    }
}

public import BylawSource

/// What became of one case.
public struct FixtureResult: Sendable {
    /// The case.
    public let fixture: FixtureCase
    /// What was not met; empty where it passed.
    public let mismatches: [Mismatch]

    init(_ fixture: FixtureCase, _ mismatches: [Mismatch]) {
        self.fixture = fixture
        self.mismatches = mismatches
    }

    /// Whether everything that is expected came.
    public var isPassed: Bool { mismatches.isEmpty }

    /// The failures, each at the expectation's place.
    public var diagnostics: [Diagnostic] { mismatches.map(diagnostic) }

    /// The failures for test frameworks, each with its place in the fixture's file.
    public var failures: [FixtureFailure] { mismatches.map { FixtureFailure($0, diagnostic($0)) } }

    private func diagnostic(_ mismatch: Mismatch) -> Diagnostic {
        Diagnostic(
            mismatch.what, mismatch.message, at: mismatch.location,
            labels: [.init(fixture.location, "in this case")], notes: mismatch.notes)
    }

    /// The failures as text, with the lines of the fixture that they speak of; nil where it passed.
    public var failure: String? {
        isPassed ? nil : "\n" + diagnostics.map { TextRenderer().render($0) }.joined(separator: "\n")
    }
}

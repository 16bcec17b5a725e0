public import BylawSource

/// One expectation that was not met.
public struct Mismatch: Sendable {
    /// The key of the expectation: `outcome`.
    public let what: String
    /// What the fixture expects, as its author would write it.
    public let expected: String
    /// What came instead.
    public let found: String
    /// What is wrong, in one sentence.
    public let message: String
    /// Where the expectation stands.
    public let location: SourceLocation
    /// What explains it: which rules matched, what could not be evaluated.
    public private(set) var notes: [String]

    init(
        _ what: String, _ message: String? = nil, expected: String, found: String, at location: SourceLocation,
        notes: [String] = []
    ) {
        self.what = what
        self.expected = expected
        self.found = found
        self.message = message ?? "expected \(expected), got \(found)"
        self.location = location
        self.notes = notes
    }

    func adding(note: String) -> Mismatch {
        var copy = self
        copy.notes.append(note)
        return copy
    }
}

public import BylawSource

/// Everything that keeps fixtures from being replayed, in one throw.
public struct FixtureErrors: Error, Sendable, CustomStringConvertible {
    /// Every problem of every fixture file and of the policies that they name, by file and place.
    public let diagnostics: [Diagnostic]

    init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    /// The problems as text, with the lines that they speak of.
    public var description: String { TextRenderer().render(diagnostics) }
}

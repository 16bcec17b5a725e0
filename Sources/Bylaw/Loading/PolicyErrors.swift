public import BylawSource

/// Everything that is wrong with a set of policies, in one throw.
public struct PolicyErrors: Error, Sendable, CustomStringConvertible {
    /// Every problem of every file, warnings too, by file and place.
    public let diagnostics: [Diagnostic]

    /// The problems of one load.
    public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    /// The one problem that a folder, file or bundle cannot be read.
    package init(_ error: ReadError) {
        self.init([Diagnostic(error.code, error.message, at: nil, help: error.help)])
    }

    /// These errors as they are, the one problem of a ``ReadError``, or for whatever else went wrong the one that is named.
    init(_ error: any Error, otherwise unknown: ReadError) {
        switch error {
        case let error as PolicyErrors: self = error
        case let error as ReadError: self.init(error)
        default: self.init(unknown)
        }
    }

    /// The problems as text, with the lines that they speak of.
    public var description: String { TextRenderer().render(diagnostics) }
}

import BylawSource

/// A value that is not in the notation that was asked for.
struct NotationError: Error {
    /// What is wrong.
    let message: String
    /// Where, in the JSON text.
    let range: SourceRange

    init(_ message: String, at range: SourceRange) {
        self.message = message
        self.range = range
    }

    /// The problem in the file that the JSON text came from.
    func diagnostic(in file: SourceFile) -> Diagnostic {
        Diagnostic("invalid-binding", message, at: SourceLocation(file, range))
    }
}

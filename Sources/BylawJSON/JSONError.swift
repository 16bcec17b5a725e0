package import BylawSource

/// Why a text is not the JSON that is asked for.
///
/// What each code says is written in `JSONError+Wording.swift`.
package struct JSONError: Error, Sendable {
    /// A second place that explains the error, such as the first of two equal keys.
    package struct Label: Sendable {
        /// Where, in bytes.
        package let range: SourceRange
        /// What is there.
        package let text: String
    }

    /// The stable name of the kind of error: `duplicate-key`.
    package let code: String
    /// What is wrong, as one sentence for a ``Diagnostic``.
    package let message: String
    /// The bytes at fault; empty where something is missing.
    package let range: SourceRange
    /// What to do about it, where that is known.
    package let help: String?
    /// A second place, where there is one.
    package let label: Label?

    /// Where the error is, as an offset in UTF-8.
    package var offset: Int { range.start }

    /// An error at a range.
    package init(_ code: String, _ message: String, at range: SourceRange, help: String? = nil, label: Label? = nil) {
        self.code = code
        self.message = message
        self.range = range
        self.help = help
        self.label = label
    }

    /// The error as a problem in the file that the bytes came from. `base` is where in the file the JSON text starts,
    /// for one that is a part of it (a line of JSON Lines).
    package func diagnostic(in file: SourceFile, base: Int = 0) -> Diagnostic {
        func location(_ range: SourceRange) -> SourceLocation {
            SourceLocation(file, SourceRange(base + range.start, base + range.end))
        }
        let labels = label.map { [Diagnostic.Label(location($0.range), $0.text)] } ?? []
        return Diagnostic(code, message, at: location(range), labels: labels, help: help)
    }
}

extension JSONError: CustomStringConvertible {
    /// The message and its offset: ``duplicate key `a` (at byte 7)``.
    package var description: String { "\(message) (at byte \(offset))" }
}

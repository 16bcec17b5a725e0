package import BylawSource

/// One thing wrong in an expression. Offsets count in the expression's own text; whoever knows where that text stands
/// (a YAML scalar, a command line) lifts it into a ``BylawSource/Diagnostic``.
package struct ExpressionProblem: Sendable {
    /// A second place that explains the first.
    package struct Label: Sendable {
        package let range: SourceRange
        package let text: String

        package init(_ range: SourceRange, _ text: String) {
            self.range = range
            self.text = text
        }
    }

    /// The stable name of the kind of problem: `unknown-field`.
    package let code: String
    /// One sentence, lower case, without a final full stop.
    package let message: String
    /// UTF-8 offsets in the expression's text.
    package let range: SourceRange
    package let labels: [Label]
    package let notes: [String]
    /// What to do about it, shown at the place itself.
    package let help: String?

    package init(
        _ code: String, _ message: String, at range: SourceRange, labels: [Label] = [], notes: [String] = [],
        help: String? = nil
    ) {
        self.code = code
        self.message = message
        self.range = range
        self.labels = labels
        self.notes = notes
        self.help = help
    }
}

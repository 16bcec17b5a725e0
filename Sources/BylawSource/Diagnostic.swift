/// One problem in something that a person wrote, with its place and what may help.
///
/// A plain value: how it looks is decided by whoever renders it (``TextRenderer``, ``JSONRenderer``).
/// The message is one sentence, lower case, without a final full stop, with what the author wrote in backticks.
public struct Diagnostic: Sendable {
    /// How much a problem matters.
    public enum Severity: String, Sendable {
        /// What was read cannot be used.
        case error
        /// What was read can be used, but surely means something else.
        case warning
    }

    /// A second place that explains the first.
    public struct Label: Sendable {
        /// Where.
        public let location: SourceLocation
        /// What is there: `first defined here`.
        public let text: String

        /// A label at a place.
        public init(_ location: SourceLocation, _ text: String) {
            self.location = location
            self.text = text
        }
    }

    /// The stable name of the kind of problem: `unknown-field`.
    public let code: String
    /// Whether what was read can be used at all.
    public let severity: Severity
    /// What is wrong.
    public let message: String
    /// The place that the message speaks of; absent where there is no text, as for a file that cannot be opened.
    public let location: SourceLocation?
    /// Places that explain the first one.
    public let labels: [Label]
    /// Further sentences that belong to no place.
    public let notes: [String]
    /// What to do about it, shown at the place itself: ``did you mean `age`?``
    public let help: String?

    /// A problem. Everything but its code, message and place may be left out.
    public init(
        _ code: String, severity: Severity = .error, _ message: String, at location: SourceLocation?,
        labels: [Label] = [], notes: [String] = [], help: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.location = location
        self.labels = labels
        self.notes = notes
        self.help = help
    }
}

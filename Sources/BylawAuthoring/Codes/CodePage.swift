public import BylawSource

/// What there is to know about one kind of problem, for whoever writes policies.
///
/// Every code that a ``Diagnostic`` can have has one page, and so has every code with which a request or the ledger
/// refuses something. The pages are in ``CodePages``.
public struct CodePage: Sendable {
    /// The stable name of the kind of problem: `unknown-field`.
    public let code: String
    /// Whether what was read can be used at all.
    public let severity: Diagnostic.Severity
    /// What is wrong, in one line: lower case, without a full stop.
    public let summary: String
    /// What it means and why it matters, in sentences.
    public let meaning: String
    /// What to do about it, in sentences.
    public let repair: String
    /// Something that has the problem.
    public let wrong: CodeExample
    /// The same, put right.
    public let right: CodeExample

    init(
        _ code: String, _ summary: String, severity: Diagnostic.Severity = .error, meaning: String, repair: String,
        wrong: CodeExample, right: CodeExample
    ) {
        self.code = code
        self.severity = severity
        self.summary = summary
        self.meaning = meaning
        self.repair = repair
        self.wrong = wrong
        self.right = right
    }
}

/// Renders diagnostics as text for people: a pure function of its input.
///
/// ```
/// error[unknown-field]: `user` has no field `agee`
///   --> Policies/spam.yaml:14:16
///    |
/// 14 |     when: user.agee < 13
///    |                ^^^^ did you mean `age`?
///
/// 1 error
/// ```
///
/// What stands in quoted source or in a message is shown harmlessly: control characters, terminal escapes and changes
/// of the writing direction as pictures or `\u{202E}`. Underlines stand under their characters also where those take
/// two columns or none.
public struct TextRenderer: Sendable {
    /// How the text is marked up.
    public enum Style: Sendable {
        /// Characters alone.
        case plain
        /// ANSI escape sequences, for a terminal that shows colours.
        case colour
    }

    /// How the text is marked up.
    public let style: Style

    /// The most diagnostics that are shown; what there is beyond is counted.
    public let maximum: Int

    /// A renderer that shows at most `maximum` diagnostics; a negative number counts as zero.
    public init(style: Style = .plain, maximum: Int = 100) {
        self.style = style
        self.maximum = max(maximum, 0)
    }

    /// The diagnostics in order of file and place, each once, with an empty line between them, and behind them a line
    /// that counts them. Empty where there are none; otherwise it ends in a line break.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        let sorted = diagnostics.sortedAndDistinct()
        guard !sorted.isEmpty else { return "" }
        var parts = sorted.prefix(maximum).map(render)
        if sorted.count > maximum {
            parts.append("… and \(DiagnosticCount(sorted.dropFirst(maximum)).description(with: "more "))\n")
        }
        parts.append("\(DiagnosticCount(sorted).description(with: ""))\n")
        return parts.joined(separator: "\n")
    }

    /// One diagnostic, without a count.
    public func render(_ diagnostic: Diagnostic) -> String {
        DiagnosticText(diagnostic, palette: Palette(style: style)).lines.map { $0 + "\n" }.joined()
    }
}

/// How many errors and warnings there are.
private struct DiagnosticCount {
    private let errors: Int
    private let warnings: Int

    init(_ diagnostics: some Sequence<Diagnostic>) {
        var errors = 0
        var warnings = 0
        for diagnostic in diagnostics {
            switch diagnostic.severity {
            case .error: errors += 1
            case .warning: warnings += 1
            }
        }
        (self.errors, self.warnings) = (errors, warnings)
    }

    /// `3 errors, 1 warning`, each noun with `adjective` before it.
    func description(with adjective: String) -> String {
        [(errors, "error"), (warnings, "warning")]
            .filter { count, _ in count > 0 }
            .map { count, noun in "\(count) \(adjective)\(noun)\(count == 1 ? "" : "s")" }
            .joined(separator: ", ")
    }
}

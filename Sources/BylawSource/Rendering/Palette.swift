/// The colours of a rendered diagnostic, or none.
struct Palette {
    /// What a piece of text is for.
    enum Role {
        case error, warning, message, frame, label

        /// The parameters of the terminal's escape sequence.
        fileprivate var parameters: String {
            switch self {
            case .error: "1;31"
            case .warning: "1;33"
            case .message: "1"
            case .frame, .label: "1;34"
            }
        }
    }

    let style: TextRenderer.Style

    /// The text in the colour of its role. Every piece ends its own colour.
    func paint(_ text: String, as role: Role) -> String {
        guard style == .colour, !text.isEmpty else { return text }
        return "\u{1B}[\(role.parameters)m\(text)\u{1B}[0m"
    }
}

extension Palette.Role {
    init(_ severity: Diagnostic.Severity) {
        self =
            switch severity {
            case .error: .error
            case .warning: .warning
            }
    }
}

import BylawSource

/// HTML text in which nothing of what it shows is markup.
enum HTML {
    /// A text, for between tags and for quoted attributes. Line breaks stay; what would change the writing direction or
    /// is a control is shown instead.
    static func escaped(_ text: String) -> String {
        var result = ""
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if index > 0 { result += "\n" }
            for scalar in HarmlessText.of(String(line)).unicodeScalars {
                switch scalar {
                case "&": result += "&amp;"
                case "<": result += "&lt;"
                case ">": result += "&gt;"
                case "\"": result += "&quot;"
                case "'": result += "&#39;"
                default: result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }

    static func attribute(_ name: String, _ value: String?) -> String {
        value.map { " \(name)=\"\(escaped($0))\"" } ?? ""
    }

    static func element(_ name: String, _ attributes: String = "", _ content: String) -> String {
        "<\(name)\(attributes)>\(content)</\(name)>"
    }
}

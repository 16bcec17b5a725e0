import BylawSource

/// Text in pages that are written for people.
enum HTML {
    /// The text as it stands between tags and in quoted attributes: nothing in it is markup, and controls that could
    /// turn the writing direction round or hide something are shown.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in HarmlessText.of(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

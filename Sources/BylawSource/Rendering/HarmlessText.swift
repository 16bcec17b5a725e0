/// Text from outside, made so that showing it changes nothing but the place where it stands: no terminal escape, no
/// line break, no change of the writing direction.
package enum HarmlessText {
    /// The text with pictures or escapes for whatever is not to be shown as it is.
    package static func of(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { replacement(for: $0) != nil }) else { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            if let replacement = replacement(for: scalar) {
                shown += replacement
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    /// As ``of(_:)``, for a whole text: its line breaks and tabs stay.
    package static func ofLines(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar != "\n", scalar != "\t", let replacement = replacement(for: scalar) {
                shown.append(contentsOf: replacement.unicodeScalars)
            } else {
                shown.append(scalar)
            }
        }
        return String(shown)
    }

    /// What is shown in place of a scalar: `␛`, `\u{202E}`; nil where the scalar is harmless.
    package static func replacement(for scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        // Control Pictures has one for each, at the same distance.
        case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
        case 0x7F: "\u{2421}"
        // C1 controls, line and paragraph separators, and what changes the writing direction.
        case 0x80...0x9F, 0x2028...0x2029, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069:
            "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default: nil
        }
    }
}

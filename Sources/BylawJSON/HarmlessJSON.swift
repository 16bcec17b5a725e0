import BylawSource

/// JSON made fit for a terminal: what would steer it, or turn the writing direction, stands as `\u009B` there, which is the
/// same text to whoever reads the JSON. Nothing of that kind stands outside of strings, and the controls below U+0020 are
/// never written raw.
package enum HarmlessJSON {
    /// The text with escapes; the same bytes where there is nothing to escape.
    package static func of(_ json: [UInt8]) -> [UInt8] {
        guard json.contains(where: isSuspect) else { return json }
        var shown = ""
        for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
            if scalar != "\n", HarmlessText.replacement(for: scalar) != nil {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                shown += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return Array(shown.utf8)
    }

    /// Whether a scalar that is escaped may begin with the byte: of those there are U+007F, C1 controls (C2), U+061C (D8) and
    /// marks of direction and lines (E2).
    private static func isSuspect(_ byte: UInt8) -> Bool {
        byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
    }
}

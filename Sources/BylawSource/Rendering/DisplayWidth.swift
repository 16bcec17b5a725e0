/// How many columns text takes in a terminal.
///
/// East Asian Wide and Fullwidth scalars take two, and for those Bylaw carries a table, as the standard library does
/// not know them; marks and format characters take none, as the standard library's general categories have it. What
/// Unicode calls Ambiguous takes one. No terminal agrees with another about everything; this is what most do.
enum DisplayWidth {
    /// The columns of a grapheme cluster without control characters.
    static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard scalars.count > 1, let first = scalars.first else { return scalars.first.map(of) ?? 0 }
        // An emoji made of several, one with a skin tone, or a character that asks to be shown as one.
        if isWideEmoji(first) || scalars.contains(where: asksForEmoji) { return 2 }
        return scalars.reduce(0) { $0 + of($1) }
    }

    /// The columns of a text without control characters and tabs.
    static func of(_ text: String) -> Int {
        text.reduce(0) { $0 + of($1) }
    }

    /// The columns of a scalar that stands alone.
    private static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.isASCII { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        // A soft hyphen is shown by most terminals.
        case .format: return scalar == "\u{AD}" ? 1 : 0
        default: break
        }
        // Hangul vowels and finals join the syllable's first consonant, which is wide.
        if 0x1160...0x11FF ~= scalar.value || 0xD7B0...0xD7FF ~= scalar.value { return 0 }
        return isWide(scalar) ? 2 : 1
    }

    private static func isWideEmoji(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isEmoji && isWide(scalar)
    }

    /// A variation selector or a skin tone behind a character.
    private static func asksForEmoji(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{FE0F}" || 0x1F3FB...0x1F3FF ~= scalar.value
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        var low = 0
        var high = wideRanges.count
        while low < high {
            let middle = (low + high) / 2
            let range = wideRanges[middle]
            if scalar.value < range.lowerBound {
                high = middle
            } else if scalar.value > range.upperBound {
                low = middle + 1
            } else {
                return true
            }
        }
        return false
    }
}

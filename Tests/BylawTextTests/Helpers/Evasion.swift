import BylawText
import Foundation
import Testing

/// Ways in which people write a name so that a search misses it, each with the fold that undoes it.
struct Evasion: Sendable, CustomTestStringConvertible {
    let name: String
    let fold: FoldProfile
    let apply: @Sendable (String) -> String

    var testDescription: String { name }

    private static func between(_ text: String, _ separator: String) -> String {
        text.map(String.init).joined(separator: separator)
    }

    private static func afterFirst(_ text: String, _ insertion: String) -> String {
        String(text.prefix(1)) + insertion + String(text.dropFirst(1))
    }

    private static func replacing(_ text: String, _ table: [Character: String]) -> String {
        text.map { table[$0] ?? String($0) }.joined()
    }

    /// For a name in Latin letters.
    static let latin: [Evasion] = [
        Evasion(name: "case", fold: .letterCase) { $0.uppercased() },
        Evasion(name: "width", fold: .width) { text in
            String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map {
                        $0.value > 0x20 && $0.value < 0x7F ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
                    }))
        },
        Evasion(name: "zero-width", fold: .invisible) { between($0, "\u{200B}") },
        Evasion(name: "soft hyphen", fold: .invisible) { afterFirst($0, "\u{AD}") },
        Evasion(name: "bidi control", fold: .invisible) { afterFirst($0, "\u{202E}") },
        Evasion(name: "confusable", fold: .confusables) {
            replacing($0, ["a": "а", "o": "ο", "e": "е", "c": "с", "A": "А", "B": "В"])
        },
        Evasion(name: "full stops", fold: .separators) { between($0, ".") },
        Evasion(name: "spaces", fold: .separators) { between($0, " ") },
        Evasion(name: "emoji", fold: .separators) { afterFirst($0, "🙂") },
        Evasion(name: "emoji sequence", fold: .separators) { between($0, "👩‍🚀") },
        Evasion(name: "line break", fold: .separators) { afterFirst($0, "\r\n") },
        Evasion(name: "combining mark", fold: .marks) { between($0, "\u{336}") + "\u{336}" },
        Evasion(name: "stacked marks", fold: .marks) { afterFirst($0, "\u{323}\u{301}\u{35C}") },
        Evasion(name: "repeated letters", fold: .repeats) {
            afterFirst($0, String(repeating: String($0.prefix(1)), count: 3))
        },
        Evasion(name: "decimal reference", fold: .entities) { text in
            text.unicodeScalars.map { "&#\($0.value);" }.joined()
        },
        Evasion(name: "named reference", fold: .entities) { afterFirst($0, "&shy;") },
    ]

    /// For a name in Japanese.
    static let japanese: [Evasion] = [
        Evasion(name: "half width", fold: .width) {
            replacing($0, ["サ": "ｻ", "カ": "ｶ", "タ": "ﾀ", "ガ": "ｶﾞ", "グ": "ｸﾞ"])
        },
        Evasion(name: "kana", fold: .kana) { replacing($0, ["サ": "さ", "カ": "か", "タ": "た", "ガ": "が", "グ": "ぐ"]) },
        Evasion(name: "zero-width", fold: .invisible) { between($0, "\u{200D}") },
        Evasion(name: "confusable", fold: .confusables) { replacing($0, ["カ": "力", "タ": "夕", "二": "ニ"]) },
        Evasion(name: "spaces", fold: .separators) { between($0, "　") },
        Evasion(name: "emoji", fold: .separators) { afterFirst($0, "🏢") },
        Evasion(name: "line break", fold: .separators) { afterFirst($0, "\n") },
        Evasion(name: "combining mark", fold: .marks) { afterFirst($0, "\u{305}") },
        Evasion(name: "repeated letters", fold: .repeats) { replacing($0, ["カ": "カカカ"]) },
        Evasion(name: "hexadecimal reference", fold: .entities) { text in
            text.unicodeScalars.map { "&#x\(String($0.value, radix: 16));" }.joined()
        },
    ]

    /// The look-alikes of letters and kana that the tests use.
    private static let lookalikes: [Character: String] = [
        "a": "а", "o": "ο", "e": "е", "c": "с", "A": "А", "B": "В", "カ": "力", "タ": "夕", "ロ": "口", "ー": "一", "i": "і",
        "p": "р",
        "社": "社",
    ]

    /// The disguises for names of any language, and none at all.
    static let forNames: [Evasion] = [
        Evasion(name: "none", fold: []) { $0 },
        Evasion(name: "case", fold: .letterCase) { text in
            text.enumerated().map { $0.offset % 2 == 0 ? $0.element.uppercased() : $0.element.lowercased() }.joined()
        },
        Evasion(name: "width", fold: .width) { text in
            let wide = text.applyingTransform(.fullwidthToHalfwidth, reverse: true) ?? text
            return wide == text ? text.applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? text : wide
        },
        Evasion(name: "kana", fold: .kana) { text in
            String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map {
                        (0x30A1...0x30F6).contains($0.value) ? Unicode.Scalar($0.value - 0x60) ?? $0 : $0
                    }))
        },
        Evasion(name: "zero-width", fold: .invisible) { between($0, "\u{200B}") },
        Evasion(name: "soft hyphen", fold: .invisible) { between($0, "\u{AD}") },
        Evasion(name: "confusable", fold: .confusables) { replacing($0, lookalikes) },
        Evasion(name: "spacing", fold: .separators) { between($0, " ") },
        Evasion(name: "emoji", fold: .separators) { between($0, "🙂") },
        Evasion(name: "line break", fold: .separators) { afterFirst($0, "\n") },
        Evasion(name: "combining mark", fold: .marks) { between($0, "\u{336}") },
        Evasion(name: "repeated letters", fold: .repeats) { text in
            text.map { $0.isLetter ? String(repeating: String($0), count: 3) : String($0) }.joined()
        },
        Evasion(name: "entity", fold: .entities) { text in text.unicodeScalars.map { "&#\($0.value);" }.joined() },
    ]
}

/// The sentences of a text, by UTF-8 offsets.
///
/// A sentence ends behind `。！？!?；`, behind a dot that white space or the end follows, and at a line break; closing
/// brackets and quotation marks right behind its end belong to it. Numbers, addresses and what has a dot inside stay
/// whole. White space around a sentence is no part of it, and what has neither letter nor digit is no sentence.
struct Sentences {
    private let text: String

    init(_ text: String) { self.text = text }

    private static let ends: Set<Unicode.Scalar> = ["。", "！", "？", "!", "?", "；"]
    private static let closers: Set<Unicode.Scalar> = [
        "」", "』", "）", ")", "】", "〉", "》", "”", "’", "\"", "'", "»", "]", "］",
    ]

    /// The sentences, in order.
    var all: [Range<String.Index>] {
        let scalars = text.unicodeScalars
        var found: [Range<String.Index>] = []
        var start = scalars.startIndex
        func finish(at end: String.Index) {
            if let sentence = trimmed(start..<end) { found.append(sentence) }
            start = end
        }
        var index = scalars.startIndex
        while index < scalars.endIndex {
            if Character(scalars[index]).isNewline {
                finish(at: index)
                index = scalars.index(after: index)
            } else if isEnd(index) {
                index = behindEnd(index)
                finish(at: index)
            } else {
                index = scalars.index(after: index)
            }
        }
        finish(at: scalars.endIndex)
        return found
    }

    /// The index behind the first whole sentence, of which `；` is no end; nil where the text has no end of one.
    var firstEnd: String.Index? {
        var index = text.unicodeScalars.startIndex
        while index < text.unicodeScalars.endIndex {
            if isEnd(index), text.unicodeScalars[index] != "；" { return behindEnd(index) }
            index = text.unicodeScalars.index(after: index)
        }
        return nil
    }

    private func isEnd(_ index: String.Index) -> Bool {
        let scalars = text.unicodeScalars
        if Self.ends.contains(scalars[index]) { return true }
        guard scalars[index] == "." else { return false }
        var next = scalars.index(after: index)
        while isCloser(next) { next = scalars.index(after: next) }
        return next == scalars.endIndex || scalars[next].properties.isWhitespace
    }

    /// Behind an end, further ends right behind it (`?!`), and what closes.
    private func behindEnd(_ index: String.Index) -> String.Index {
        let scalars = text.unicodeScalars
        var next = scalars.index(after: index)
        while next < scalars.endIndex, isCloser(next) || isEnd(next) { next = scalars.index(after: next) }
        return next
    }

    /// Whether it closes what stands before it. `“` does so in German, where white space follows, and opens in Chinese.
    private func isCloser(_ index: String.Index) -> Bool {
        let scalars = text.unicodeScalars
        guard index < scalars.endIndex else { return false }
        guard scalars[index] == "“" else { return Self.closers.contains(scalars[index]) }
        let next = scalars.index(after: index)
        return next == scalars.endIndex || scalars[next].properties.isWhitespace
    }

    private func trimmed(_ range: Range<String.Index>) -> Range<String.Index>? {
        let scalars = text.unicodeScalars[range]
        guard scalars.contains(where: \.isMeaning),
            let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return nil }
        return first..<scalars.index(after: last)
    }
}

extension Unicode.Scalar {
    /// Whether it says something: a letter, a digit, a sign of a script.
    var isMeaning: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}

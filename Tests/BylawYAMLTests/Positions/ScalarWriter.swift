import BylawSource
import BylawTestSupport
import BylawYAML

/// Writes random scalars in each style, by the rules of YAML 1.2 and not by the code under test, and notes for each decoded
/// character what was written for it.
struct ScalarWriter {
    /// A file whose key `k` holds the scalar.
    private(set) var yaml = ""
    /// The scalar's text.
    private(set) var text = ""
    /// The bytes of each of the text's Unicode scalars.
    private(set) var ranges: [SourceRange] = []

    private var random: SeededGenerator
    private let lineBreak: String
    private let indentation: String

    init(_ style: YAMLScalar.Style, seed: Int) {
        random = SeededGenerator(seed: UInt64(truncatingIfNeeded: seed))
        lineBreak = random.once(in: 3) ? "\r\n" : "\n"
        indentation = String(repeating: " ", count: Int.random(in: 1...4, using: &random))
        skip("# あ😀\(lineBreak)'題': [😀, x]\(lineBreak)k:")
        skip(random.once(in: 4) ? "   " : " ")
        switch style {
        case .plain: writeFlow(quote: "")
        case .singleQuoted: writeFlow(quote: "'")
        case .doubleQuoted: writeFlow(quote: "\"")
        case .literal, .folded: writeBlock(isFolded: style == .folded)
        }
        skip("z: 1\(lineBreak)")
    }

    /// Writes what stands for nothing.
    private mutating func skip(_ written: String) {
        yaml += written
    }

    /// Writes what stands for a character.
    private mutating func put(_ written: String, for character: Unicode.Scalar) {
        let start = yaml.utf8.count
        yaml += written
        text.unicodeScalars.append(character)
        ranges.append(SourceRange(start, yaml.utf8.count))
    }

    private mutating func blanks() -> String {
        String((0..<Int.random(in: 0...2, using: &random)).map { _ in random.once(in: 4) ? "\t" : " " })
    }

    // MARK: - Plain and quoted

    private mutating func writeFlow(quote: String) {
        skip(quote)
        let words = Int.random(in: quote.isEmpty ? 1...5 : 0...5, using: &random)
        for index in 0..<words {
            if index > 0 { writeGap(isDouble: quote == "\"") }
            writeWord(quote: quote)
        }
        skip(quote + lineBreak)
    }

    /// A space, or a line break, or several, or one that is escaped.
    private mutating func writeGap(isDouble: Bool) {
        if random.once(in: 2) { return put(" ", for: " ") }
        let breaks = Int.random(in: 1...3, using: &random)
        if isDouble, random.once(in: 3) {
            skip("\\\(lineBreak)")
        } else {
            skip(blanks())
            if breaks == 1 { put(lineBreak, for: " ") } else { skip(lineBreak) }
        }
        for _ in 1..<breaks {
            skip(random.once(in: 2) ? indentation : "")
            put(lineBreak, for: "\n")
        }
        skip(indentation + blanks())
    }

    private mutating func writeWord(quote: String) {
        let letters: [Unicode.Scalar] = ["a", "b", "7", "é", "あ", "界", "😀", "-", "'", "\"", "\\", "#", ":", "{"]
        let safe = letters[..<7]
        for index in 0..<Int.random(in: 1...4, using: &random) {
            let isInner = index > 0
            let letter =
                (quote.isEmpty && !isInner ? safe : quote.isEmpty ? letters[..<11] : letters[...])
                .randomElement(using: &random) ?? "a"
            switch (quote, letter) {
            case ("'", "'"): put("''", for: "'")
            case ("\"", _): writeEscaped(letter)
            default: put(String(letter), for: letter)
            }
        }
    }

    private mutating func writeEscaped(_ letter: Unicode.Scalar) {
        let special: [(String, Unicode.Scalar)] = [
            ("\\n", "\n"), ("\\t", "\t"), ("\\0", "\0"), ("\\L", "\u{2028}"), ("\\N", "\u{85}"), ("\\/", "/"),
            ("\\ ", " "), ("\\_", "\u{A0}"),
        ]
        let digits = String(letter.value, radix: 16, uppercase: random.once(in: 2))
        func padded(_ width: Int) -> String { String(repeating: "0", count: width - digits.count) + digits }
        switch Int.random(in: 0..<6, using: &random) {
        case 0 where letter.value < 0x100: put("\\x\(padded(2))", for: letter)
        case 1 where letter.value < 0x10000: put("\\u\(padded(4))", for: letter)
        case 2: put("\\U\(padded(8))", for: letter)
        case 3:
            let (written, character) = special.randomElement(using: &random) ?? ("\\n", "\n")
            put(written, for: character)
        default:
            put(letter == "\"" || letter == "\\" ? "\\\(letter)" : String(letter), for: letter)
        }
    }

    // MARK: - Blocks

    private mutating func writeBlock(isFolded: Bool) {
        let isIndented = random.once(in: 4)
        let chomping = ["", "-", "+"].randomElement(using: &random) ?? ""
        let number = isIndented ? String(indentation.utf8.count) : ""
        skip((isFolded ? ">" : "|") + (random.once(in: 2) ? chomping + number : number + chomping))
        skip(random.once(in: 4) ? " # あ" : "")
        skip(lineBreak)
        for _ in 0..<(random.once(in: 4) ? 2 : 0) { put(lineBreak, for: "\n") }
        var wasSpaced = false
        for index in 0..<Int.random(in: 1...5, using: &random) {
            // A first line that starts with a space needs the indentation as a number.
            let isSpaced = (index > 0 || isIndented) && random.once(in: 3)
            if index > 0 { writeBreaks(isFolded: isFolded && !wasSpaced && !isSpaced) }
            skip(indentation)
            if isSpaced { put(" ", for: " ") }
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let letter =
                    (["a", "あ", "😀", "#", "'", "\\", ":", "界"] as [Unicode.Scalar]).randomElement(using: &random) ?? "a"
                put(String(letter), for: letter)
                if random.once(in: 4) { put(" ", for: " ") }
            }
            wasSpaced = isSpaced
        }
        let trailing = Int.random(in: 1...3, using: &random)
        for index in 0..<trailing {
            if chomping == "+" || (chomping.isEmpty && index == 0) {
                put(lineBreak, for: "\n")
            } else {
                skip(lineBreak)
            }
        }
    }

    /// The breaks between two lines with content.
    private mutating func writeBreaks(isFolded: Bool) {
        let breaks = Int.random(in: 1...3, using: &random)
        for index in 0..<breaks {
            if index > 0, random.once(in: 3) { skip(indentation) }
            switch (isFolded, index) {
            case (false, _): put(lineBreak, for: "\n")
            case (true, 0) where breaks == 1: put(lineBreak, for: " ")
            case (true, 0): skip(lineBreak)
            default: put(lineBreak, for: "\n")
            }
        }
    }
}

/// A part of a quotation that stands for something else.
struct Wildcard {
    /// How many letters of the original a masked name may stand for.
    static let name = 64
    /// An ellipsis may stand for any number.
    static let omission = Int(UInt32.max)

    /// Where it stands, in UTF-8 bytes.
    let range: Range<Int>
    /// How many letters of the original it stands for at most.
    let reach: Int
}

/// Finds wildcards: blocks (`■`), two or more of a sign that hides letters (`○○`, `××`, `XX社`), a letter that numbers a name
/// (`A社`, `Bさん`), ellipses (`…`, `[...]`, `（中略）`), and what the community's masks insert.
struct WildcardReader {
    /// Signs that hide a letter each, from one on, and from two on.
    private static let blocks = Set("■█▇⬛".unicodeScalars.map(\.value))
    private static let signs = Set("○◯〇●◎×✕✖＊*□◆△▲＿_".unicodeScalars.map(\.value))
    /// What follows a letter that numbers a name, and belongs to a wildcard.
    private static let titles = ["社", "さん", "氏", "様", "さま", "君", "くん", "ちゃん", "店", "公司"].map { Array($0.utf8) }
    private static let omissions = ["中略", "以下略", "前略", "後略", "略", "snip"].map { Array($0.utf8) }
    /// The longest digest that a pseudonym shows.
    private static let maximumDigest = 64

    /// Templates of masks: what comes before the part that varies, and after it; no part varies in a fixed text.
    private struct Template {
        let before: [UInt8]
        let after: [UInt8]?
        let maximum: Int
    }

    private let templates: [Template]

    init(_ replacements: [MaskReplacement]) {
        templates = replacements.compactMap { replacement in
            switch replacement {
            case .text(let text): text.isEmpty ? nil : Template(before: Array(text.utf8), after: nil, maximum: 0)
            case .number(let template): Self.split(template, MaskReplacement.letterSlot, MaskTemplate.maximumLetters)
            case .pseudonym(let template): Self.split(template, MaskReplacement.digestSlot, Self.maximumDigest)
            case .redact, .keepLast: nil
            }
        }
    }

    /// A template in which everything varies would be a wildcard everywhere.
    private static func split(_ template: String, _ slot: String, _ maximum: Int) -> Template? {
        let parts = MaskTemplate(template, slot: slot)
        let isFixed = !parts.before.isEmpty || parts.after?.isEmpty == false
        return isFixed ? Template(before: parts.before, after: parts.after, maximum: maximum) : nil
    }

    /// All wildcards in a range of a text, by place; they do not overlap.
    func all(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Wildcard] {
        var found: [Wildcard] = []
        var offset = range.lowerBound
        var before: UInt32 = 0
        while offset < range.upperBound {
            let rest = text[offset..<range.upperBound]
            let (scalar, length) = UTF8Decoding.scalar(in: text, at: offset)
            if let (taken, reach) = wildcard(rest, scalar, after: before) {
                found.append(Wildcard(range: offset..<offset + taken, reach: reach))
                offset += taken
                before = 0
            } else {
                offset += length
                before = scalar
            }
        }
        return found
    }

    private typealias Rest = Slice<UnsafeBufferPointer<UInt8>>

    /// How many bytes at the start of `rest` are a wildcard, and how far it reaches.
    private func wildcard(_ rest: Rest, _ scalar: UInt32, after before: UInt32) -> (taken: Int, reach: Int)? {
        for template in templates {
            if let taken = Self.taken(by: template, rest, after: before) { return (taken, Wildcard.name) }
        }
        if Self.blocks.contains(scalar) {
            let run = Self.run(rest) { Self.blocks.contains($0) }
            return (Self.withTitle(rest, run.bytes), Wildcard.name)
        }
        if Self.isDots(scalar) {
            let run = Self.run(rest, while: Self.isDots)
            return run.count >= 3 || scalar == 0x2026 || scalar == 0x2025 ? (run.bytes, Wildcard.omission) : nil
        }
        if Self.signs.contains(scalar) {
            let run = Self.run(rest) { $0 == scalar }
            return run.count >= 2 ? (Self.withTitle(rest, run.bytes), Wildcard.name) : nil
        }
        if scalar == 0x28 || scalar == 0xFF08 || scalar == 0x5B { return Self.bracketedOmission(rest) }
        guard Self.isLatin(scalar), !Self.isLatin(before) else { return nil }
        return Self.letters(rest, scalar)
    }

    /// `A社`, `XX`, `XX社`: letters that stand for a name.
    private static func letters(_ rest: Rest, _ scalar: UInt32) -> (taken: Int, reach: Int)? {
        let run = run(rest, while: isLatin)
        let titled = withTitle(rest, run.bytes)
        let same = Self.run(rest) { $0 == scalar }
        let isHidden = scalar & 0xDF == 0x58 || scalar == 0xFF38 || scalar == 0xFF58
        if isHidden, same.count == run.count, run.count >= 2 { return (titled, Wildcard.name) }
        let capitals = Self.run(rest, while: isCapital)
        guard capitals.count == run.count, run.count <= MaskTemplate.maximumLetters, titled > run.bytes else {
            return nil
        }
        return (titled, Wildcard.name)
    }

    /// `（中略）`, `[snip]`. The signs of `[…]` need no rule: brackets are punctuation.
    private static func bracketedOmission(_ rest: Rest) -> (taken: Int, reach: Int)? {
        let opening = UTF8Decoding.scalar(in: rest.base, at: rest.startIndex).length
        for word in omissions where rest.dropFirst(opening).starts(with: word) {
            let end = rest.startIndex + opening + word.count
            guard end < rest.endIndex else { return nil }
            let (closing, length) = UTF8Decoding.scalar(in: rest.base, at: end)
            guard closing == 0x29 || closing == 0xFF09 || closing == 0x5D else { continue }
            return (opening + word.count + length, Wildcard.omission)
        }
        return nil
    }

    private static func taken(by template: Template, _ rest: Rest, after before: UInt32) -> Int? {
        guard rest.starts(with: template.before) else { return nil }
        guard let after = template.after else { return template.before.count }
        if template.before.isEmpty, isLatin(before) { return nil }
        let varying = rest.dropFirst(template.before.count).prefix(template.maximum + 1).prefix { isIdentifier($0) }
        guard !varying.isEmpty, varying.count <= template.maximum else { return nil }
        if template.maximum == MaskTemplate.maximumLetters, !varying.allSatisfy({ isCapital(UInt32($0)) }) {
            return nil
        }
        let end = template.before.count + varying.count
        return rest.dropFirst(end).starts(with: after) ? end + after.count : nil
    }

    /// How many bytes and scalars at the start fulfil a condition.
    private static func run(_ rest: Rest, while condition: (UInt32) -> Bool) -> (bytes: Int, count: Int) {
        var offset = rest.startIndex
        var count = 0
        while offset < rest.endIndex {
            let (scalar, length) = UTF8Decoding.scalar(in: rest.base, at: offset)
            guard condition(scalar) else { break }
            offset += length
            count += 1
        }
        return (offset - rest.startIndex, count)
    }

    private static func withTitle(_ rest: Rest, _ taken: Int) -> Int {
        let title = titles.filter { rest.dropFirst(taken).starts(with: $0) }.map(\.count).max()
        return taken + (title ?? 0)
    }

    private static func isDots(_ scalar: UInt32) -> Bool {
        scalar == 0x2026 || scalar == 0x2025 || scalar == 0x2E || scalar == 0x30FB || scalar == 0x22EF
    }

    private static func isCapital(_ scalar: UInt32) -> Bool { scalar &- 0x41 < 26 || scalar &- 0xFF21 < 26 }

    private static func isLatin(_ scalar: UInt32) -> Bool {
        (scalar | 0x20) &- 0x61 < 26 || scalar &- 0xFF21 < 26 || scalar &- 0xFF41 < 26
    }

    private static func isIdentifier(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x5F
    }
}

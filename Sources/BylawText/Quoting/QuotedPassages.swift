/// Finds what a text marks as quoted.
enum QuotedPassages {
    /// Marks that open a quotation, with those that close it.
    private static let pairs: [UInt32: [UInt32]] = {
        let marks: [(Character, String)] = [
            ("「", "」"), ("『", "』"), ("｢", "｣"), ("“", "”"), ("„", "“”"), ("«", "»"), ("»", "«"), ("‹", "›"),
            ("〝", "〟〞"),
            ("\"", "\""), ("＂", "＂"), ("‘", "’"), ("‚", "‘’"), ("'", "'"),
        ]
        return Dictionary(
            uniqueKeysWithValues: marks.map { mark in
                (mark.0.unicodeScalars.first?.value ?? 0, mark.1.unicodeScalars.map(\.value))
            })
    }()

    /// Marks that are apostrophes too: they open only where no letter stands before, and close only where none follows.
    private static let apostrophes: Set<UInt32> = [0x27, 0x2018, 0x2019, 0x201A]
    /// Opening marks that mean nothing else: unclosed, they quote the rest of their line. Other marks mean nothing then.
    private static let certain: Set<UInt32> = [0x300C, 0x300E, 0x201C, 0x201E, 0xAB]

    /// The ranges between quotation marks, the outermost where they are nested, and of runs of lines that start with `>`.
    static func marked(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        let lines = lines(of: text)
        var passages: [Range<Int>] = []
        var block: Range<Int>?
        var rest: [Range<Int>] = []
        for line in lines {
            if let content = quotedLine(text, line) {
                block = (block?.lowerBound ?? content.lowerBound)..<content.upperBound
                continue
            }
            if let quoted = block { passages.append(quoted) }
            block = nil
            // Lines that are no block quotation belong together: a quotation may span them.
            if let last = rest.last, last.upperBound == line.lowerBound {
                rest[rest.count - 1] = last.lowerBound..<line.upperBound
            } else {
                rest.append(line)
            }
        }
        if let quoted = block { passages.append(quoted) }
        for part in rest { passages += between(text, part) }
        return passages
    }

    /// Lines with their line breaks.
    private static func lines(of text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for index in text.indices where text[index] == 0x0A {
            lines.append(start..<index + 1)
            start = index + 1
        }
        if start < text.count { lines.append(start..<text.count) }
        return lines
    }

    /// What follows the `>` of a line that starts with one.
    private static func quotedLine(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Range<Int>? {
        var offset = line.lowerBound
        while offset < line.upperBound, text[offset] == 0x20 || text[offset] == 0x09 { offset += 1 }
        guard offset < line.upperBound else { return nil }
        if text[offset] == UInt8(ascii: ">") { return offset + 1..<line.upperBound }
        let (scalar, length) = UTF8Decoding.scalar(in: text, at: offset)
        return scalar == 0xFF1E ? offset + length..<line.upperBound : nil
    }

    private static func between(_ text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> [Range<Int>] {
        var passages: [Range<Int>] = []
        /// The mark that opened, what closes it, where its content starts, how often it was opened again inside.
        var open: (mark: UInt32, closing: [UInt32], start: Int, depth: Int)?
        /// Marks that are known to be closed nowhere further on.
        var unclosed: Set<UInt32> = []
        var before: UInt32 = 0x20
        var offset = part.lowerBound
        while offset < part.upperBound {
            let (scalar, length) = UTF8Decoding.scalar(in: text, at: offset)
            let end = offset + length
            let next = end < part.upperBound ? UTF8Decoding.scalar(in: text, at: end).scalar : 0x20
            if let current = open {
                if current.closing.contains(scalar), !apostrophes.contains(scalar) || !isLetter(next) {
                    if current.depth == 0 { passages.append(current.start..<offset) }
                    open = current.depth == 0 ? nil : (current.mark, current.closing, current.start, current.depth - 1)
                } else if scalar == current.mark {
                    open?.depth += 1
                }
            } else if let closing = pairs[scalar], !unclosed.contains(scalar),
                !apostrophes.contains(scalar) || !isLetter(before)
            {
                open = (scalar, closing, end, 0)
            }
            before = scalar
            offset = end
            // At the end with a mark still open: what follows it is read again, at most once for each kind of mark.
            guard offset == part.upperBound, let current = open else { continue }
            offset = current.start
            if certain.contains(current.mark) {
                offset = text[current.start..<part.upperBound].firstIndex(of: 0x0A) ?? part.upperBound
                passages.append(current.start..<offset)
            }
            unclosed.insert(current.mark)
            open = nil
        }
        return passages
    }

    private static func isLetter(_ scalar: UInt32) -> Bool { FoldTable.shared.record(scalar).traits.isAlphanumeric }
}

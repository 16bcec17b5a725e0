import BylawSource

/// Literal and folded blocks. Which breaks were folded and which were cut off at the end is told by the text itself.
extension ScalarWalk {
    /// Walks from the `|` or `>` until the text is accounted for.
    mutating func block() -> Bool {
        while at < end, breakLength(at) == 0 { at += 1 }
        at += breakLength(at)

        // Empty lines before the first one with content give a break each.
        let leading = newlines(from: 0)
        var breaks: [SourceRange] = []
        var line = at
        for _ in 0..<leading {
            let lineBreak = nextBreak(from: line)
            guard !lineBreak.isEmpty else { return false }
            breaks.append(lineBreak)
            line = lineBreak.end
        }
        guard breaks.allSatisfy({ put(CollectionOfOne(newline), from: $0) }) else { return false }
        at = line
        if done == text.count { return true }

        // What the first line has more than its text is indentation, whether it was given as a number or found.
        let indentation = spaces(in: source, from: at, to: end) - spaces(in: text, from: done, to: text.count)
        guard indentation >= 0 else { return false }
        while done < text.count {
            guard spaces(in: source, from: at, to: end) >= indentation else { return false }
            at += indentation
            while at < end, breakLength(at) == 0 {
                guard keep() else { return false }
            }
            guard endLine(indentation: indentation) else { return false }
        }
        return true
    }

    /// Takes the breaks between one line with content and the next.
    private mutating func endLine(indentation: Int) -> Bool {
        var breaks: [SourceRange] = []
        while true {
            let length = breakLength(at)
            if length == 0 { break }
            breaks.append(SourceRange(at, at + length))
            at += length
            let blank = min(spaces(in: source, from: at, to: end), indentation)
            if breakLength(at + blank) > 0 || at + blank >= end { at += blank }
        }
        let kept = newlines(from: done)
        if done + kept == text.count {
            // The end: what was chomped is left out behind.
            return kept <= breaks.count && breaks.prefix(kept).allSatisfy { put(CollectionOfOne(newline), from: $0) }
        }
        if kept == 0, breaks.count == 1 {
            return put(CollectionOfOne(UInt8(ascii: " ")), from: breaks[0])
        }
        guard kept == breaks.count || kept == breaks.count - 1 else { return false }
        return breaks.suffix(kept).allSatisfy { put(CollectionOfOne(newline), from: $0) }
    }

    private var newline: UInt8 { UInt8(ascii: "\n") }

    /// How many line feeds stand in a row in the text.
    private func newlines(from offset: Int) -> Int {
        text[offset...].prefix { $0 == newline }.count
    }

    /// The first line break at or behind an offset; an empty range at the end where there is none.
    private func nextBreak(from offset: Int) -> SourceRange {
        var offset = min(offset, end)
        while offset < end, breakLength(offset) == 0 { offset += 1 }
        return SourceRange(offset, offset + breakLength(offset))
    }

    private func spaces(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        start < end ? bytes[start..<end].prefix { $0 == UInt8(ascii: " ") }.count : 0
    }
}

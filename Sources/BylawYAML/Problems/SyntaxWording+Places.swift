import BylawSource

/// What stands around the place where libyaml stopped.
extension SyntaxWording {
    /// The byte at an offset, 0 outside of the file (where no valid file has a zero byte).
    subscript(offset: Int) -> UInt8 {
        offset >= 0 && offset < bytes.count ? bytes[offset] : 0
    }

    func text(_ range: SourceRange) -> String {
        file.text(in: range)
    }

    /// The character at an offset; empty at the end of the file.
    func character(_ offset: Int) -> SourceRange {
        var end = min(offset + 1, bytes.count)
        while end < bytes.count, bytes[end] & 0b1100_0000 == 0b1000_0000 { end += 1 }
        return SourceRange(min(offset, bytes.count), end)
    }

    /// From an offset to the next space or the line's end.
    func word(_ offset: Int) -> SourceRange {
        var end = offset
        while end < bytes.count, self[end] > UInt8(ascii: " ") { end += 1 }
        return SourceRange(offset, end)
    }

    /// From an offset to its line's end, trailing spaces left out; at least the character there.
    func line(from offset: Int) -> SourceRange {
        var end = offset
        while end < bytes.count, !isBreak(end) { end += 1 }
        while end > offset, isBlank(end - 1) { end -= 1 }
        return end > offset ? SourceRange(offset, end) : character(offset)
    }

    /// The bytes behind an offset that are neither blanks nor breaks.
    func rest(from offset: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
        bytes[min(offset, bytes.count)...].drop { " \t\r\n".utf8.contains($0) }
    }

    /// Whether nothing but blanks stands before an offset in its line.
    func startsLine(_ offset: Int) -> Bool {
        visible(before: offset) == nil
    }

    /// The last byte before an offset in its line that is no blank.
    func visible(before offset: Int) -> Int? {
        var at = offset
        while at > 0, isBlank(at - 1) { at -= 1 }
        return at > 0 && !isBreak(at - 1) ? at - 1 : nil
    }

    /// Where the value begins that an offset stands in: behind the last `: ` before it in its line.
    func valueStart(before offset: Int) -> Int? {
        let start = lineStart(offset)
        var at = min(offset, bytes.count)
        while at > start {
            at -= 1
            guard self[at] == UInt8(ascii: ":"), isBlank(at + 1) else { continue }
            return skipBlanks(at + 1)
        }
        return nil
    }

    /// The same, or else where the line's text begins behind its dashes.
    func textStart(before offset: Int) -> Int {
        if let value = valueStart(before: offset) { return value }
        var at = skipBlanks(lineStart(offset))
        while self[at] == UInt8(ascii: "-"), isBlank(at + 1) { at = skipBlanks(at + 1) }
        return min(at, offset)
    }

    /// The column, in bytes from 0, of the first byte in an offset's line that is no blank.
    func column(ofLineAt offset: Int) -> Int {
        let start = lineStart(offset)
        return skipBlanks(start) - start
    }

    /// The line above that of an offset, without what it is indented by.
    func lineAbove(_ offset: Int) -> (range: SourceRange, column: Int)? {
        var end = lineStart(offset)
        if end > 0, self[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        if end > 0, self[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        let start = skipBlanks(lineStart(end))
        return start < end ? (line(from: start), column(ofLineAt: end)) : nil
    }

    private func lineStart(_ offset: Int) -> Int {
        var start = min(offset, bytes.count)
        while start > 0, !isBreak(start - 1) { start -= 1 }
        return start
    }

    private func skipBlanks(_ offset: Int) -> Int {
        var offset = offset
        while isBlank(offset) { offset += 1 }
        return offset
    }

    /// A text as it would stand in quotes, for a help.
    func inQuotes(_ range: SourceRange) -> String {
        var end = range.end
        while end > range.start, isBlank(end - 1) { end -= 1 }
        let written = text(SourceRange(range.start, end))
        let hasApostrophe = written.utf8.contains(UInt8(ascii: "'"))
        let needsEscape = written.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
        guard hasApostrophe, !needsEscape else {
            let doubled = written.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
            return "`'\(Diagnostic.shortened(doubled))'`"
        }
        return "`\"\(Diagnostic.shortened(written))\"`"
    }

    func isQuote(_ offset: Int) -> Bool {
        self[offset] == UInt8(ascii: "\"") || self[offset] == UInt8(ascii: "'")
    }

    private func isBlank(_ offset: Int) -> Bool {
        self[offset] == UInt8(ascii: " ") || self[offset] == UInt8(ascii: "\t")
    }

    private func isBreak(_ offset: Int) -> Bool {
        self[offset] == UInt8(ascii: "\n") || self[offset] == UInt8(ascii: "\r")
    }
}

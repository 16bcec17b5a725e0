/// A named text that diagnostics point into: a file that was read, or an expression given on a command line.
///
/// The bytes are kept as they were read, so that every offset in a ``SourceRange`` is an offset into the file on disk.
/// Nothing here promises that they are valid UTF-8: whoever parses them checks.
public final class SourceFile: Sendable {
    /// The path shown to people, as short as it can be while still naming the file: `workcircle/sharing.yaml`.
    public let name: String

    /// The text as it was read.
    public let bytes: [UInt8]

    /// The offset of each line's first byte. A line ends at LF, CR LF or a lone CR, as YAML has it.
    private let lineStarts: [Int]

    /// Finds the lines. O(n) in the number of bytes.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        var starts = [0]
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
                index += 1
                starts.append(index)
            } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                starts.append(index)
            }
        }
        lineStarts = starts
    }

    /// A file over a text that is already in memory.
    public convenience init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// How many lines the file has; a text that ends in a line break has an empty last line.
    public var lineCount: Int { lineStarts.count }

    /// The bytes of a line without its line break. `line` is 1-based; outside the file the range is empty.
    public func range(ofLine line: Int) -> SourceRange {
        guard line >= 1, line <= lineStarts.count else { return SourceRange(bytes.count, bytes.count) }
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
            end -= 1
        }
        return SourceRange(start, end)
    }

    /// The text in a range, ill-formed UTF-8 replaced. Parts of the range outside the file are left out.
    public func text(in range: SourceRange) -> String {
        let start = min(max(range.start, 0), bytes.count)
        let end = min(max(range.end, start), bytes.count)
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// Where an offset stands for a person. O(log lines + length of the line).
    public func position(at offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), bytes.count)
        var low = 0
        var high = lineStarts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        var column = 1
        for byte in bytes[lineStarts[low]..<offset] where byte & 0b1100_0000 != 0b1000_0000 {
            column += 1
        }
        return SourcePosition(line: low + 1, column: column)
    }
}

/// A line and a column, both counted from 1. Columns count Unicode scalars, so that a Japanese character is one column.
public struct SourcePosition: Sendable, Hashable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// The Unicode scalar in its line, from 1.
    public let column: Int

    /// A position that was reckoned elsewhere.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// `line:column`.
    public var description: String { "\(line):\(column)" }
}

/// A half-open range of UTF-8 offsets. It becomes lines and columns only when it is shown.
public struct SourceRange: Sendable, Hashable {
    /// The first byte's offset.
    public let start: Int
    /// The offset behind the last byte; never less than ``start``.
    public let end: Int

    /// The range from `start` to `end`; an `end` before `start` gives an empty range at `start`.
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = max(start, end)
    }

    /// How many bytes the range holds.
    public var count: Int { end - start }

    /// Whether the range holds no byte. An empty range still has a place, shown as a caret.
    public var isEmpty: Bool { start == end }

    /// The smallest range that holds both.
    public func union(_ other: SourceRange) -> SourceRange {
        SourceRange(min(start, other.start), max(end, other.end))
    }
}

/// A range in a file.
public struct SourceLocation: Sendable {
    /// The file that ``range`` counts in.
    public let file: SourceFile
    /// Which bytes of the file.
    public let range: SourceRange

    /// The range in that file.
    public init(_ file: SourceFile, _ range: SourceRange) {
        self.file = file
        self.range = range
    }

    /// The line and column of the range's start.
    public var position: SourcePosition { file.position(at: range.start) }
}

extension SourceLocation: CustomStringConvertible {
    /// `file:line:column`.
    public var description: String { "\(file.name):\(position)" }
}

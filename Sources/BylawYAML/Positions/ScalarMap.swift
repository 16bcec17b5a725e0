import BylawSource

/// The way from offsets in a scalar's decoded text back to the bytes in its file.
enum ScalarMap: Sendable {
    /// Decoded and written bytes are the same; the text starts at this byte.
    case shifted(by: Int)
    /// Text that was folded, unescaped or stripped, piece by piece, in order.
    case pieces([Piece])
    /// Nothing finer than the whole scalar is known.
    case whole(SourceRange)

    /// A stretch of text and the bytes that it came from. Where both have the same length, byte answers to byte;
    /// otherwise the piece is one character and what was written for it.
    struct Piece: Sendable {
        /// The offset in the decoded text.
        var text: Int
        /// The number of decoded bytes; at least 1.
        var textCount: Int
        /// The offset in the file.
        var source: Int
        /// The number of bytes in the file.
        var sourceCount: Int
    }

    func sourceRange(of range: Range<Int>) -> SourceRange {
        switch self {
        case .shifted(let by): SourceRange(by + range.lowerBound, by + range.upperBound)
        case .pieces: SourceRange(0, 0)
        case .whole(let whole): whole
        }
    }
}

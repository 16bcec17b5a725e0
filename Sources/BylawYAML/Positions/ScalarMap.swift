import BylawSource

/// The way from offsets in a scalar's decoded text back to the bytes in its file.
enum ScalarMap: Sendable {
    /// Decoded and written bytes are the same; the text starts at this byte. Most scalars are so.
    case shifted(by: Int)
    /// Text that was folded, unescaped or stripped, piece by piece, in order, without gaps in the text. Never empty.
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

    /// The bytes that a range of a text of `count` bytes came from. O(log of the number of pieces).
    func sourceRange(of range: Range<Int>, count: Int) -> SourceRange {
        let lower = min(max(range.lowerBound, 0), count)
        let upper = min(max(range.upperBound, lower), count)
        switch self {
        case .shifted(let distance):
            return SourceRange(distance + lower, distance + upper)
        case .pieces(let pieces):
            let start = start(ofByte: lower, in: pieces)
            return SourceRange(start, upper == lower ? start : end(ofByte: upper - 1, in: pieces))
        case .whole(let whole):
            return whole
        }
    }

    /// Where the byte at an offset begins; behind the last one, where that ends.
    private func start(ofByte offset: Int, in pieces: [Piece]) -> Int {
        let piece = pieces[index(ofByte: offset, in: pieces)]
        if offset >= piece.text + piece.textCount { return piece.source + piece.sourceCount }
        return piece.textCount == piece.sourceCount ? piece.source + offset - piece.text : piece.source
    }

    /// Where the byte at an offset ends.
    private func end(ofByte offset: Int, in pieces: [Piece]) -> Int {
        let piece = pieces[index(ofByte: offset, in: pieces)]
        return piece.textCount == piece.sourceCount
            ? piece.source + offset - piece.text + 1 : piece.source + piece.sourceCount
    }

    /// The last piece that starts at or before an offset.
    private func index(ofByte offset: Int, in pieces: [Piece]) -> Int {
        var low = 0
        var high = pieces.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if pieces[middle].text <= offset { low = middle } else { high = middle }
        }
        return low
    }
}

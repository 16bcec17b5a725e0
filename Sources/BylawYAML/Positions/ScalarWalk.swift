import BylawSource

/// Reads a scalar's bytes a second time, beside the text that libyaml made of them, and notes what came from where.
///
/// Each step checks that it gives the very bytes of the text. Where one does not, the walk fails and the map knows the
/// scalar as a whole only: never a wrong place.
struct ScalarWalk {
    let source: UnsafeBufferPointer<UInt8>
    let text: UnsafeBufferPointer<UInt8>
    /// The next byte in the file.
    var at: Int
    /// Where the scalar's bytes end in the file.
    let end: Int
    /// How many bytes of the text are accounted for.
    var done = 0
    private var pieces: [ScalarMap.Piece] = []

    /// The map of a scalar. `content` are its bytes from its first, an opening quote or `|` included. O(n).
    static func map(
        _ text: String, _ style: YAMLScalar.Style, content: SourceRange, in source: UnsafeBufferPointer<UInt8>
    ) -> ScalarMap {
        var text = text
        return text.withUTF8 { text in
            let isQuoted = style == .singleQuoted || style == .doubleQuoted
            let inner = isQuoted ? SourceRange(content.start + 1, content.end - 1) : content
            if source[inner.start..<inner.end].elementsEqual(text) { return .shifted(by: inner.start) }
            var walk = ScalarWalk(source: source, text: text, at: inner.start, end: inner.end)
            let isWalked =
                switch style {
                case .plain: walk.flow { _ in false }
                case .singleQuoted: walk.flow { $0.doubledQuote() }
                case .doubleQuoted: walk.flow { $0.escape() }
                case .literal, .folded: walk.block()
                }
            guard isWalked, walk.done == text.count, !walk.pieces.isEmpty else { return .whole(content) }
            return .pieces(walk.pieces)
        }
    }

    private init(source: UnsafeBufferPointer<UInt8>, text: UnsafeBufferPointer<UInt8>, at: Int, end: Int) {
        self.source = source
        self.text = text
        self.at = at
        self.end = end
    }

    /// The byte at an offset of the file, or nil behind the scalar.
    func byte(_ offset: Int) -> UInt8? {
        offset < end ? source[offset] : nil
    }

    /// The bytes of the line break at an offset: two for CR LF, none where there is no break.
    func breakLength(_ offset: Int) -> Int {
        switch byte(offset) {
        case UInt8(ascii: "\n"): 1
        case UInt8(ascii: "\r"): byte(offset + 1) == UInt8(ascii: "\n") ? 2 : 1
        default: 0
        }
    }

    /// Takes the next byte as it stands.
    mutating func keep() -> Bool {
        guard let byte = byte(at) else { return false }
        defer { at += 1 }
        return put([byte], from: SourceRange(at, at + 1))
    }

    /// Notes that bytes of the text came from a range of the file; false where the text has others.
    mutating func put(_ bytes: some Collection<UInt8>, from range: SourceRange) -> Bool {
        let count = bytes.count
        guard done + count <= text.count, text[done..<done + count].elementsEqual(bytes) else { return false }
        defer { done += count }
        if count == range.count, let last = pieces.last, last.textCount == last.sourceCount,
            last.source + last.sourceCount == range.start
        {
            pieces[pieces.count - 1].textCount += count
            pieces[pieces.count - 1].sourceCount += count
        } else {
            pieces.append(.init(text: done, textCount: count, source: range.start, sourceCount: range.count))
        }
        return true
    }
}

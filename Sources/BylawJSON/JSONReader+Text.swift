import BylawSource

/// What the last token says. Asked for what it is not, it says nothing: a decoder need not look at the token first.
extension JSONReader {
    /// Whether the last token is a key or a string.
    @inlinable
    package var isText: Bool {
        switch token {
        case .string, .key: true
        default: false
        }
    }

    /// The text of a key or a string where it has no escapes: the bytes between the quotes, in place. Nil where it has,
    /// and for other tokens.
    @inlinable
    package var plainText: UnsafeBufferPointer<UInt8>? {
        guard isText, !hasEscapes else { return nil }
        return UnsafeBufferPointer(rebasing: bytes[(range.start + 1)..<(range.end - 1)])
    }

    /// Gives the text of a key or a string, its escapes resolved, as well-formed UTF-8; nothing for other tokens.
    /// Allocates at most when it has escapes. The buffer is gone when `body` returns.
    @inlinable
    package mutating func withText<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        if let plainText { return try body(plainText) }
        resolveEscapes()
        return try scratch.withUnsafeBufferPointer(body)
    }

    /// The text of a key or a string; empty for other tokens.
    package mutating func text() -> String {
        withText { String(wellFormed: $0) }
    }

    /// Whether this is a key or a string whose text has the same bytes as `other`.
    @inlinable
    package mutating func textEquals(_ other: StaticString) -> Bool {
        guard isText else { return false }
        return withText { text in
            guard text.count == other.utf8CodeUnitCount else { return false }
            for index in text.indices where text[index] != other.utf8Start[index] { return false }
            return true
        }
    }

    /// The number as it was written; nil for other tokens.
    package var number: JSONNumber? {
        guard token == .number else { return nil }
        return JSONNumber(wellFormed: String(decoding: bytes[range.start..<range.end], as: UTF8.self))
    }

    /// A number's exact integer, as of ``JSONNumber/int``, without making a string.
    package var int: Int64? {
        guard token == .number else { return nil }
        return DecimalDigits(bytes[range.start..<range.end]).int
    }

    /// A number's nearest double, as of ``JSONNumber/double``.
    package var double: Double? { number?.double }

    /// Puts the text of the last key or string into `scratch`. Its escapes are known to be sound.
    @usableFromInline
    mutating func resolveEscapes() {
        scratch.removeAll(keepingCapacity: true)
        guard isText else { return }
        var index = range.start + 1
        let end = range.end - 1
        while index < end {
            let run = bytes[index..<end].firstIndex(of: UInt8(ascii: "\\")) ?? end
            scratch.append(contentsOf: bytes[index..<run])
            guard run < end else { return }
            index = run + 1
            if let meaning = Self.meaning(ofEscape: bytes[index]) {
                scratch.append(meaning)
                index += 1
            } else {
                appendScalar(ofEscapeAt: &index)
            }
        }
    }

    /// Resolves `uXXXX`, or a pair of them with its backslash, at `index` and moves behind it.
    private mutating func appendScalar(ofEscapeAt index: inout Int) {
        var value = codeUnit(at: index + 1)
        index += 5
        if 0xD800...0xDBFF ~= value {
            value = 0x10000 + (value - 0xD800) << 10 + (codeUnit(at: index + 2) - 0xDC00)
            index += 6
        }
        guard let scalar = Unicode.Scalar(value) else { return }
        scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private func codeUnit(at index: Int) -> UInt32 {
        bytes[index..<(index + 4)].reduce(0) { $0 << 4 | (Self.hexDigit($1) ?? 0) }
    }
}

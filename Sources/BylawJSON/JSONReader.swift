package import BylawSource

/// Reads a JSON text (RFC 8259) token by token, without a tree and, but for strings with escapes, without allocating.
///
/// ```swift
/// try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in
///     var reader = JSONReader(bytes)
///     guard try reader.next() == .beginObject else { … }
///     while try reader.next() == .key {
///         if reader.textEquals("time") { try reader.next(); … } else { try reader.skipValue() }
///     }
/// }
/// ```
///
/// `next()` checks the grammar as it goes: after an error the reader must not be used again, and a text is well-formed
/// only once `.end` was returned. It does not look for duplicate keys, for it keeps none: who decodes an object notes
/// its keys in a ``JSONKeySet``, or in slots that can be filled once.
///
/// The bytes must stay where they are as long as the reader is used.
package struct JSONReader {
    @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
    let limits: JSONLimits

    /// What the last token is; `.end` before the first.
    package private(set) var token = JSONToken.end

    /// The bytes of the last token; a key's or a string's quotes are included.
    package internal(set) var range = SourceRange(0, 0)

    /// Whether the last token is a key or a string with escapes, so that its text is not simply a part of the source.
    package internal(set) var hasEscapes = false

    /// How many arrays and objects are open behind the last token.
    package var depth: Int { nesting.depth }

    /// The first byte that was not read yet.
    var offset = 0
    /// Where escapes are resolved; kept so that its storage is used again.
    @usableFromInline var scratch: [UInt8] = []

    private var nesting = JSONNesting()
    private var state = State.start
    private var valueCount = 0

    /// What may come next.
    private enum State {
        /// The text's first token.
        case start
        /// A member's value.
        case value
        /// An array's first element, or its end.
        case firstElement
        /// An object's first key, or its end.
        case firstKey
        /// Whatever follows a complete value.
        case afterValue
    }

    /// A reader at the start of a text.
    package init(_ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits = .default) {
        self.bytes = bytes
        self.limits = limits
    }

    /// The next token. Amortised O(length of the token and the white space before it).
    @discardableResult
    package mutating func next() throws(JSONError) -> JSONToken {
        if state == .start { try checkStart() }
        skipWhiteSpace()
        token =
            switch state {
            case .start, .value: try value()
            case .firstElement: peek() == UInt8(ascii: "]") ? close(.endArray) : try value()
            case .firstKey: peek() == UInt8(ascii: "}") ? close(.endObject) : try key()
            case .afterValue where nesting.depth == 0: try end()
            case .afterValue: try nesting.isInObject ? afterMember() : afterElement()
            }
        return token
    }

    /// Reads a whole value where one is due, checking its grammar, and returns its bytes.
    @discardableResult
    package mutating func skipValue() throws(JSONError) -> SourceRange {
        let depth = nesting.depth
        try next()
        let start = range.start
        while nesting.depth > depth { try next() }
        return SourceRange(start, range.end)
    }
}

extension JSONReader {
    private func checkStart() throws(JSONError) {
        guard bytes.count <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
        switch (byte(at: 0), byte(at: 1), byte(at: 2), byte(at: 3)) {
        case (0xEF, 0xBB, 0xBF, _): throw .byteOrderMark
        case (0xFE, 0xFF, _, _), (0xFF, 0xFE, _, _): throw .otherEncoding
        // Two ASCII characters in UTF-16 or one in UTF-32, of either byte order.
        case (0, .some, 0, .some), (.some, 0, .some, 0): throw .otherEncoding
        default: break
        }
    }

    private mutating func value() throws(JSONError) -> JSONToken {
        guard let first = peek() else { throw state == .start ? .emptyText(at: offset) : .missingValue(at: offset) }
        valueCount += 1
        guard valueCount <= limits.values else { throw .tooManyValues(limit: limits.values, at: offset) }
        let token: JSONToken
        switch first {
        case UInt8(ascii: "{"): return try open(.beginObject)
        case UInt8(ascii: "["): return try open(.beginArray)
        case UInt8(ascii: "\""):
            try scanString()
            token = .string
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            try scanNumber()
            token = .number
        case UInt8(ascii: "t") where scanWord("true"): token = .true
        case UInt8(ascii: "f") where scanWord("false"): token = .false
        case UInt8(ascii: "n") where scanWord("null"): token = .null
        default: throw .notAValue(found())
        }
        state = .afterValue
        return token
    }

    /// A key with its colon; the token's range is the key alone.
    private mutating func key() throws(JSONError) -> JSONToken {
        guard peek() == UInt8(ascii: "\"") else { throw .notAKey(found()) }
        try scanString()
        skipWhiteSpace()
        guard peek() == UInt8(ascii: ":") else { throw .missing("`:`", found()) }
        offset += 1
        state = .value
        return .key
    }

    private mutating func afterMember() throws(JSONError) -> JSONToken {
        switch peek() {
        case UInt8(ascii: "}"): return close(.endObject)
        case UInt8(ascii: ","):
            try skipComma()
            return try key()
        default: throw .missing("`,` or `}`", found())
        }
    }

    private mutating func afterElement() throws(JSONError) -> JSONToken {
        switch peek() {
        case UInt8(ascii: "]"): return close(.endArray)
        case UInt8(ascii: ","):
            try skipComma()
            return try value()
        default: throw .missing("`,` or `]`", found())
        }
    }

    private mutating func skipComma() throws(JSONError) {
        let comma = SourceRange(offset, offset + 1)
        offset += 1
        skipWhiteSpace()
        if peek() == UInt8(ascii: "]") || peek() == UInt8(ascii: "}") { throw .trailingComma(at: comma, found()) }
    }

    private mutating func end() throws(JSONError) -> JSONToken {
        guard offset == bytes.count else { throw .trailingContent(found()) }
        range = SourceRange(offset, offset)
        return .end
    }

    private mutating func open(_ token: JSONToken) throws(JSONError) -> JSONToken {
        guard nesting.depth < limits.depth else { throw .tooDeep(limit: limits.depth, at: offset) }
        nesting.open(isObject: token == .beginObject)
        state = token == .beginObject ? .firstKey : .firstElement
        takeBracket()
        return token
    }

    private mutating func close(_ token: JSONToken) -> JSONToken {
        nesting.close()
        state = .afterValue
        takeBracket()
        return token
    }

    private mutating func takeBracket() {
        range = SourceRange(offset, offset + 1)
        offset += 1
    }
}

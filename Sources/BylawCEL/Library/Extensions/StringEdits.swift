/// How the functions of the `strings` library are computed.
enum StringEdits {
    static func charAt(_ value: Value, _ position: Value) -> Value {
        guard case (.string(let text), .int(let position)) = (value, position) else {
            return .noSuchOverload("charAt", value, position)
        }
        guard let position = text.position(position) else { return .error(outOfRange) }
        return .string(text.part(position, min(position + 1, text.scalarCount)))
    }

    static func indexOf(_ value: Value, _ part: Value, _ start: Value) -> Value {
        guard case (.string(let text), .string(let part), .int(let start)) = (value, part, start) else {
            return .noSuchOverload("indexOf", value, part, start)
        }
        guard let start = text.position(start) else { return .error(outOfRange) }
        let found = text.withUTF8 { bytes in
            part.withUTF8 { ByteSearch.first($0, in: bytes, from: text.utf8Offset(ofScalar: start)) }
        }
        return .int(Int64(found.map(text.scalarIndex) ?? -1))
    }

    static func lastIndexOf(_ value: Value, _ part: Value, _ end: Value?) -> Value {
        let last = end ?? .int(.max)
        guard case (.string(let text), .string(let part), .int(let position)) = (value, part, last) else {
            return .noSuchOverload("lastIndexOf", value, part, last)
        }
        guard let position = end == nil ? text.scalarCount : text.position(position) else { return .error(outOfRange) }
        let found = text.withUTF8 { bytes in
            part.withUTF8 { ByteSearch.last($0, in: bytes, before: text.utf8Offset(ofScalar: position)) }
        }
        return .int(Int64(found.map(text.scalarIndex) ?? -1))
    }

    static func join(_ value: Value, _ separator: Value) -> Value {
        guard case (.list(let list), .string(let separator)) = (value, separator) else {
            return .noSuchOverload("join", value, separator)
        }
        var result = TextBuilder()
        for (index, element) in list.elements.enumerated() {
            guard case .string(let text) = element else { return .noSuchOverload("join", value, element) }
            if index > 0 { result.append(separator) }
            result.append(text)
            if result.isTooLong { break }
        }
        return result.value
    }

    static func mapBytes(_ name: String, _ value: Value, _ transform: (UInt8) -> UInt8) -> Value {
        guard case .string(let text) = value else { return .noSuchOverload(name, value) }
        return .string(StringValue(wellFormed: text.withUTF8 { $0.map(transform) }))
    }

    static func quote(_ value: Value) -> Value {
        guard case .string(let text) = value else { return .noSuchOverload("strings.quote", value) }
        return .string(LiteralText.quoted(text, escaping: LiteralText.named))
    }

    static func replace(_ value: Value, _ old: Value, _ new: Value, _ limit: Value) -> Value {
        guard case (.string(let text), .string(let old), .string(let new), .int(let limit)) = (value, old, new, limit)
        else { return .noSuchOverload("replace", value, old, new, limit) }
        if limit == 0 { return value }
        return text.withUTF8 { bytes in
            var result = TextBuilder()
            var end = 0
            for range in Parts.ranges(of: old, in: bytes, limit: limit < 0 ? .max : Int(clamping: limit)) {
                result.append(UnsafeBufferPointer(rebasing: bytes[end..<range.lowerBound]))
                result.append(new)
                end = range.upperBound
                if result.isTooLong { break }
            }
            result.append(UnsafeBufferPointer(rebasing: bytes[end...]))
            return result.value
        }
    }

    static func reverse(_ value: Value) -> Value {
        guard case .string(let text) = value else { return .noSuchOverload("reverse", value) }
        let reversed = text.withUTF8 { bytes in
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count)
            var end = bytes.count
            while end > 0 {
                var start = end - 1
                while start > 0, bytes[start] & 0b1100_0000 == 0b1000_0000 { start -= 1 }
                result.append(contentsOf: bytes[start..<end])
                end = start
            }
            return result
        }
        return .string(StringValue(wellFormed: reversed))
    }

    static func split(_ value: Value, _ separator: Value, _ limit: Value) -> Value {
        guard case (.string(let text), .string(let separator), .int(let limit)) = (value, separator, limit) else {
            return .noSuchOverload("split", value, separator, limit)
        }
        if limit == 0 { return .list(.empty) }
        return text.withUTF8 { bytes in
            let count = limit < 0 ? Int.max : Int(clamping: limit)
            let parts = Parts.between(separator, in: bytes, count: count)
            guard parts.count <= ValueLimits.elementCount else { return .error(ValueLimits.tooManyElements) }
            return .list(
                parts.map { .string(StringValue(wellFormed: UnsafeBufferPointer(rebasing: bytes[$0]))) })
        }
    }

    static func substring(_ value: Value, _ start: Value, _ end: Value?) -> Value {
        guard case .string(let text) = value, case .int(let first) = start else {
            return .noSuchOverload("substring", value, start)
        }
        guard case .int(let last) = end ?? .int(Int64(text.scalarCount)) else {
            return .noSuchOverload("substring", value, start, end ?? .null)
        }
        guard let first = text.position(first), let last = text.position(last) else { return .error(outOfRange) }
        guard first <= last else {
            return .failure(.invalidArgument, "the substring's end is before its start")
        }
        return .string(text.part(first, last))
    }

    static func trim(_ value: Value) -> Value {
        guard case .string(let text) = value else { return .noSuchOverload("trim", value) }
        let scalars = String(text).unicodeScalars
        let leading = scalars.prefix { $0.properties.isWhitespace }
        let rest = scalars[leading.endIndex...]
        let trailing = rest.reversed().prefix { $0.properties.isWhitespace }
        let start = leading.reduce(0) { $0 + UTF8.width($1) }
        let end = text.utf8Count - trailing.reduce(0) { $0 + UTF8.width($1) }
        return text.withUTF8 { bytes in
            .string(StringValue(wellFormed: UnsafeBufferPointer(rebasing: bytes[start..<end])))
        }
    }

    private static let outOfRange = EvaluationError(.range, "the position is outside the text")
}

/// Where a text stands in another, and what lies between.
private enum Parts {
    /// At most `limit` places that don't overlap, from left to right; an empty text stands before each character and
    /// at the end.
    static func ranges(of part: StringValue, in bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var index = 0
        part.withUTF8 { part in
            while result.count < limit, let found = ByteSearch.first(part, in: bytes, from: index) {
                result.append(found..<found + part.count)
                guard part.isEmpty else {
                    index = found + part.count
                    continue
                }
                if found == bytes.count { break }
                index = found + UTF8Bytes.length(lead: bytes[found])
            }
        }
        return result
    }

    /// At most `count` parts, the last of which is whatever is left; an empty separator parts the characters.
    static func between(_ separator: StringValue, in bytes: UnsafeBufferPointer<UInt8>, count: Int) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        if separator.utf8Count > 0 {
            for range in ranges(of: separator, in: bytes, limit: count - 1) {
                result.append(start..<range.lowerBound)
                start = range.upperBound
            }
        } else {
            while result.count < count - 1, start < bytes.count {
                let end = start + UTF8Bytes.length(lead: bytes[start])
                if end == bytes.count { break }
                result.append(start..<end)
                start = end
            }
        }
        return result + [start..<bytes.count]
    }
}

extension StringValue {
    /// The number as a position in the text, its end included.
    fileprivate func position(_ number: Int64) -> Int? {
        number >= 0 && number <= scalarCount ? Int(number) : nil
    }

    /// Where the scalar with that index begins, in bytes. O(1) for ASCII, else O(n).
    func utf8Offset(ofScalar index: Int) -> Int {
        if isASCII || index == 0 { return index }
        if index == scalarCount { return utf8Count }
        return withUTF8 { bytes in
            var offset = 0
            for _ in 0..<index { offset += UTF8Bytes.length(lead: bytes[offset]) }
            return offset
        }
    }

    /// How many scalars stand before an offset in bytes. O(1) for ASCII, else O(n).
    func scalarIndex(ofUTF8 offset: Int) -> Int {
        isASCII ? offset : withUTF8 { UTF8Bytes.scalarCount(UnsafeBufferPointer(rebasing: $0[..<offset])) }
    }

    /// The text between two scalars' indices, which must be in order and in range.
    fileprivate func part(_ start: Int, _ end: Int) -> StringValue {
        let range = utf8Offset(ofScalar: start)..<utf8Offset(ofScalar: end)
        return withUTF8 { StringValue(wellFormed: UnsafeBufferPointer(rebasing: $0[range])) }
    }
}

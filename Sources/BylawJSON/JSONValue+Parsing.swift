import BylawSource

extension JSONValue {
    /// Reads a whole text of JSON (RFC 8259) as a tree, refusing duplicate keys. O(number of bytes).
    package static func parse(_ bytes: [UInt8], limits: JSONLimits = .default) throws(JSONError) -> JSONValue {
        try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in try parse(bytes, limits: limits) }
    }

    /// Reads a whole text of JSON (RFC 8259) as a tree, refusing duplicate keys. O(number of bytes).
    package static func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits = .default
    ) throws(JSONError) -> JSONValue {
        var builder = JSONTreeBuilder(reader: JSONReader(bytes, limits: limits), limits: limits)
        return try builder.build()
    }

    /// Reads a whole text of JSON (RFC 8259) as a tree, refusing duplicate keys. O(number of bytes).
    package static func parse(_ text: String, limits: JSONLimits = .default) throws(JSONError) -> JSONValue {
        try parse(Array(text.utf8), limits: limits)
    }
}

/// Makes a tree of a reader's tokens. Open containers wait in a list, so that no nesting uses up the stack.
private struct JSONTreeBuilder {
    var reader: JSONReader
    let limits: JSONLimits
    private var open: [Container] = []

    init(reader: JSONReader, limits: JSONLimits) {
        self.reader = reader
        self.limits = limits
    }

    mutating func build() throws(JSONError) -> JSONValue {
        while true {
            guard let value = try step() else { continue }
            if open.isEmpty {
                try reader.next()
                return value
            }
            try open[open.count - 1].append(value, limit: limits.members)
        }
    }

    /// Reads one token; returns the value that it completes.
    private mutating func step() throws(JSONError) -> JSONValue? {
        switch try reader.next() {
        case .beginArray, .beginObject:
            open.append(Container(start: reader.range.start))
            return nil
        case .key:
            try open[open.count - 1].setKey(reader.text(), range: reader.range)
            return nil
        case .endArray:
            return open.popLast().map { JSONValue(.array($0.elements), range: $0.range(to: reader.range.end)) }
        case .endObject:
            return open.popLast().map { JSONValue(.object($0.members), range: $0.range(to: reader.range.end)) }
        case .string: return JSONValue(.string(reader.text()), range: reader.range)
        case .number: return JSONValue(reader.number.map(JSONContent.number) ?? .null, range: reader.range)
        case .true: return JSONValue(.bool(true), range: reader.range)
        case .false: return JSONValue(.bool(false), range: reader.range)
        case .null, .end: return JSONValue(.null, range: reader.range)
        }
    }
}

extension JSONTreeBuilder {
    /// An array or an object that is still being read.
    private struct Container {
        let start: Int
        private(set) var elements: [JSONValue] = []
        private(set) var members: [JSONMember] = []
        /// The key that awaits its value; only ever set in an object.
        private var key: (text: String, range: SourceRange)?
        private var keys = JSONKeySet()

        init(start: Int) { self.start = start }

        func range(to end: Int) -> SourceRange { SourceRange(start, end) }

        mutating func setKey(_ text: String, range: SourceRange) throws(JSONError) {
            if let first = keys.insert(text) {
                throw .duplicateKey(text, at: range, first: members[first].keyRange)
            }
            key = (text, range)
        }

        mutating func append(_ value: JSONValue, limit: Int) throws(JSONError) {
            if let key {
                guard members.count < limit else { throw .tooManyMembers(limit: limit, at: key.range) }
                members.append(JSONMember(key: key.text, keyRange: key.range, value: value))
            } else {
                guard elements.count < limit else { throw .tooManyElements(limit: limit, at: value.range) }
                elements.append(value)
            }
        }
    }
}

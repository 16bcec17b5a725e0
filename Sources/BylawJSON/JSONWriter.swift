/// Writes JSON text, piece by piece and without a tree. The same calls give the same bytes everywhere.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.beginObject()
/// writer.key("outcome")
/// writer.value("deny")
/// writer.endObject()
/// ```
///
/// Commas, colons and line breaks are put in by the writer. Whether keys and values come in an order that makes JSON is
/// for the caller to see to; debug builds check it. Only what JSON demands is escaped: `"`, `\` and the characters
/// below U+0020. U+2028 and U+2029 stay as they are, for RFC 8259 and ECMAScript since 2019 both allow them in strings.
package struct JSONWriter: Sendable {
    /// How the text is set out.
    package enum Layout: Sendable {
        /// No white space at all: one value is one line.
        case compact
        /// A line for each member and element, indented by two spaces; ``{}`` and ``[]`` for what is empty.
        case pretty
    }

    /// What was written so far.
    package private(set) var bytes: [UInt8]

    /// What was written so far, as a string.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    private let layout: Layout
    private var nesting = JSONNesting()
    private var state = State.first

    /// What stands before the next piece.
    private enum State {
        /// Nothing: it is the first in its container or in the text.
        case first
        /// A comma, where it is in a container.
        case later
        /// A key, whose value it is.
        case key
    }

    /// A writer that appends to `bytes`.
    package init(layout: Layout = .compact, appendingTo bytes: [UInt8] = []) {
        self.layout = layout
        self.bytes = bytes
    }

    /// Forgets what was written but keeps its storage, for a stream that writes each value out when it is whole.
    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        nesting = JSONNesting()
        state = .first
    }

    /// Starts an object, as a value.
    package mutating func beginObject() { begin(UInt8(ascii: "{"), isObject: true) }

    /// Ends the innermost object.
    package mutating func endObject() { end(UInt8(ascii: "}"), isObject: true) }

    /// Starts an array, as a value.
    package mutating func beginArray() { begin(UInt8(ascii: "["), isObject: false) }

    /// Ends the innermost array.
    package mutating func endArray() { end(UInt8(ascii: "]"), isObject: false) }

    /// The key of the next value.
    package mutating func key(_ key: String) {
        assert(nesting.isInObject && state != .key, "a key stands in an object, and a value follows it")
        separate()
        appendQuoted(key)
        bytes.append(UInt8(ascii: ":"))
        if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
        state = .key
    }

    /// Writes `null`.
    package mutating func null() { scalar("null") }

    /// Writes `true` or `false`.
    package mutating func value(_ value: Bool) { scalar(value ? "true" : "false") }

    /// Writes an integer.
    package mutating func value(_ value: Int) { scalar(value.description) }

    /// Writes an integer.
    package mutating func value(_ value: Int64) { scalar(value.description) }

    /// Writes an integer.
    package mutating func value(_ value: UInt64) { scalar(value.description) }

    /// Writes the shortest number that reads back as the same double, always with a fraction or an exponent: `2.0`.
    /// An infinity or what is no number has no JSON and becomes `null`; who cares must look before writing.
    package mutating func value(_ value: Double) { scalar(value.isFinite ? value.description : "null") }

    /// Writes a number as it was read.
    package mutating func value(_ value: JSONNumber) { scalar(value.text) }

    /// Writes a string.
    package mutating func value(_ value: String) {
        beginValue()
        appendQuoted(value)
    }

    /// Writes a value with all that is in it.
    package mutating func value(_ value: JSONValue) {
        switch value.content {
        case .null: null()
        case .bool(let flag): self.value(flag)
        case .number(let number): self.value(number)
        case .string(let text): self.value(text)
        case .array(let elements):
            beginArray()
            for element in elements { self.value(element) }
            endArray()
        case .object(let members):
            beginObject()
            for member in members {
                key(member.key)
                self.value(member.value)
            }
            endObject()
        }
    }

    /// Ends a line: after a whole value of JSON Lines, and at the end of a file.
    package mutating func lineBreak() {
        bytes.append(UInt8(ascii: "\n"))
        if nesting.depth == 0 { state = .first }
    }
}

extension JSONWriter {
    private mutating func begin(_ bracket: UInt8, isObject: Bool) {
        beginValue()
        bytes.append(bracket)
        nesting.open(isObject: isObject)
        state = .first
    }

    private mutating func end(_ bracket: UInt8, isObject: Bool) {
        assert(nesting.depth > 0 && nesting.isInObject == isObject && state != .key, "ends what was begun last")
        let isEmpty = state == .first
        nesting.close()
        if !isEmpty { indent() }
        bytes.append(bracket)
        state = .later
    }

    private mutating func scalar(_ text: String) {
        beginValue()
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func beginValue() {
        if state == .key {
            state = .later
        } else {
            assert(!nesting.isInObject, "a value in an object has a key")
            assert(nesting.depth > 0 || state == .first, "a text holds one value")
            separate()
        }
    }

    /// Puts in what stands before a key or an element.
    private mutating func separate() {
        if state == .later { bytes.append(UInt8(ascii: ",")) }
        if nesting.depth > 0 { indent() }
        state = .later
    }

    private mutating func indent() {
        guard layout == .pretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * nesting.depth))
    }

    private mutating func appendQuoted(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { appendEscaped($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Appends runs of bytes that stand for themselves, and escapes between them.
    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while start < text.count {
            let end = Self.endOfPlainRun(in: text, from: start)
            if end > start { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end])) }
            if end < text.count { appendEscape(of: text[end]) }
            start = end + 1
        }
    }

    /// The first byte at or after `start` that must be escaped, or the end.
    private static func endOfPlainRun(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(text)
        var index = start
        while index &+ JSONWord.size <= text.count,
            JSONWord.escaped(in: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) == 0
        {
            index &+= JSONWord.size
        }
        while index < text.count, !isEscaped(text[index]) { index &+= 1 }
        return index
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscape(of byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x00..<0x20:
            bytes.append(contentsOf: "u00".utf8)
            for digit in [byte >> 4, byte & 0xF] {
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        default: bytes.append(byte)
        }
    }
}

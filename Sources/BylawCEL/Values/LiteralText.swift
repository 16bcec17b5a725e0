/// Values as the language writes them: `'it\'s'`, `b'\xff'`, `[1, 2u]`, `timestamp('2024-09-01T10:00:00Z')`.
package enum LiteralText {
    /// Which bytes are escaped, and how; nothing for those that stand as they are.
    typealias Escapes = (UInt8) -> String?

    /// What `strings.quote` escapes: the characters that have a name, and the double quote.
    static func named(_ byte: UInt8) -> String? {
        switch byte {
        case 0x07: "\\a"
        case 0x08: "\\b"
        case 0x0C: "\\f"
        case 0x0A: "\\n"
        case 0x0D: "\\r"
        case 0x09: "\\t"
        case 0x0B: "\\v"
        case UInt8(ascii: "\\"): "\\\\"
        case UInt8(ascii: "\""): "\\\""
        default: nil
        }
    }

    /// The text between double quotes.
    static func quoted(_ text: StringValue, escaping escapes: Escapes) -> StringValue {
        var result: [UInt8] = [UInt8(ascii: "\"")]
        text.withUTF8 { bytes in
            for byte in bytes {
                if let escape = escapes(byte) { result.append(contentsOf: escape.utf8) } else { result.append(byte) }
            }
        }
        result.append(UInt8(ascii: "\""))
        return StringValue(wellFormed: result)
    }

    /// As ``named(_:)``, for single quotes, and with every other control character as `\u0001`.
    static func inSingleQuotes(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "'"): "\\'"
        case UInt8(ascii: "\""): nil
        case 0..<0x20, 0x7F: named(byte) ?? "\\u00" + hexadecimal(byte)
        default: named(byte)
        }
    }

    /// For bytes: whatever is not printable ASCII as `\xff`.
    static func inBytes(_ byte: UInt8) -> String? {
        0x20..<0x7F ~= byte ? inSingleQuotes(byte) : "\\x" + hexadecimal(byte)
    }

    static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
    }
}

extension Value {
    /// The value as an expression that makes it, for people to read. Records and opaque values have no literal; they
    /// are shown by their types. What is longer than `limit` bytes ends in `…`.
    ///
    /// Whoever shows it must know that nothing hidden is in it.
    package func literalText(limit: Int = 1024) -> String {
        var writer = LiteralWriter(limit: limit)
        writer.write(self)
        return writer.text
    }
}

/// Writes values one after the other until there is no more room.
private struct LiteralWriter {
    private(set) var text = ""
    private let limit: Int
    private var isFull = false

    init(limit: Int) { self.limit = limit }

    mutating func write(_ value: Value) {
        switch value {
        case .null: write("null")
        case .bool(let bool): write(bool ? "true" : "false")
        case .int(let int): write(String(int))
        case .uint(let uint): write(String(uint) + "u")
        case .double(let double): write(DoubleText.literal(double))
        case .string(let string): write("'", string.withUTF8 { escaped($0, LiteralText.inSingleQuotes) }, "'")
        case .bytes(let bytes): write("b'", bytes.withBytes { escaped($0, LiteralText.inBytes) }, "'")
        case .timestamp(let timestamp): write("timestamp('", timestamp.text, "')")
        case .duration(let duration): write("duration('", duration.text, "')")
        case .type(let type): write(type.name)
        case .list(let list): write(list)
        case .map(let map): write(map)
        case .optional(let optional): write(optional)
        case .record(let record): write(record)
        case .opaque(let opaque): write(opaque.hostType.name, "{…}")
        case .error(let error): write("error: ", error.message)
        }
    }

    private mutating func write(_ list: ListValue) {
        write("[")
        for (index, element) in list.elements.enumerated() where !isFull {
            if index > 0 { write(", ") }
            write(element)
        }
        write("]")
    }

    private mutating func write(_ map: MapValue) {
        write("{")
        let values = map.values
        for (index, key) in map.keys.enumerated() where !isFull {
            if index > 0 { write(", ") }
            write(key)
            write(": ")
            write(values[index])
        }
        write("}")
    }

    private mutating func write(_ optional: OptionalValue) {
        guard let value = optional.value else { return write("optional.none()") }
        write("optional.of(")
        write(value)
        write(")")
    }

    private mutating func write(_ record: RecordValue) {
        write(record.recordType.name, "{")
        var isFirst = true
        for (index, field) in record.recordType.fields.enumerated() where !isFull {
            guard let value = record[index] else { continue }
            write(isFirst ? "" : ", ", field.name, ": ")
            write(value)
            isFirst = false
        }
        write("}")
    }

    private mutating func write(_ parts: String...) {
        for part in parts where !isFull {
            if text.utf8.count + part.utf8.count <= limit {
                text += part
            } else {
                for scalar in part.unicodeScalars {
                    guard text.utf8.count + UTF8.width(scalar) <= limit else { break }
                    text.unicodeScalars.append(scalar)
                }
                text += "…"
                isFull = true
            }
        }
    }

    /// No further than the limit: a long text is not escaped to its end.
    private func escaped(_ bytes: UnsafeBufferPointer<UInt8>, _ escapes: LiteralText.Escapes) -> String {
        var result: [UInt8] = []
        for byte in bytes where result.count <= limit {
            if let escape = escapes(byte) { result.append(contentsOf: escape.utf8) } else { result.append(byte) }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

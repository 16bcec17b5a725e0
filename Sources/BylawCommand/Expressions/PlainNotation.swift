import BylawCEL
import BylawJSON

// Values as the JSON that programs know. Not all that the language tells apart stays apart: see `TaggedNotation.swift`.

extension Value {
    /// The value that a JSON text has without a schema: a number without fraction and exponent is an int (a uint beyond
    /// those), any other a double.
    init(plain json: JSONValue) throws(NotationError) {
        switch json.content {
        case .null: self = .null
        case .bool(let bool): self = .bool(bool)
        case .string(let text): self = .string(text)
        case .number(let number):
            if number.isIntegerLiteral, let int = number.int {
                self = .int(int)
            } else if number.isIntegerLiteral, let uint = number.uint {
                self = .uint(uint)
            } else if let double = number.double {
                self = .double(double)
            } else {
                throw NotationError("the number is too large", at: json.range)
            }
        case .array(let elements):
            var values: [Value] = []
            values.reserveCapacity(elements.count)
            for element in elements { values.append(try Value(plain: element)) }
            self = .list(values)
        case .object(let members):
            var entries: [(StringValue, Value)] = []
            for member in members { entries.append((StringValue(member.key), try Value(plain: member.value))) }
            self = .map(MapValue(members: entries))
        }
    }
}

extension JSONWriter {
    /// Writes a value as plain JSON: bytes in base 64, times and durations as text, NaN and infinities as strings, a
    /// type by its name, an empty optional as `null`, a map's keys as strings.
    mutating func value(plain value: Value) {
        switch value {
        case .null, .error: null()
        case .bool(let bool): self.value(bool)
        case .int(let int): self.value(int)
        case .uint(let uint): self.value(uint)
        case .double(let double) where double.isFinite: self.value(double)
        case .double(let double): self.value(double.notationText)
        case .string(let text): self.value(String(text))
        case .bytes(let bytes): self.value(bytes.base64)
        case .timestamp(let timestamp): self.value(timestamp.text)
        case .duration(let duration): self.value(duration.text)
        case .type(let type): self.value(type.name)
        case .list(let list):
            beginArray()
            for element in list.elements { self.value(plain: element) }
            endArray()
        case .map(let map):
            beginObject()
            for (key, value) in zip(map.keys, map.values) {
                self.key(key.memberName)
                self.value(plain: value)
            }
            endObject()
        case .optional(let optional):
            if let value = optional.value { self.value(plain: value) } else { null() }
        case .record(let record):
            beginObject()
            for (index, field) in record.recordType.fields.enumerated() {
                guard let value = record[index] else { continue }
                key(field.name)
                self.value(plain: value)
            }
            endObject()
        case .opaque(let opaque): self.value(opaque.hostType.name)
        }
    }
}

extension Value {
    /// What a map's key is called where names are strings.
    fileprivate var memberName: String {
        switch self {
        case .string(let text): String(text)
        case .bool(let bool): String(bool)
        case .int(let int): String(int)
        case .uint(let uint): String(uint)
        default: literalText()
        }
    }
}

extension Double {
    /// The shortest decimal that reads back as the same double; `NaN`, `Infinity`, `-Infinity`.
    var notationText: String {
        if isNaN { return "NaN" }
        if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
        return description
    }
}

extension BytesValue {
    /// Base 64 (RFC 4648, section 4), padded.
    var base64: String { withBytes { String(decoding: Base64.encode($0), as: UTF8.self) } }
}

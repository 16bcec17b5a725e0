extension Value {
    /// `bool(a)`.
    package static func toBool(_ a: Value) -> Value {
        switch a {
        case .bool: a
        case .string(let text):
            switch String(text) {
            case "1", "t", "T", "true", "TRUE", "True": .bool(true)
            case "0", "f", "F", "false", "FALSE", "False": .bool(false)
            default: unreadable("bool")
            }
        default: .noSuchOverload("bool", a)
        }
    }

    /// `bytes(a)`.
    package static func toBytes(_ a: Value) -> Value {
        switch a {
        case .bytes: a
        case .string(let text): .bytes(BytesValue(text))
        default: .noSuchOverload("bytes", a)
        }
    }

    /// `double(a)`.
    package static func toDouble(_ a: Value) -> Value {
        switch a {
        case .double: a
        case .int(let int): .double(Double(int))
        case .uint(let uint): .double(Double(uint))
        case .string(let text): DoubleText.parse(text).map(Value.double) ?? unreadable("double")
        default: .noSuchOverload("double", a)
        }
    }

    /// `int(a)`.
    package static func toInt(_ a: Value) -> Value {
        switch a {
        case .int: a
        case .uint(let uint): Int64(exactly: uint).map(Value.int) ?? outOfRange("int")
        case .double(let double):
            // -2^63 itself is refused, as every implementation does, since what was rounded to it may lie beyond.
            double > -0x1p63 && double < 0x1p63 ? .int(Int64(double)) : outOfRange("int")
        case .string(let text): Int64(String(text)).map(Value.int) ?? unreadable("int")
        case .timestamp(let timestamp): .int(timestamp.seconds)
        default: .noSuchOverload("int", a)
        }
    }

    /// `uint(a)`.
    package static func toUInt(_ a: Value) -> Value {
        switch a {
        case .uint: a
        case .int(let int): UInt64(exactly: int).map(Value.uint) ?? outOfRange("uint")
        case .double(let double): double >= 0 && double < 0x1p64 ? .uint(UInt64(double)) : outOfRange("uint")
        case .string(let text): text.startsWithMinus ? unreadable("uint") : readUInt(text)
        default: .noSuchOverload("uint", a)
        }
    }

    /// `string(a)`.
    package static func toText(_ a: Value) -> Value {
        switch a {
        case .string: a
        case .bool(let bool): .string(bool ? "true" : "false")
        case .int(let int): .string(String(int))
        case .uint(let uint): .string(String(uint))
        case .double(let double): .string(DoubleText.shortest(double))
        case .bytes(let bytes):
            bytes.withBytes { StringValue(validating: $0) }.map(Value.string)
                ?? .failure(.invalidArgument, "the bytes are not well-formed UTF-8")
        case .timestamp(let timestamp): .string(timestamp.groupedText)
        case .duration(let duration): .string(duration.groupedText)
        default: .noSuchOverload("string", a)
        }
    }

    /// `timestamp(a)`.
    package static func toTimestamp(_ a: Value) -> Value {
        switch a {
        case .timestamp: return a
        case .int(let seconds): return .timestamp(seconds: seconds, nanoseconds: 0)
        case .string(let text):
            switch text.withUTF8({ TimestampValue.parse($0) }) {
            case .value(let timestamp): return .timestamp(timestamp)
            case .outOfRange: return .error(TimestampValue.outOfRange)
            case .malformed: return unreadable("timestamp")
            }
        default: return .noSuchOverload("timestamp", a)
        }
    }

    /// `duration(a)`.
    package static func toDuration(_ a: Value) -> Value {
        switch a {
        case .duration: return a
        case .string(let text):
            switch text.withUTF8({ DurationValue.parse($0) }) {
            case .value(let duration): return .duration(duration)
            case .outOfRange: return .error(DurationValue.outOfRange)
            case .malformed: return unreadable("duration")
            }
        default: return .noSuchOverload("duration", a)
        }
    }

    private static func readUInt(_ text: StringValue) -> Value {
        UInt64(String(text)).map(Value.uint) ?? unreadable("uint")
    }

    private static func unreadable(_ type: String) -> Value {
        .failure(.invalidArgument, "the text cannot be read as `\(type)`")
    }

    private static func outOfRange(_ type: String) -> Value {
        .failure(.range, "the number is out of the range of `\(type)`")
    }
}

extension StringValue {
    fileprivate var startsWithMinus: Bool { withUTF8 { $0.first == UInt8(ascii: "-") } }
}

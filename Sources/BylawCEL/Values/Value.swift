/// What an expression evaluates to.
///
/// At most 16 bytes: numbers, timestamps and durations lie in the value itself, everything else is one reference.
/// An error is a value as well, because `||`, `&&` and some macros absorb it.
///
/// Swift's `==` is deliberately missing: the language's equality is ``isEqual(to:)``.
package enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(StringValue)
    case bytes(BytesValue)
    case list(ListValue)
    case map(MapValue)
    case timestamp(TimestampValue)
    case duration(DurationValue)
    case type(TypeValue)
    case optional(OptionalValue)
    case record(RecordValue)
    case opaque(OpaqueValue)
    case error(EvaluationError)
}

extension Value {
    /// A string value with a copy of the text's UTF-8.
    @inlinable package static func string(_ text: String) -> Value { .string(StringValue(text)) }

    /// An error value.
    package static func failure(_ kind: EvaluationError.Kind, _ message: String) -> Value {
        .error(EvaluationError(kind, message))
    }

    /// Whether this is an error.
    @inlinable package var isError: Bool {
        if case .error = self { true } else { false }
    }

    /// The error, if this is one.
    @inlinable package var failure: EvaluationError? {
        if case .error(let error) = self { error } else { nil }
    }

    /// The type as `type(x)` gives it; an error has none.
    package var type: TypeValue? {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .list: .list
        case .map: .map
        case .timestamp: .timestamp
        case .duration: .duration
        case .type: .type
        case .optional: .optional
        case .record(let record): record.typeValue
        case .opaque(let opaque): opaque.typeValue
        case .error: nil
        }
    }

    /// The type's name for messages; `error` for an error.
    package var typeName: String { type?.name ?? "error" }
}

package import BylawCEL
import Testing

// Literals, so that the examples of the tests read like calls.
extension Value: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByStringLiteral, ExpressibleByArrayLiteral
{
    package init(integerLiteral value: Int64) { self = .int(value) }
    package init(floatLiteral value: Double) { self = .double(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(stringLiteral value: String) { self = .string(value) }
    package init(arrayLiteral elements: Value...) { self = .list(elements) }
}

extension Value {
    static func bytes(of bytes: UInt8...) -> Value { .bytes(BytesValue(bytes)) }

    static func timestamp(_ text: String) -> Value { TimestampValue(text).map(Value.timestamp) ?? "no timestamp" }

    static func duration(_ text: String) -> Value { DurationValue(text).map(Value.duration) ?? "no duration" }

    static func map(_ entries: (Value, Value)...) -> Value {
        do throws(EvaluationError) {
            return .map(try MapValue(keys: entries.map(\.0), values: entries.map(\.1)))
        } catch {
            return .error(error)
        }
    }
}

/// A call of a library function, and the literal of its result, or the kind of its error.
struct Call: Sendable, CustomTestStringConvertible {
    let function: String
    let arguments: [Value]
    let expectation: String

    init(_ function: String, _ arguments: Value..., is result: String) {
        self.function = function
        self.arguments = arguments
        expectation = result
    }

    init(_ function: String, _ arguments: Value..., fails kind: EvaluationError.Kind) {
        self.function = function
        self.arguments = arguments
        expectation = "error \(kind)"
    }

    var testDescription: String {
        "\(function)(\(arguments.map { $0.literalText() }.joined(separator: ", "))) is \(expectation)"
    }

    /// By the first overload that accepts the arguments; with what is prepared from each literal it wants, too.
    var results: [String] {
        let overloads = Library.all.flatMap(\.functions).filter { $0.name == function }.flatMap(\.overloads)
        guard let overload = overloads.first(where: { $0.accepts(arguments) }) else {
            // As the evaluator: any overload of that many arguments says what it thinks of them.
            let other = overloads.first { $0.parameters.count == arguments.count }
            return [other.map { Self.describe(Self.apply($0.implementation, arguments)) } ?? "no overload"]
        }
        var results = [Self.describe(Self.apply(overload.implementation, arguments))]
        if let preparation = overload.preparation {
            switch preparation.prepare(arguments[preparation.argument]) {
            case .success(let implementation): results.append(Self.describe(Self.apply(implementation, arguments)))
            case .failure(let error): results.append(Self.describe(.error(error)))
            }
        }
        return results
    }

    private static func describe(_ value: Value) -> String {
        if case .error(let error) = value { "error \(error.kind)" } else { value.literalText() }
    }

    private static func apply(_ implementation: Implementation, _ arguments: [Value]) -> Value {
        switch (implementation, arguments.count) {
        case (.nullary(let body), 0): body()
        case (.unary(let body), 1): body(arguments[0])
        case (.binary(let body), 2): body(arguments[0], arguments[1])
        case (.ternary(let body), 3): body(arguments[0], arguments[1], arguments[2])
        case (.variadic(let body), _): body(arguments)
        case (.fallback(let decide, let other), 2): decide(arguments[0]) ?? other(arguments[1])
        default: "not callable so"
        }
    }
}

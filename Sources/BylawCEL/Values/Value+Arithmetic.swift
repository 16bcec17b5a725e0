/// The arithmetic operators. An argument that is an error is the result; other arguments that the operator is not for
/// give an error of kind `noSuchOverload`.
extension Value {
    /// `a + b`: numbers of one type, texts, bytes, lists, timestamps and durations.
    package static func sum(_ a: Value, _ b: Value) -> Value {
        switch (a, b) {
        case (.int(let x), .int(let y)): checked(x.addingReportingOverflow(y), Value.int)
        case (.uint(let x), .uint(let y)): checked(x.addingReportingOverflow(y), Value.uint)
        case (.double(let x), .double(let y)): .double(x + y)
        case (.string(let x), .string(let y)): x.appending(y)
        case (.bytes(let x), .bytes(let y)): x.appending(y)
        case (.list(let x), .list(let y)): x.appending(y)
        case (.timestamp(let x), .duration(let y)): x.adding(y)
        case (.duration(let x), .timestamp(let y)): y.adding(x)
        case (.duration(let x), .duration(let y)): x.adding(y)
        default: .noSuchOverload("+", a, b)
        }
    }

    /// `a - b`: numbers of one type, timestamps and durations.
    package static func difference(_ a: Value, _ b: Value) -> Value {
        switch (a, b) {
        case (.int(let x), .int(let y)): checked(x.subtractingReportingOverflow(y), Value.int)
        case (.uint(let x), .uint(let y)): checked(x.subtractingReportingOverflow(y), Value.uint)
        case (.double(let x), .double(let y)): .double(x - y)
        case (.timestamp(let x), .timestamp(let y)): x.since(y)
        case (.timestamp(let x), .duration(let y)): x.subtracting(y)
        case (.duration(let x), .duration(let y)): x.subtracting(y)
        default: .noSuchOverload("-", a, b)
        }
    }

    /// `a * b`: numbers of one type.
    package static func product(_ a: Value, _ b: Value) -> Value {
        switch (a, b) {
        case (.int(let x), .int(let y)): checked(x.multipliedReportingOverflow(by: y), Value.int)
        case (.uint(let x), .uint(let y)): checked(x.multipliedReportingOverflow(by: y), Value.uint)
        case (.double(let x), .double(let y)): .double(x * y)
        default: .noSuchOverload("*", a, b)
        }
    }

    /// `a / b`: numbers of one type; integers are rounded toward zero.
    package static func quotient(_ a: Value, _ b: Value) -> Value {
        switch (a, b) {
        case (.int, .int(0)), (.uint, .uint(0)): .failure(.divideByZero, "division by zero")
        case (.int(let x), .int(let y)): checked(x.dividedReportingOverflow(by: y), Value.int)
        case (.uint(let x), .uint(let y)): .uint(x / y)
        case (.double(let x), .double(let y)): .double(x / y)
        default: .noSuchOverload("/", a, b)
        }
    }

    /// `a % b`: integers of one type; the result has the sign of `a`.
    package static func remainder(_ a: Value, _ b: Value) -> Value {
        switch (a, b) {
        case (.int, .int(0)), (.uint, .uint(0)): .failure(.divideByZero, "remainder of a division by zero")
        case (.int(let x), .int(let y)): checked(x.remainderReportingOverflow(dividingBy: y), Value.int)
        case (.uint(let x), .uint(let y)): .uint(x % y)
        default: .noSuchOverload("%", a, b)
        }
    }

    /// `-a`: ints and doubles.
    package static func negation(_ a: Value) -> Value {
        switch a {
        case .int(let x): checked(Int64(0).subtractingReportingOverflow(x), Value.int)
        case .double(let x): .double(-x)
        default: .noSuchOverload("-", a)
        }
    }

    private static func checked<T>(_ result: (partialValue: T, overflow: Bool), _ make: (T) -> Value) -> Value {
        result.overflow ? .failure(.overflow, "integer overflow") : make(result.partialValue)
    }
}

extension StringValue {
    /// Both texts, one after the other.
    func appending(_ other: StringValue) -> Value {
        guard let storage = storage.appending(other.storage) else { return .error(ValueLimits.tooLong) }
        return .string(StringValue(storage: storage))
    }
}

extension BytesValue {
    /// Both sequences, one after the other.
    func appending(_ other: BytesValue) -> Value {
        guard let storage = storage.appending(other.storage) else { return .error(ValueLimits.tooLong) }
        return .bytes(BytesValue(storage: storage))
    }
}

extension ListValue {
    /// Both lists, one after the other.
    func appending(_ other: ListValue) -> Value {
        if other.count == 0 { return .list(self) }
        if count == 0 { return .list(other) }
        guard count + other.count <= ValueLimits.elementCount else { return .error(ValueLimits.tooManyElements) }
        return .list(elements + other.elements)
    }
}

/// `'%s is %.2f'.format([name, ratio])`: C's verbs, without a locale.
enum FormatFunction {
    static let format = Function(
        "format", "The text with `%s`, `%d`, `%f`, `%e`, `%b`, `%o`, `%x` and `%X` replaced by a list's values.",
        [.member("string_format", .string, .list(.dyn), .string, format)])

    /// The most digits behind the point that `%.1000f` may ask for.
    private static let precisionLimit = 1000

    @Sendable private static func format(_ template: Value, _ arguments: Value) -> Value {
        guard case (.string(let template), .list(let list)) = (template, arguments) else {
            return .noSuchOverload("format", template, arguments)
        }
        var result = TextBuilder()
        var next = 0
        let error = template.withUTF8 { bytes -> EvaluationError? in
            var rest = bytes[...]
            while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
                result.append(UnsafeBufferPointer(rebasing: rest[..<percent]))
                rest = rest[(percent + 1)...]
                if rest.first == UInt8(ascii: "%") {
                    rest.removeFirst()
                    result.append("%")
                    continue
                }
                guard let precision = precision(&rest), let letter = rest.popFirst() else { return malformed }
                guard let verb = FormatVerb(letter) else { return malformed }
                guard list.elements.indices.contains(next) else { return tooFewArguments }
                guard let text = verb.text(list.elements[next], precision: precision ?? 6) else {
                    let type = list.elements[next].typeName
                    return EvaluationError(.invalidArgument, "`\(verb.name)` cannot format a value of type `\(type)`")
                }
                result.append(text)
                if result.isTooLong { return nil }
                next += 1
            }
            result.append(UnsafeBufferPointer(rebasing: rest))
            return nil
        }
        return error.map(Value.error) ?? result.value
    }

    /// The number in `.3`; `.some(nil)` where there is no point, nothing where it is malformed.
    private static func precision(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Int?? {
        guard rest.first == UInt8(ascii: ".") else { return .some(nil) }
        rest.removeFirst()
        var number: Int?
        while let byte = rest.first, byte &- UInt8(ascii: "0") < 10 {
            let next = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
            guard next <= precisionLimit else { return nil }
            number = next
            rest.removeFirst()
        }
        return number.map { .some($0) } ?? nil
    }

    private static let malformed = EvaluationError(.invalidArgument, "the format has a malformed clause")
    private static let tooFewArguments = EvaluationError(.invalidArgument, "the format asks for more values than given")
}

/// What stands behind the percent sign.
enum FormatVerb {
    case string
    case decimal
    case fixed
    case exponential
    case binary
    case octal
    case hexadecimal(isUpper: Bool)

    init?(_ letter: UInt8) {
        switch letter {
        case UInt8(ascii: "s"): self = .string
        case UInt8(ascii: "d"): self = .decimal
        case UInt8(ascii: "f"): self = .fixed
        case UInt8(ascii: "e"): self = .exponential
        case UInt8(ascii: "b"): self = .binary
        case UInt8(ascii: "o"): self = .octal
        case UInt8(ascii: "x"): self = .hexadecimal(isUpper: false)
        case UInt8(ascii: "X"): self = .hexadecimal(isUpper: true)
        default: return nil
        }
    }

    /// As it is written: `%d`.
    var name: String {
        switch self {
        case .string: "%s"
        case .decimal: "%d"
        case .fixed: "%f"
        case .exponential: "%e"
        case .binary: "%b"
        case .octal: "%o"
        case .hexadecimal(let isUpper): isUpper ? "%X" : "%x"
        }
    }

    /// The value formatted; nothing where this verb is not for it.
    func text(_ value: Value, precision: Int) -> String? {
        switch (self, value) {
        case (.string, _): PlainText.of(value)
        case (.decimal, .double): Self.number(value) { DoubleText.fixed($0, precision: 6) }
        case (.decimal, .int), (.decimal, .uint): Self.digits(value, radix: 10)
        case (.fixed, _): Self.number(value) { DoubleText.fixed($0, precision: precision) }
        case (.exponential, _): Self.number(value) { DoubleText.exponential($0, precision: precision) }
        case (.binary, .bool(let bool)): bool ? "1" : "0"
        case (.binary, _): Self.digits(value, radix: 2)
        case (.octal, _): Self.digits(value, radix: 8)
        case (.hexadecimal(let isUpper), .string(let text)):
            text.withUTF8 { Self.hexadecimal($0, isUpper: isUpper) }
        case (.hexadecimal(let isUpper), .bytes(let bytes)):
            bytes.withBytes { Self.hexadecimal($0, isUpper: isUpper) }
        case (.hexadecimal(let isUpper), _): Self.digits(value, radix: 16, isUpper: isUpper)
        default: nil
        }
    }

    private static func digits(_ value: Value, radix: Int, isUpper: Bool = false) -> String? {
        switch value {
        case .int(let int): String(int, radix: radix, uppercase: isUpper)
        case .uint(let uint): String(uint, radix: radix, uppercase: isUpper)
        default: nil
        }
    }

    private static func number(_ value: Value, _ finite: (Double) -> String) -> String? {
        switch value {
        case .double(let double): double.isFinite ? finite(double) : PlainText.nonFinite(double)
        case .int(let int): finite(Double(int))
        case .uint(let uint): finite(Double(uint))
        case .string(let text):
            // The names of the numbers that have no digits are taken for them.
            ["NaN", "Infinity", "-Infinity"].first { StringValue($0) == text }
        default: nil
        }
    }

    private static func hexadecimal(_ bytes: UnsafeBufferPointer<UInt8>, isUpper: Bool) -> String {
        let digits = Array((isUpper ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            result.append(digits[Int(byte >> 4)])
            result.append(digits[Int(byte & 15)])
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// What `%s` makes of a value.
enum PlainText {
    /// The text without quotes, lists and maps in brackets; nothing for what has no text.
    static func of(_ value: Value) -> String? {
        switch value {
        case .null: "null"
        case .double(let double) where !double.isFinite: nonFinite(double)
        case .timestamp(let timestamp): timestamp.text
        case .type(let type): type.name
        case .list(let list): all(list.elements).map { "[" + $0.joined(separator: ", ") + "]" }
        case .map(let map): of(map)
        default: if case .string(let text) = Value.toText(value) { String(text) } else { nil }
        }
    }

    static func nonFinite(_ double: Double) -> String {
        double.isNaN ? "NaN" : double < 0 ? "-Infinity" : "Infinity"
    }

    /// Sorted by the texts of the keys, so that equal maps give equal texts.
    private static func of(_ map: MapValue) -> String? {
        guard let keys = all(map.keys), let values = all(map.values) else { return nil }
        let order = keys.indices.sorted { keys[$0].utf8.lexicographicallyPrecedes(keys[$1].utf8) }
        return "{" + order.map { "\(keys[$0]): \(values[$0])" }.joined(separator: ", ") + "}"
    }

    private static func all(_ values: [Value]) -> [String]? {
        let texts = values.compactMap(of)
        return texts.count == values.count ? texts : nil
    }
}

extension YAMLScalar.Value {
    /// What YAML 1.2's core schema (10.3.2) makes of a plain scalar's text. `no`, `on`, `1_000` and `12:30` are text.
    init(plain text: String) {
        // Most texts begin as nothing but a text does, and need not be compared with every special value.
        if let first = text.utf8.first, !Self.mayBeginValue(first) {
            self = .string
            return
        }
        switch text {
        case "", "~", "null", "Null", "NULL":
            self = .null
        case "true", "True", "TRUE":
            self = .bool(true)
        case "false", "False", "FALSE":
            self = .bool(false)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF":
            self = .float(YAMLNumber(special: .infinity))
        case "-.inf", "-.Inf", "-.INF":
            self = .float(YAMLNumber(special: -.infinity))
        case ".nan", ".NaN", ".NAN":
            self = .float(YAMLNumber(special: .nan))
        default:
            self = Self.number(text) ?? .string
        }
    }

    /// Whether a text that begins with a byte may be something else than a text.
    private static func mayBeginValue(_ first: UInt8) -> Bool {
        switch first {
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
            UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"):
            true
        default: isDigit(first, radix: 10)
        }
    }

    /// The number that a text is, if it is one.
    private static func number(_ text: String) -> Self? {
        guard let first = text.utf8.first, isDigit(first, radix: 10) || "+-.".utf8.contains(first) else { return nil }
        let radix = text.utf8.starts(with: "0o".utf8) ? 8 : text.utf8.starts(with: "0x".utf8) ? 16 : 10
        if radix != 10 {
            let digits = text.dropFirst(2)
            let areDigits = digits.utf8.allSatisfy { isDigit($0, radix: radix) }
            return !digits.isEmpty && areDigits ? .integer(YAMLNumber(digits: digits, radix: radix)) : nil
        }
        return decimal(text)
    }

    /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
    private static func decimal(_ text: String) -> Self? {
        var rest = Substring(text).utf8
        func take(where wanted: (UInt8) -> Bool, most: Int = .max) -> Int {
            var count = 0
            while count < most, let byte = rest.first, wanted(byte) {
                rest.removeFirst()
                count += 1
            }
            return count
        }
        func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }
        _ = take(where: isSign, most: 1)
        let whole = take { isDigit($0, radix: 10) }
        let point = take(where: { $0 == UInt8(ascii: ".") }, most: 1)
        let fraction = point == 1 ? take { isDigit($0, radix: 10) } : 0
        guard whole + fraction > 0 else { return nil }
        let exponent = take(where: { $0 | 0x20 == UInt8(ascii: "e") }, most: 1)
        if exponent == 1 {
            _ = take(where: isSign, most: 1)
            guard take(where: { isDigit($0, radix: 10) }) > 0 else { return nil }
        }
        guard rest.isEmpty else { return nil }
        let number = YAMLNumber(decimal: text)
        return point + exponent == 0 ? .integer(number) : .float(number)
    }

    private static func isDigit(_ byte: UInt8, radix: Int) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "7"): true
        case UInt8(ascii: "8"), UInt8(ascii: "9"): radix > 8
        default: radix == 16 && UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20
        }
    }
}

/// Doubles as decimal text and back, without a locale.
enum DoubleText {
    /// The shortest digits that read back as the same double, laid out as C's `%g` does: `0.1`, `1e+06`, `-0`, `nan`,
    /// `inf`.
    static func shortest(_ value: Double) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        let decimal = ShortestDecimal(value)
        let exponent = decimal.pointPosition - 1
        let sign = decimal.isNegative ? "-" : ""
        if exponent < -4 || exponent >= 6 {
            return sign + scientific(decimal.digits, exponent: exponent)
        }
        return sign + plain(decimal.digits, pointPosition: decimal.pointPosition)
    }

    /// The same digits as a literal of the language, which must not look like an int: `1.0`, `1e+06`.
    /// NaN and the infinities have no literal; they are shown as the conversion that makes them.
    static func literal(_ value: Double) -> String {
        guard value.isFinite else {
            return value.isNaN ? "double('NaN')" : value < 0 ? "double('-Infinity')" : "double('Infinity')"
        }
        let text = shortest(value)
        return text.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "e") } ? text : text + ".0"
    }

    /// With `precision` digits behind the point, correctly rounded (half to even): C's `%f`. Finite values only.
    static func fixed(_ value: Double, precision: Int) -> String {
        let exact = ExactDecimal(value)
        let digits = exact.rounded(fractionDigits: precision)
        let split = digits.count - precision
        var text = value.sign == .minus ? "-" : ""
        text += decoded(digits[..<split])
        if precision > 0 { text += "." + decoded(digits[split...]) }
        return text
    }

    /// One digit, a point, `precision` digits and an exponent of at least two digits: C's `%e`. Finite values only.
    static func exponential(_ value: Double, precision: Int) -> String {
        let exact = ExactDecimal(value)
        let (digits, exponent) = exact.rounded(significantDigits: precision + 1)
        var text = value.sign == .minus ? "-" : ""
        text += decoded(digits[..<1])
        if precision > 0 { text += "." + decoded(digits[1...]) }
        return text + exponentText(exponent)
    }

    /// What a decimal number in text is worth: digits with an optional sign, point and exponent, or `nan`, `inf` and
    /// `infinity` in any case. Nothing where the text is something else or too large for a double.
    static func parse(_ text: StringValue) -> Double? {
        text.withUTF8 { bytes in
            guard bytes.count <= 4096 else { return nil }
            let isNumber = isDecimal(bytes)
            guard isNumber || isSpecial(bytes) else { return nil }
            guard let value = Double(String(decoding: bytes, as: UTF8.self)) else { return nil }
            return isNumber && value.isInfinite ? nil : value
        }
    }

    private static func isSpecial(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let signed = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
        let word = bytes.dropFirst(signed ? 1 : 0).map { $0 | 0x20 }
        return word == Array("inf".utf8) || word == Array("infinity".utf8) || (!signed && word == Array("nan".utf8))
    }

    private static func isDecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        func skipSign() {
            if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
                index += 1
            }
        }
        func skipDigits() -> Int {
            let start = index
            while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 { index += 1 }
            return index - start
        }
        skipSign()
        var digits = skipDigits()
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            digits += skipDigits()
        }
        guard digits > 0 else { return false }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            skipSign()
            guard skipDigits() > 0 else { return false }
        }
        return index == bytes.count
    }

    private static func plain(_ digits: [UInt8], pointPosition: Int) -> String {
        let zero = UInt8(ascii: "0")
        if pointPosition <= 0 {
            return "0." + decoded(([UInt8](repeating: zero, count: -pointPosition) + digits)[...])
        }
        if pointPosition >= digits.count {
            return decoded((digits + [UInt8](repeating: zero, count: pointPosition - digits.count))[...])
        }
        return decoded(digits[..<pointPosition]) + "." + decoded(digits[pointPosition...])
    }

    private static func scientific(_ digits: [UInt8], exponent: Int) -> String {
        var text = decoded(digits[..<1])
        if digits.count > 1 { text += "." + decoded(digits[1...]) }
        return text + exponentText(exponent)
    }

    private static func exponentText(_ exponent: Int) -> String {
        "e" + (exponent < 0 ? "-" : "+") + (abs(exponent) < 10 ? "0" : "") + String(abs(exponent))
    }

    private static func decoded(_ digits: ArraySlice<UInt8>) -> String { String(decoding: digits, as: UTF8.self) }
}

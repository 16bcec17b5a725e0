/// A number that no schema has given a type yet.
package struct YAMLNumber: Sendable, Hashable {
    /// The number as an integer, where it is one exactly and fits: 2 for `2`, `2.0` and `0.2e1`.
    package let integer: Int64?
    /// The nearest double; infinite beyond the range of doubles.
    package let double: Double
    /// Whether the number has no fraction. With ``integer`` absent it is then out of range.
    package let isIntegral: Bool

    /// `.inf`, `-.inf` or `.nan`.
    init(special double: Double) {
        integer = nil
        self.double = double
        isIntegral = false
    }

    /// A number in octal or hexadecimal digits, without `0o` or `0x`.
    init(digits: Substring, radix: Int) {
        integer = Int64(digits, radix: radix)
        isIntegral = true
        if let small = UInt64(digits, radix: radix) {
            double = Double(small)
        } else {
            double = Double("0x" + (radix == 8 ? Self.hexadecimal(octal: digits) : String(digits))) ?? .infinity
        }
    }

    /// A number in decimal digits, with or without a point and an exponent: `-12`, `1.5e3`, `.5`, `2.`
    ///
    /// Whether it is an integer is decided on its digits, not on the double: `9007199254740993.0` is one exactly.
    init(decimal text: String) {
        double = Double(text) ?? .nan
        let lower = text.utf8.map { $0 | 0x20 }
        let parts = lower.split(separator: UInt8(ascii: "e"), maxSplits: 1)
        let exponent = parts.count == 2 ? Self.saturated(parts[1]) : 0
        let mantissa = text.utf8.prefix(parts.first?.count ?? 0)
        let point = mantissa.firstIndex(of: UInt8(ascii: "."))
        let isDigit = { (byte: UInt8) in byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
        var digits = mantissa.filter(isDigit)
        var scale = exponent - (point.map { mantissa[$0...].count - 1 } ?? 0)
        while digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            scale += 1
        }
        isIntegral = digits.isEmpty || scale >= 0
        if digits.isEmpty {
            integer = 0
        } else if isIntegral, scale < 20 {
            let sign = text.utf8.first == UInt8(ascii: "-") ? "-" : ""
            integer = Int64(sign + String(decoding: digits, as: UTF8.self) + String(repeating: "0", count: scale))
        } else {
            integer = nil
        }
    }

    /// An exponent's digits as a number, kept far from overflow: beyond a million only its sign matters.
    private static func saturated(_ digits: some Collection<UInt8>) -> Int {
        var value = 0
        for byte in digits where byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") {
            value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 1 << 40)
        }
        return digits.contains(UInt8(ascii: "-")) ? -value : value
    }

    /// The same number in hexadecimal digits, which `Double` reads with correct rounding at any length.
    private static func hexadecimal(octal digits: Substring) -> String {
        var bits: [UInt8] = []
        for byte in digits.utf8 {
            let digit = byte & 0b111
            bits += [digit >> 2 & 1, digit >> 1 & 1, digit & 1]
        }
        bits.insert(contentsOf: repeatElement(0, count: (4 - bits.count % 4) % 4), at: 0)
        return stride(from: 0, to: bits.count, by: 4).map { start in
            String(bits[start..<start + 4].reduce(0) { $0 << 1 | $1 }, radix: 16)
        }.joined()
    }
}

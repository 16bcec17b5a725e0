/// The shortest decimal digits that read back as the same double.
struct ShortestDecimal {
    let isNegative: Bool
    /// ASCII digits without zeros at either end; `0` for zero.
    let digits: [UInt8]
    /// Where the decimal point stands, in digits from the first: 1 for `1.5`, 0 for `0.5`, 3 for `100`.
    let pointPosition: Int

    /// Takes apart the standard library's description, which is the shortest one: `-1.25e-07`, `1000000.0`. Finite
    /// values only.
    init(_ value: Double) {
        var digits: [UInt8] = []
        var point: Int?
        var exponent = 0
        var text = value.magnitude.description.utf8[...]
        while let byte = text.popFirst() {
            switch byte {
            case UInt8(ascii: "."): point = digits.count
            case UInt8(ascii: "e"):
                exponent = Int(String(text) ?? "") ?? 0
                text = text[text.endIndex...]
            default: digits.append(byte)
            }
        }
        var position = (point ?? digits.count) + exponent
        let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(leadingZeros)
        position -= leadingZeros
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        isNegative = value.sign == .minus
        self.digits = digits.isEmpty ? [UInt8(ascii: "0")] : digits
        pointPosition = digits.isEmpty ? 1 : position
    }
}

/// A well-formed JSON number taken apart: its significant digits as an integer, and a power of ten.
///
/// `120.50e1` is 12050 with a power of -1 before trailing zeros are taken off, and 1205 with 0 after.
struct DecimalDigits {
    private let isNegative: Bool
    /// The number's magnitude if it is integral and at most `UInt64.max`.
    private let magnitude: UInt64?

    /// Reads a number that is known to be well-formed.
    init(_ text: some Sequence<UInt8>) {
        var isNegative = false
        var digits = Significand()
        var pointShift = 0
        var exponent = 0
        var isExponentNegative = false
        var part = Part.integer
        for byte in text {
            switch (byte, part) {
            case (UInt8(ascii: "-"), .integer): isNegative = true
            case (UInt8(ascii: "-"), _): isExponentNegative = true
            case (UInt8(ascii: "+"), _): break
            case (UInt8(ascii: "."), _): part = .fraction
            case (UInt8(ascii: "e"), _), (UInt8(ascii: "E"), _): part = .exponent
            case (_, .exponent): exponent = min(exponent * 10 + Int(byte - UInt8(ascii: "0")), Self.greatestExponent)
            default:
                digits.append(byte - UInt8(ascii: "0"))
                if part == .fraction { pointShift += 1 }
            }
        }
        self.isNegative = isNegative
        magnitude = digits.value(timesTenTo: (isExponentNegative ? -exponent : exponent) - pointShift)
    }

    /// The number as an `Int64`, where it is one.
    var int: Int64? {
        guard let magnitude else { return nil }
        guard isNegative else { return Int64(exactly: magnitude) }
        return magnitude == Int64.min.magnitude ? .min : Int64(exactly: magnitude).map { -$0 }
    }

    /// The number as a `UInt64`, where it is one.
    var uint: UInt64? {
        guard let magnitude, !isNegative || magnitude == 0 else { return nil }
        return magnitude
    }

    private enum Part { case integer, fraction, exponent }

    /// Larger exponents are all alike: no text is long enough to make up for this many digits.
    private static let greatestExponent = 1 << 48
}

extension DecimalDigits {
    /// Digits as they come, with trailing zeros held back so that `1.000…` stays small.
    private struct Significand {
        private var value: UInt64 = 0
        private var heldZeros = 0
        private var overflowed = false

        /// Adds one digit at the end.
        mutating func append(_ digit: UInt8) {
            guard digit != 0 else {
                if value != 0 { heldZeros += 1 }
                return
            }
            if !overflowed { multiply(byTenTo: heldZeros + 1) }
            heldZeros = 0
            guard !overflowed else { return }
            let (sum, carry) = value.addingReportingOverflow(UInt64(digit))
            (value, overflowed) = (sum, carry)
        }

        /// The digits times a power of ten, where that is an integer that fits.
        func value(timesTenTo power: Int) -> UInt64? {
            guard !overflowed else { return nil }
            guard value != 0 else { return 0 }
            let power = power + heldZeros
            guard power >= 0 else { return nil }
            var copy = self
            copy.multiply(byTenTo: power)
            return copy.overflowed ? nil : copy.value
        }

        private mutating func multiply(byTenTo power: Int) {
            guard value != 0 else { return }
            for _ in 0..<power {
                let (product, carry) = value.multipliedReportingOverflow(by: 10)
                guard !carry else {
                    overflowed = true
                    return
                }
                value = product
            }
        }
    }
}

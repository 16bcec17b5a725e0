extension DurationValue {
    /// What a text with units can be read as.
    package enum Reading: Sendable {
        case value(DurationValue)
        /// Well-formed, but longer than a duration may be.
        case outOfRange
        case malformed
    }

    /// Reads numbers with units, one after the other: `1h30m`, `-1.5s`, `100us`; also `0`. The units are h, m, s, ms,
    /// us (or µs) and ns; what is beyond nanoseconds is cut off.
    package static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Reading {
        var rest = text[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        if rest.count == 1, rest.first == UInt8(ascii: "0") { return .value(DurationValue(totalNanoseconds: 0)) }
        guard !rest.isEmpty else { return .malformed }
        var seconds: Int64 = 0
        var nanoseconds: Int64 = 0
        var isTooLarge = false
        while !rest.isEmpty {
            guard let number = Number(&rest), let unit = unit(&rest) else { return .malformed }
            guard let part = number.times(nanosecondsPerUnit: unit) else {
                isTooLarge = true
                continue
            }
            let total = nanoseconds + part.nanoseconds
            let (sum, overflow) = seconds.addingReportingOverflow(part.seconds + total / 1_000_000_000)
            isTooLarge = isTooLarge || overflow
            seconds = sum
            nanoseconds = total % 1_000_000_000
        }
        if isTooLarge { return .outOfRange }
        if isNegative {
            seconds = nanoseconds > 0 ? -seconds - 1 : -seconds
            nanoseconds = nanoseconds > 0 ? 1_000_000_000 - nanoseconds : 0
        }
        let value = DurationValue(seconds: seconds, nanoseconds: Int32(nanoseconds))
        return value.map(Reading.value) ?? .outOfRange
    }

    /// The span that a text with units means, or nothing where it is malformed or out of range.
    package init?(_ text: String) {
        var text = text
        guard case .value(let value) = text.withUTF8({ Self.parse($0) }) else { return nil }
        self = value
    }

    /// Seconds with as many fraction digits as are needed: `123.5s`, `-0.25s`.
    package var text: String { text(FractionText.needed) }

    /// Seconds with 0, 3, 6 or 9 fraction digits, as protobuf's JSON has it: `123.500s`.
    package var groupedText: String { text(FractionText.grouped) }

    private func text(_ fraction: (Int32) -> String) -> String {
        let isFractional = seconds < 0 && nanoseconds > 0
        let (whole, part) = isFractional ? (seconds + 1, 1_000_000_000 - nanoseconds) : (seconds, nanoseconds)
        return (seconds < 0 ? "-" : "") + String(whole.magnitude) + fraction(part) + "s"
    }

    /// Nanoseconds in the unit that comes next.
    private static func unit(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
        // The longer names first: `m` is the start of `ms`. Both the micro sign and the Greek letter are in use.
        let units: [(StaticString, Int64)] = [
            ("ns", 1), ("us", 1000), ("\u{B5}s", 1000), ("\u{3BC}s", 1000), ("ms", 1_000_000), ("s", 1_000_000_000),
            ("m", 60_000_000_000), ("h", 3_600_000_000_000),
        ]
        for (name, nanoseconds) in units {
            let bytes = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
            if rest.starts(with: bytes) {
                rest.removeFirst(bytes.count)
                return nanoseconds
            }
        }
        return nil
    }

    /// A decimal number, taken apart at its point.
    private struct Number {
        /// Nothing where it is too large for an `Int64`.
        private var whole: Int64? = 0
        /// The first 15 digits behind the point, and what one of them is worth at the last place: 10^-count.
        private var fraction: Int64 = 0
        private var scale: Int64 = 1

        /// Nothing where no digit comes next.
        init?(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) {
            var digits = 0
            while let byte = rest.first, byte &- UInt8(ascii: "0") < 10 {
                whole = whole.flatMap { Self.appending(byte, to: $0) }
                digits += 1
                rest.removeFirst()
            }
            if rest.first == UInt8(ascii: ".") {
                rest.removeFirst()
                while let byte = rest.first, byte &- UInt8(ascii: "0") < 10 {
                    if scale < 1_000_000_000_000_000 {
                        fraction = fraction * 10 + Int64(byte - UInt8(ascii: "0"))
                        scale *= 10
                    }
                    digits += 1
                    rest.removeFirst()
                }
            }
            if digits == 0 { return nil }
        }

        private static func appending(_ digit: UInt8, to number: Int64) -> Int64? {
            let (product, tooLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = product.addingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
            return tooLarge || overflow ? nil : sum
        }

        /// Whole seconds and nanoseconds; nothing where the seconds are too many for an `Int64`.
        func times(nanosecondsPerUnit unit: Int64) -> (seconds: Int64, nanoseconds: Int64)? {
            guard let whole else { return nil }
            // Below one unit, so that the quotient always fits.
            let fractionNanoseconds = scale.dividingFullWidth(fraction.multipliedFullWidth(by: unit)).quotient
            if unit >= 1_000_000_000 {
                let (seconds, overflow) = whole.multipliedReportingOverflow(by: unit / 1_000_000_000)
                guard !overflow, seconds <= DurationValue.maximumSeconds * 2 else { return nil }
                return (seconds, fractionNanoseconds)
            }
            let perSecond = 1_000_000_000 / unit
            return (whole / perSecond, whole % perSecond * unit + fractionNanoseconds)
        }
    }
}

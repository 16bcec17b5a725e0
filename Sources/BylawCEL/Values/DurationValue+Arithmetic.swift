extension DurationValue {
    static let outOfRange = EvaluationError(.range, "duration out of range")

    /// The whole span in nanoseconds, where an `Int64` holds it: up to about 292 years.
    package var totalNanoseconds: Int64? {
        // A negative span is reckoned from its ceiling, so that the very lowest one does not overflow on the way.
        let (whole, rest) =
            seconds < 0 ? (seconds + 1, Int64(nanoseconds) - 1_000_000_000) : (seconds, Int64(nanoseconds))
        let (product, tooLarge) = whole.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, overflow) = product.addingReportingOverflow(rest)
        return tooLarge || overflow ? nil : sum
    }

    /// A span of so many nanoseconds.
    package init(totalNanoseconds: Int64) {
        let (seconds, rest) = totalNanoseconds.flooredDivision(by: 1_000_000_000)
        self.init(unchecked: seconds, nanoseconds: Int32(rest))
    }

    /// Both spans together.
    func adding(_ other: DurationValue) -> Value {
        guard let a = totalNanoseconds, let b = other.totalNanoseconds else { return .error(Self.outOfRange) }
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? .error(Self.outOfRange) : .duration(DurationValue(totalNanoseconds: sum))
    }

    /// This span without the other.
    func subtracting(_ other: DurationValue) -> Value {
        guard let a = totalNanoseconds, let b = other.totalNanoseconds else { return .error(Self.outOfRange) }
        let (difference, overflow) = a.subtractingReportingOverflow(b)
        return overflow ? .error(Self.outOfRange) : .duration(DurationValue(totalNanoseconds: difference))
    }
}

extension Value {
    /// What arithmetic gives: a duration that 64 bits of nanoseconds hold, which is what every implementation of the
    /// language computes with, or the error that it is out of range.
    static func duration(seconds: Int64, nanoseconds: Int64) -> Value {
        let (carry, rest) = nanoseconds.flooredDivision(by: 1_000_000_000)
        guard let duration = DurationValue(seconds: seconds + carry, nanoseconds: Int32(rest)),
            duration.totalNanoseconds != nil
        else { return .error(DurationValue.outOfRange) }
        return .duration(duration)
    }
}

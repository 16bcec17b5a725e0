extension TimestampValue {
    static let outOfRange = EvaluationError(.range, "timestamp out of range")

    /// The instant `duration` later.
    func adding(_ duration: DurationValue) -> Value {
        .timestamp(
            seconds: seconds + duration.seconds,
            nanoseconds: Int64(nanoseconds) + Int64(duration.nanoseconds))
    }

    /// The instant `duration` earlier.
    func subtracting(_ duration: DurationValue) -> Value {
        .timestamp(
            seconds: seconds - duration.seconds,
            nanoseconds: Int64(nanoseconds) - Int64(duration.nanoseconds))
    }

    /// The time from `earlier` until this instant.
    func since(_ earlier: TimestampValue) -> Value {
        .duration(
            seconds: seconds - earlier.seconds,
            nanoseconds: Int64(nanoseconds) - Int64(earlier.nanoseconds))
    }
}

extension Value {
    /// A timestamp, or the error that it is out of range. `nanoseconds` may be any number of them, either way.
    package static func timestamp(seconds: Int64, nanoseconds: Int64) -> Value {
        let (carry, rest) = nanoseconds.flooredDivision(by: 1_000_000_000)
        let (total, overflow) = seconds.addingReportingOverflow(carry)
        guard !overflow, let timestamp = TimestampValue(seconds: total, nanoseconds: Int32(rest)) else {
            return .error(TimestampValue.outOfRange)
        }
        return .timestamp(timestamp)
    }
}

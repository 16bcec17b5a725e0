/// An instant between 0001-01-01T00:00:00Z and 9999-12-31T23:59:59.999999999Z, to the nanosecond.
package struct TimestampValue: Sendable, Hashable {
    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    package let seconds: Int64
    /// What is beyond the whole seconds: 0 ..< 1,000,000,000.
    package let nanoseconds: Int32

    package static let minimumSeconds: Int64 = -62_135_596_800
    package static let maximumSeconds: Int64 = 253_402_300_799

    /// 1970-01-01T00:00:00Z.
    package static let epoch = TimestampValue(uncheckedSeconds: 0)

    private init(uncheckedSeconds seconds: Int64) {
        self.seconds = seconds
        nanoseconds = 0
    }

    /// The instant, or nothing where it is out of range. `nanoseconds` must lie in 0 ..< 1,000,000,000.
    package init?(seconds: Int64, nanoseconds: Int32) {
        guard seconds >= Self.minimumSeconds, seconds <= Self.maximumSeconds,
            nanoseconds >= 0, nanoseconds < 1_000_000_000
        else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }
}

extension TimestampValue: Comparable {
    package static func < (a: TimestampValue, b: TimestampValue) -> Bool {
        (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
    }
}

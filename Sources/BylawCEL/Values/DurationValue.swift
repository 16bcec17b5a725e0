/// A span of time, to the nanosecond.
package struct DurationValue: Sendable, Hashable {
    /// Whole seconds, rounded down: -1 for minus half a second.
    package let seconds: Int64
    /// What is beyond the whole seconds: 0 ..< 1,000,000,000.
    package let nanoseconds: Int32

    /// The longest span either way, in seconds: about 10,000 years.
    package static let maximumSeconds: Int64 = 315_576_000_000

    /// The span, or nothing where it is out of range. `nanoseconds` must lie in 0 ..< 1,000,000,000.
    package init?(seconds: Int64, nanoseconds: Int32) {
        guard nanoseconds >= 0, nanoseconds < 1_000_000_000, seconds >= -Self.maximumSeconds,
            seconds < Self.maximumSeconds || (seconds == Self.maximumSeconds && nanoseconds == 0)
        else { return nil }
        self.init(unchecked: seconds, nanoseconds: nanoseconds)
    }

    init(unchecked seconds: Int64, nanoseconds: Int32) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }
}

extension DurationValue: Comparable {
    package static func < (a: DurationValue, b: DurationValue) -> Bool {
        (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
    }
}

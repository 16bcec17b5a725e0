package import BylawCEL

/// A moment with the offset of whoever wrote it down: it prints as it was written, and compares by the moment alone.
///
/// Years 0001 to 9999, as RFC 3339 and CEL have it.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    public let seconds: Int64
    /// Nanoseconds behind ``seconds``: 0..<1,000,000,000.
    public let nanoseconds: Int32
    /// Minutes that the writer's clock is ahead of UTC: -1,439...1,439.
    public let offsetMinutes: Int32

    /// The range of ``seconds``.
    package static let validSeconds = TimestampValue.minimumSeconds...TimestampValue.maximumSeconds

    /// A moment; nil outside the years 0001 to 9999 or with parts out of range.
    public init?(seconds: Int64, nanoseconds: Int32 = 0, offsetMinutes: Int32 = 0) {
        guard Self.validSeconds.contains(seconds), (0..<1_000_000_000).contains(nanoseconds),
            (-1439...1439).contains(offsetMinutes)
        else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
        self.offsetMinutes = offsetMinutes
    }

    /// Reads RFC 3339 with an offset (`2024-09-01T10:00:00+09:00`, `…Z`); nil for anything else.
    public init?(_ text: String) {
        guard let value = TimestampValue(text) else { return nil }
        self.init(value, offsetMinutes: Self.writtenOffset(Array(text.utf8)))
    }

    /// A moment in UTC; the first or last valid one where it is outside the years 0001 to 9999.
    package init(clamping seconds: Int64) {
        self.seconds = min(max(seconds, Self.validSeconds.lowerBound), Self.validSeconds.upperBound)
        nanoseconds = 0
        offsetMinutes = 0
    }

    /// A moment that conditions reckon with.
    package init(_ value: TimestampValue, offsetMinutes: Int32 = 0) {
        seconds = value.seconds
        nanoseconds = value.nanoseconds
        self.offsetMinutes = offsetMinutes
    }

    /// The minutes of the offset at the end of a well-formed text: `+09:00`, or a letter for zero.
    private static func writtenOffset(_ text: [UInt8]) -> Int32 {
        guard text.count > 6, text[text.count - 3] == UInt8(ascii: ":") else { return 0 }
        let tail = text.suffix(6).map { Int32($0) - 0x30 }
        let minutes = (tail[1] * 10 + tail[2]) * 60 + tail[4] * 10 + tail[5]
        return text[text.count - 6] == UInt8(ascii: "-") ? -minutes : minutes
    }

    /// By the moment; the offset does not matter.
    public static func < (a: Timestamp, b: Timestamp) -> Bool {
        (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
    }

    /// Whether it is the same moment, wherever it was written down.
    public static func == (a: Timestamp, b: Timestamp) -> Bool {
        (a.seconds, a.nanoseconds) == (b.seconds, b.nanoseconds)
    }

    /// Hashes the moment alone.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(seconds)
        hasher.combine(nanoseconds)
    }

    /// This moment later by a duration, with the same offset; the last or first valid moment where that is outside.
    public func advanced(by duration: Duration) -> Timestamp {
        let (whole, attoseconds) = duration.components
        var (sum, overflow) = seconds.addingReportingOverflow(whole)
        var nanos = Int64(nanoseconds) + attoseconds / 1_000_000_000
        if nanos < 0 { nanos += 1_000_000_000; sum = sum == .min ? sum : sum - 1 }
        if nanos >= 1_000_000_000 { nanos -= 1_000_000_000; sum = sum == .max ? sum : sum + 1 }
        if overflow { sum = whole > 0 ? .max : .min }
        let clamped = min(max(sum, Self.validSeconds.lowerBound), Self.validSeconds.upperBound)
        return Timestamp(seconds: clamped, nanoseconds: Int32(nanos), offsetMinutes: offsetMinutes) ?? self
    }

    /// RFC 3339 in the writer's offset; `Z` where that is zero; decimals only where there are any.
    public var description: String {
        // The offset may carry the local time out of the years 1 to 9999; then it is written in UTC.
        let local = TimestampValue(seconds: seconds + Int64(offsetMinutes) * 60, nanoseconds: nanoseconds)
        guard offsetMinutes != 0, let local else { return value.text }
        let size = abs(offsetMinutes)
        let digits = [size / 600, size / 60 % 10, size % 60 / 10, size % 10].map(String.init)
        return local.text.dropLast() + (offsetMinutes < 0 ? "-" : "+") + digits[0] + digits[1] + ":" + digits[2]
            + digits[3]
    }
}

extension Timestamp {
    /// The moment as conditions reckon with it.
    package var value: TimestampValue {
        // Every moment was checked when it was made, so the fallback is never seen.
        TimestampValue(seconds: seconds, nanoseconds: nanoseconds) ?? .epoch
    }
}

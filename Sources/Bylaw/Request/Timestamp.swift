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
    package static let validSeconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// A moment; nil outside the years 0001 to 9999 or with parts out of range.
    public init?(seconds: Int64, nanoseconds: Int32 = 0, offsetMinutes: Int32 = 0) {
        guard Self.validSeconds.contains(seconds), (0..<1_000_000_000).contains(nanoseconds),
            (-1439...1439).contains(offsetMinutes)
        else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
        self.offsetMinutes = offsetMinutes
    }

    /// Reads RFC 3339 with an offset (`2024-09-01T10:00:00+09:00`, `…Z`, up to nine decimals); nil for anything else.
    public init?(_ text: String) {
        var reader = DigitReader(Array(text.utf8))
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
            let day = reader.number(2), reader.skip("T") || reader.skip("t"),
            let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2), reader.skip(":"),
            let second = reader.number(2)
        else { return nil }
        var nanoseconds: Int64 = 0
        if reader.skip(".") {
            guard let fraction = reader.fraction() else { return nil }
            nanoseconds = fraction
        }
        var offset: Int64 = 0
        if !(reader.skip("Z") || reader.skip("z")) {
            let isAhead = reader.skip("+")
            guard isAhead || reader.skip("-"), let hours = reader.number(2), reader.skip(":"),
                let minutes = reader.number(2), hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (isAhead ? 1 : -1)
        }
        guard reader.isAtEnd, hour < 24, minute < 60, second < 60, year >= 1, (1...12).contains(month), day >= 1,
            day <= CivilDate.daysIn(month: month, year: year)
        else { return nil }
        let days = CivilDate.days(year: year, month: month, day: day)
        let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset * 60
        self.init(seconds: seconds, nanoseconds: Int32(nanoseconds), offsetMinutes: Int32(offset))
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
        let local = seconds + Int64(offsetMinutes) * 60
        let shown = Self.validSeconds.contains(local) ? offsetMinutes : 0
        let clock = shown == 0 ? seconds : local
        let days = clock.quotient(flooredBy: 86_400)
        let second = clock - days * 86_400
        let date = CivilDate(days: days)
        var text = pad(date.year, 4) + "-" + pad(date.month, 2) + "-" + pad(date.day, 2)
        text += "T" + pad(second / 3600, 2) + ":" + pad(second / 60 % 60, 2) + ":" + pad(second % 60, 2)
        if nanoseconds != 0 {
            var digits = pad(Int64(nanoseconds), 9)
            while digits.last == "0" { digits.removeLast() }
            text += "." + digits
        }
        guard shown != 0 else { return text + "Z" }
        let size = Int64(abs(shown))
        return text + (shown < 0 ? "-" : "+") + pad(size / 60, 2) + ":" + pad(size % 60, 2)
    }
}

private func pad(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// Reads digits and marks from the front of a text.
private struct DigitReader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: mark) else { return false }
        index += 1
        return true
    }

    /// Exactly `count` digits.
    mutating func number(_ count: Int) -> Int64? {
        guard index + count <= bytes.count else { return nil }
        var number: Int64 = 0
        for byte in bytes[index..<index + count] {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int64(byte - 0x30)
        }
        index += count
        return number
    }

    /// One to nine decimals, in billionths.
    mutating func fraction() -> Int64? {
        let start = index
        var number: Int64 = 0
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
            guard index - start < 9 else { return nil }
            number = number * 10 + Int64(bytes[index] - 0x30)
            index += 1
        }
        guard index > start else { return nil }
        for _ in index - start..<9 { number *= 10 }
        return number
    }
}

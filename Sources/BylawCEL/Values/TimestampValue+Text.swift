extension TimestampValue {
    /// What an RFC 3339 text can be read as.
    package enum Reading: Sendable {
        case value(TimestampValue)
        /// Well-formed, but before the year 1 or after the year 9999.
        case outOfRange
        case malformed
    }

    /// Reads RFC 3339: `2009-02-13T23:31:30.5+09:00`. What is beyond nanoseconds is cut off; a leap second counts as
    /// the first second after it.
    package static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Reading {
        var scanner = DigitScanner(text)
        guard let year = scanner.number(atLeast: 4, atMost: 5), scanner.skip("-"),
            let month = scanner.number(atLeast: 2, atMost: 2), scanner.skip("-"),
            let day = scanner.number(atLeast: 2, atMost: 2), scanner.skip("T") || scanner.skip("t"),
            let hour = scanner.number(atLeast: 2, atMost: 2), scanner.skip(":"),
            let minute = scanner.number(atLeast: 2, atMost: 2), scanner.skip(":"),
            let second = scanner.number(atLeast: 2, atMost: 2),
            let nanoseconds = scanner.fraction(), let offset = scanner.offset(), scanner.isAtEnd,
            (1...12).contains(month), day >= 1, day <= CivilTime.dayCount(year: Int64(year), month: month),
            hour < 24, minute < 60, second <= 60
        else { return .malformed }
        let civil = CivilTime(year: Int64(year), month: month, day: day, hour: hour, minute: minute, second: second)
        let seconds = civil.secondsSinceEpoch - Int64(offset)
        return TimestampValue(seconds: seconds, nanoseconds: nanoseconds).map(Reading.value) ?? .outOfRange
    }

    /// The instant that an RFC 3339 text means, or nothing where it is malformed or out of range.
    package init?(_ text: String) {
        var text = text
        guard case .value(let value) = text.withUTF8({ Self.parse($0) }) else { return nil }
        self = value
    }

    /// RFC 3339 in UTC with as many fraction digits as are needed: `2009-02-13T23:31:30.5Z`.
    package var text: String { text(fraction: FractionText.needed(nanoseconds)) }

    /// RFC 3339 in UTC with 0, 3, 6 or 9 fraction digits, as protobuf's JSON has it: `2009-02-13T23:31:30.500Z`.
    package var groupedText: String { text(fraction: FractionText.grouped(nanoseconds)) }

    private func text(fraction: String) -> String {
        let civil = CivilTime(secondsSinceEpoch: seconds)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        bytes.append(Int(civil.year), width: 4, then: "-")
        bytes.append(civil.month, width: 2, then: "-")
        bytes.append(civil.day, width: 2, then: "T")
        bytes.append(civil.hour, width: 2, then: ":")
        bytes.append(civil.minute, width: 2, then: ":")
        bytes.append(civil.second, width: 2, then: fraction)
        bytes.append(UInt8(ascii: "Z"))
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Appends the last `width` digits of a number, zeros before them, and a text.
    fileprivate mutating func append(_ number: Int, width: Int, then text: String) {
        let start = count
        append(contentsOf: repeatElement(UInt8(ascii: "0"), count: width))
        var rest = number
        for index in (start..<count).reversed() {
            self[index] += UInt8(rest % 10)
            rest /= 10
        }
        append(contentsOf: text.utf8)
    }
}

/// Nanoseconds as the part of a number behind its point.
enum FractionText {
    /// As many digits as are needed, with the point; nothing for zero.
    static func needed(_ nanoseconds: Int32) -> String {
        guard nanoseconds > 0 else { return "" }
        var digits = nineDigits(nanoseconds)
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return "." + String(decoding: digits, as: UTF8.self)
    }

    /// 0, 3, 6 or 9 digits, with the point.
    static func grouped(_ nanoseconds: Int32) -> String {
        guard nanoseconds > 0 else { return "" }
        let count = nanoseconds % 1_000_000 == 0 ? 3 : nanoseconds % 1000 == 0 ? 6 : 9
        return "." + String(decoding: nineDigits(nanoseconds).prefix(count), as: UTF8.self)
    }

    private static func nineDigits(_ nanoseconds: Int32) -> [UInt8] {
        Array(String(1_000_000_000 + nanoseconds).utf8.dropFirst())
    }
}

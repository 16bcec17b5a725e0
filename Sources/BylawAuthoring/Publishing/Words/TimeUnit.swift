import Bylaw
import BylawCEL

/// The units in which rule books say how long something takes.
enum TimeUnit: CaseIterable {
    case day, hour, minute, second

    private var seconds: Int64 {
        switch self {
        case .day: 86_400
        case .hour: 3_600
        case .minute: 60
        case .second: 1
        }
    }

    /// A duration in words: up to two days in hours, as people speak of a deadline, else in days and what is left.
    /// Parts of a second are no matter of words, and are written as a policy would.
    static func spoken(_ duration: Duration, _ amount: (Int, TimeUnit) -> String) -> String {
        let (seconds, attoseconds) = duration.components
        guard attoseconds == 0, seconds > 0 else { return duration.policyText }
        let units = seconds < 2 * TimeUnit.day.seconds ? Array(allCases.dropFirst()) : allCases
        var rest = seconds
        var parts: [String] = []
        for unit in units where rest >= unit.seconds {
            parts.append(amount(Int(rest / unit.seconds), unit))
            rest %= unit.seconds
        }
        return parts.joined(separator: " ")
    }
}

/// A moment as clocks showed it where it was written down.
struct BookDate {
    let year: Int64
    let month: Int
    let day: Int
    /// `00:00`, with seconds only where there are any.
    let clock: String
    /// `UTC+09:00`; `UTC` alone without an offset.
    let zone: String

    init(_ time: Timestamp) {
        let local = CivilTime(secondsSinceEpoch: time.seconds + Int64(time.offsetMinutes) * 60)
        (year, month, day) = (local.year, local.month, local.day)
        func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        clock = ([local.hour, local.minute] + (local.second == 0 ? [] : [local.second])).map(twoDigits)
            .joined(separator: ":")
        let size = Int(abs(time.offsetMinutes))
        zone =
            size == 0
            ? "UTC" : "UTC\(time.offsetMinutes < 0 ? "−" : "+")\(twoDigits(size / 60)):\(twoDigits(size % 60))"
    }
}

extension Weekday {
    /// The day's name in a list that begins with Monday's.
    func name(in days: [String]) -> String {
        let index = Self.allCases.firstIndex(of: self) ?? 0
        return index < days.count ? days[index] : rawValue
    }
}

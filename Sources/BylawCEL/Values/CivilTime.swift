/// A date and a time of day in the proleptic Gregorian calendar, without a zone.
package struct CivilTime: Sendable, Hashable {
    /// May lie one outside 1 ... 9999 where a zone has carried an instant over the end.
    package var year: Int64
    /// 1 ... 12.
    package var month: Int
    /// 1 ... 31.
    package var day: Int
    /// 0 ..< 24.
    package var hour: Int
    /// 0 ..< 60.
    package var minute: Int
    /// 0 ..< 60.
    package var second: Int

    private static let secondsPerDay: Int64 = 86_400

    /// The date and time `seconds` after 1970-01-01T00:00:00, in the same zone.
    package init(secondsSinceEpoch seconds: Int64) {
        let (days, rest) = seconds.flooredDivision(by: Self.secondsPerDay)
        (year, month, day) = Self.date(daysSinceEpoch: days)
        hour = Int(rest / 3600)
        minute = Int(rest / 60 % 60)
        second = Int(rest % 60)
    }

    /// The date and time made of these parts, which must be in range.
    package init(year: Int64, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        (self.year, self.month, self.day) = (year, month, day)
        (self.hour, self.minute, self.second) = (hour, minute, second)
    }

    /// Seconds since 1970-01-01T00:00:00, in the same zone.
    package var secondsSinceEpoch: Int64 {
        daysSinceEpoch * Self.secondsPerDay + Int64(hour * 3600 + minute * 60 + second)
    }

    /// Days since 1970-01-01.
    package var daysSinceEpoch: Int64 { Self.daysSinceEpoch(year: year, month: month, day: day) }

    /// 0 for Sunday to 6 for Saturday.
    package var dayOfWeek: Int {
        // 1970-01-01 was a Thursday.
        Int((daysSinceEpoch + 4).flooredDivision(by: 7).remainder)
    }

    /// 0 for the first of January.
    package var dayOfYear: Int {
        Int(daysSinceEpoch - Self.daysSinceEpoch(year: year, month: 1, day: 1))
    }

    /// How many days the month has.
    package static func dayCount(year: Int64, month: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Counts years from March, so that the leap day is a year's last, and months by the 153 days of each five.
    private static func daysSinceEpoch(year: Int64, month: Int, day: Int) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = shifted.flooredDivision(by: 400)
        let monthFromMarch = Int64((month + 9) % 12)
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func date(daysSinceEpoch days: Int64) -> (Int64, Int, Int) {
        let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = (monthFromMarch + 2) % 12 + 1
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        return (year, Int(month), Int(day))
    }
}

extension FixedWidthInteger {
    /// The quotient rounded down, and what remains, which is never negative. `divisor` must be positive.
    @inlinable
    package func flooredDivision(by divisor: Self) -> (quotient: Self, remainder: Self) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

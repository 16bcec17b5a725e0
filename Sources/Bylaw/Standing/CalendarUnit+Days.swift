import BylawCEL

/// Days are counted from 1970-01-01, a Thursday.
extension CalendarUnit {
    /// The first day of the unit after the one that holds a day. `weekStarts` matters to weeks alone.
    func firstDay(after day: Int64, weekStarts: Weekday) -> Int64 {
        let date = CivilTime(secondsSinceEpoch: day * 86_400)
        switch self {
        case .week:
            let monday = day + 3 - Int64(weekStarts.daysAfterMonday)
            return day + 7 - monday.flooredDivision(by: 7).remainder
        case .month: return Self.firstDay(ofMonth: date.month + 1, year: date.year)
        case .quarter: return Self.firstDay(ofMonth: (date.month - 1) / 3 * 3 + 4, year: date.year)
        case .year: return Self.firstDay(ofMonth: 13, year: date.year)
        }
    }

    /// `month` may be 13: January of the next year.
    private static func firstDay(ofMonth month: Int, year: Int64) -> Int64 {
        let isNextYear = month > 12
        return CivilTime(year: isNextYear ? year + 1 : year, month: isNextYear ? month - 12 : month, day: 1)
            .daysSinceEpoch
    }
}

extension Weekday {
    fileprivate var daysAfterMonday: Int {
        switch self {
        case .monday: 0
        case .tuesday: 1
        case .wednesday: 2
        case .thursday: 3
        case .friday: 4
        case .saturday: 5
        case .sunday: 6
        }
    }
}

/// Days are counted from 1970-01-01, a Thursday.
extension CalendarUnit {
    /// The first day of the unit after the one that holds a day. `weekStarts` matters to weeks alone.
    func firstDay(after day: Int64, weekStarts: Weekday) -> Int64 {
        let date = CivilDate(days: day)
        switch self {
        case .week:
            let monday = day + 3 - Int64(weekStarts.daysAfterMonday)
            return day + 7 - (monday - monday.quotient(flooredBy: 7) * 7)
        case .month: return Self.firstDay(ofMonth: date.month + 1, year: date.year)
        case .quarter: return Self.firstDay(ofMonth: (date.month - 1) / 3 * 3 + 4, year: date.year)
        case .year: return Self.firstDay(ofMonth: 13, year: date.year)
        }
    }

    /// `month` may be 13: January of the next year.
    private static func firstDay(ofMonth month: Int64, year: Int64) -> Int64 {
        month > 12
            ? CivilDate.days(year: year + 1, month: month - 12, day: 1)
            : CivilDate.days(year: year, month: month, day: 1)
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

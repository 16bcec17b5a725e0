/// A stretch of the calendar that begins at a midnight.
package enum CalendarPeriod: Sendable, Hashable {
    case day
    /// From the weekday that weeks begin with: 0 for Sunday to 6 for Saturday.
    case week(startsOn: Int)
    case month
    case year
}

extension Zone {
    /// The instant at which clocks in this zone show a date and time; nothing where that is out of range.
    ///
    /// A time that is shown twice, as when daylight saving ends, means the first of both. One that is skipped is moved
    /// forward by as much as was skipped: 02:30 becomes 03:30.
    package func instant(of civil: CivilTime) -> TimestampValue? {
        let local = civil.secondsSinceEpoch
        // No two changes of a zone's offset are within two days of each other.
        let before = offset(atSecondsSinceEpoch: local - 86_400)
        let after = offset(atSecondsSinceEpoch: local + 86_400)
        let first = local - Int64(before)
        let second = local - Int64(after)
        let isFirst = offset(atSecondsSinceEpoch: first) == before || offset(atSecondsSinceEpoch: second) != after
        return TimestampValue(seconds: isFirst ? first : second, nanoseconds: 0)
    }

    /// The beginning of the day, week, month or year that an instant lies in, as clocks in this zone show it; nothing
    /// where that is out of range.
    package func start(of period: CalendarPeriod, containing instant: TimestampValue) -> TimestampValue? {
        self.instant(of: civilTime(at: instant).start(of: period))
    }

    /// The beginning of the period after the one that an instant lies in; nothing where that is out of range.
    package func end(of period: CalendarPeriod, containing instant: TimestampValue) -> TimestampValue? {
        self.instant(of: civilTime(at: instant).start(of: period).next(period))
    }
}

extension CivilTime {
    /// Midnight at the beginning of the period that this lies in.
    package func start(of period: CalendarPeriod) -> CivilTime {
        switch period {
        case .day: CivilTime(year: year, month: month, day: day)
        case .week(let first): midnight(daysLater: -Int64((dayOfWeek - first).flooredDivision(by: 7).remainder))
        case .month: CivilTime(year: year, month: month, day: 1)
        case .year: CivilTime(year: year, month: 1, day: 1)
        }
    }

    /// From the beginning of one period to that of the next.
    fileprivate func next(_ period: CalendarPeriod) -> CivilTime {
        switch period {
        case .day: midnight(daysLater: 1)
        case .week: midnight(daysLater: 7)
        case .month:
            month == 12 ? CivilTime(year: year + 1, month: 1, day: 1) : CivilTime(year: year, month: month + 1, day: 1)
        case .year: CivilTime(year: year + 1, month: 1, day: 1)
        }
    }

    private func midnight(daysLater days: Int64) -> CivilTime {
        CivilTime(secondsSinceEpoch: (daysSinceEpoch + days) * 86_400)
    }
}

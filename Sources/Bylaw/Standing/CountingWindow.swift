import BylawCEL

/// A tally's window with its zone looked up.
enum CountingWindow: Sendable {
    case forever
    case rolling(Duration)
    case calendar(CalendarUnit, Zone, weekStarts: Weekday)

    /// Nil where there is no such zone.
    init?(_ window: TallyTerms.Window) {
        switch window {
        case .forever: self = .forever
        case .rolling(let duration): self = .rolling(duration)
        case .calendar(let unit, let name, let weekStarts):
            guard let zone = Zone(name) else { return nil }
            self = .calendar(unit, zone, weekStarts: weekStarts)
        }
    }

    /// The first moment at which a point for an act no longer counts; nil where it always will, and where that moment
    /// is beyond the year 9999.
    func end(occurred: Timestamp) -> Timestamp? {
        switch self {
        case .forever: return nil
        case .rolling(let duration): return occurred.advanced(by: duration)
        case .calendar(let unit, let zone, let weekStarts):
            let clock = occurred.seconds + zone.offset(atSeconds: occurred.seconds)
            let day = unit.firstDay(after: clock.flooredDivision(by: 86_400).quotient, weekStarts: weekStarts)
            return Timestamp(seconds: zone.moment(ofClock: day * 86_400), offsetMinutes: occurred.offsetMinutes)
        }
    }
}

extension Zone {
    /// Seconds that clocks are ahead of UTC, at a moment of the years that timestamps have; the nearest one's outside.
    fileprivate func offset(atSeconds seconds: Int64) -> Int64 {
        let range = Timestamp.validSeconds
        let seconds = min(max(seconds, range.lowerBound), range.upperBound)
        return TimestampValue(seconds: seconds, nanoseconds: 0).map { Int64(offset(at: $0)) } ?? 0
    }

    /// The moment from which clocks stay at a time or behind it, both in seconds since 1970-01-01T00:00:00: where they
    /// skip the time, when they do; where they are set back to before it, when they reach it again.
    fileprivate func moment(ofClock clock: Int64) -> Int64 {
        // No zone is a day or more away from UTC, so clocks show less at the one and more at the other.
        var before = clock - 2 * 86_400
        var after = clock + 2 * 86_400
        for offset in [offset(atSeconds: after), offset(atSeconds: before)]
        where self.offset(atSeconds: clock - offset - 1) == offset {
            return clock - offset
        }
        while after - before > 1 {
            let middle = before + (after - before) / 2
            if middle + offset(atSeconds: middle) < clock { before = middle } else { after = middle }
        }
        return after
    }
}

extension TallyTerms {
    /// Until when a point counts.
    package enum Window: Sendable, Hashable {
        case forever
        /// For that long from the act.
        case rolling(Duration)
        /// Until the unit ends in which the act occurred, on the zone's clocks. `weekStarts` matters to weeks alone.
        case calendar(CalendarUnit, zone: String, weekStarts: Weekday)
    }
}

extension TallyTerms.Window {
    /// A window as written, with the policy's calendar.
    package init(_ written: TallyWindow, zone: String, weekStarts: Weekday) {
        self =
            switch written {
            case .forever: .forever
            case .rolling(let duration): .rolling(duration)
            case .calendar(let unit): .calendar(unit, zone: zone, weekStarts: weekStarts)
            }
    }
}

extension TallyTerms {
    /// The first moment at which a point for an act no longer counts; nil where it always will.
    package func end(occurred: Timestamp) -> Timestamp? { CountingWindow(window)?.end(occurred: occurred) }
}

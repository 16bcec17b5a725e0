import Bylaw
import Testing

@Suite("A point counts until its window ends")
struct WindowTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let window: TallyTerms.Window
        let occurred: String
        /// The first moment at which it no longer counts; nil where it always does.
        let end: String?
        var testDescription: String { "\(window) from \(occurred)" }

        init(_ window: TallyTerms.Window, _ occurred: String, _ end: String?) {
            (self.window, self.occurred, self.end) = (window, occurred, end)
        }

        init(_ unit: CalendarUnit, _ zone: String, _ weekStarts: Weekday, _ occurred: String, _ end: String) {
            self.init(.calendar(unit, zone: zone, weekStarts: weekStarts), occurred, end)
        }

        init(_ unit: CalendarUnit, _ zone: String, _ occurred: String, _ end: String) {
            self.init(unit, zone, .monday, occurred, end)
        }
    }

    static let rolling = [
        // 180 × 24 h: 2024-03-04 lies 180 days before 2024-08-31.
        Case(.rolling(.days(180)), "2024-03-04T10:00:00+09:00", "2024-08-31T10:00:00+09:00"),
        // A fraction of a second is kept.
        Case(.rolling(.seconds(1)), "2024-09-01T00:00:00.25Z", "2024-09-01T00:00:01.25Z"),
        Case(.forever, "2024-09-01T00:00:00Z", nil),
    ]

    static let calendar = [
        // Tokyo is nine hours ahead all year.
        Case(.month, "Asia/Tokyo", "2024-08-31T23:59:59+09:00", "2024-09-01T00:00:00+09:00"),
        Case(.month, "Asia/Tokyo", "2024-09-01T00:00:00+09:00", "2024-10-01T00:00:00+09:00"),
        // The same moment is still August in UTC.
        Case(.month, "UTC", "2024-09-01T00:00:00+09:00", "2024-09-01T00:00:00Z"),
        Case(.month, "+09:00", "2024-12-31T15:00:00Z", "2025-02-01T00:00:00+09:00"),
        Case(.month, "UTC", "2024-02-29T12:00:00Z", "2024-03-01T00:00:00Z"),
        Case(.month, "UTC", "2024-12-31T23:59:59Z", "2025-01-01T00:00:00Z"),
        // 2024-09-01 was a Sunday.
        Case(.week, "UTC", .monday, "2024-09-01T23:59:59Z", "2024-09-02T00:00:00Z"),
        Case(.week, "UTC", .monday, "2024-09-02T00:00:00Z", "2024-09-09T00:00:00Z"),
        Case(.week, "UTC", .sunday, "2024-09-01T00:00:00Z", "2024-09-08T00:00:00Z"),
        Case(.week, "UTC", .sunday, "2024-08-31T23:59:59Z", "2024-09-01T00:00:00Z"),
        Case(.week, "UTC", .saturday, "2024-09-01T12:00:00Z", "2024-09-07T00:00:00Z"),
        // 1969-12-31 was a Wednesday.
        Case(.week, "UTC", .thursday, "1969-12-31T12:00:00Z", "1970-01-01T00:00:00Z"),
        Case(.week, "UTC", .wednesday, "1969-12-31T12:00:00Z", "1970-01-07T00:00:00Z"),
        Case(.quarter, "UTC", "2024-03-31T23:59:59Z", "2024-04-01T00:00:00Z"),
        Case(.quarter, "UTC", "2024-04-01T00:00:00Z", "2024-07-01T00:00:00Z"),
        Case(.quarter, "UTC", "2024-11-15T00:00:00Z", "2025-01-01T00:00:00Z"),
        Case(.year, "Asia/Tokyo", "2024-12-31T14:59:59Z", "2024-12-31T15:00:00Z"),
        Case(.year, "Asia/Tokyo", "2024-12-31T15:00:00Z", "2025-12-31T15:00:00Z"),
    ]

    static let clockChanges = [
        // Berlin's summer begins on 2024-03-31: March begins an hour ahead of UTC and ends two ahead.
        Case(.month, "Europe/Berlin", "2024-03-01T00:00:00+01:00", "2024-04-01T00:00:00+02:00"),
        Case(.month, "Europe/Berlin", "2024-03-31T23:59:59+02:00", "2024-04-01T00:00:00+02:00"),
        // São Paulo skipped the midnight of Sunday 2018-11-04: 23:59:59-03:00 was followed by 01:00:00-02:00.
        Case(.week, "America/Sao_Paulo", .sunday, "2018-10-30T12:00:00-03:00", "2018-11-04T03:00:00Z"),
        Case(.week, "America/Sao_Paulo", .sunday, "2018-11-04T01:00:00-02:00", "2018-11-11T02:00:00Z"),
        // Havana's clocks went from 01:00-04:00 back to 00:00-05:00 on Sunday 2023-11-05: both hours are Sunday's.
        Case(.week, "America/Havana", .sunday, "2023-11-04T12:00:00-04:00", "2023-11-05T04:00:00Z"),
        Case(.week, "America/Havana", .sunday, "2023-11-05T04:30:00Z", "2023-11-12T05:00:00Z"),
        // St. John's went from Sunday 2010-11-07 00:01-02:30 back to Saturday 23:01-03:30: Saturday ends for good at
        // the second midnight.
        Case(.week, "America/St_Johns", .sunday, "2010-11-06T12:00:00-02:30", "2010-11-07T03:30:00Z"),
        // Toronto's clocks went from Sunday 1919-03-30 23:30-05:00 on to Monday 00:30-04:00.
        Case(.week, "America/Toronto", .monday, "1919-03-29T12:00:00-05:00", "1919-03-31T04:30:00Z"),
        // Apia left out the whole of Friday 2011-12-30: Thursday 24:00-10:00 was Saturday 00:00+14:00.
        Case(.week, "Pacific/Apia", .friday, "2011-12-29T12:00:00-10:00", "2011-12-30T10:00:00Z"),
    ]

    @Test("to the second", arguments: rolling)
    func rolls(example: Case) throws { try check(example) }

    @Test("with the calendar unit of the policy's zone", arguments: calendar)
    func followsTheCalendar(example: Case) throws { try check(example) }

    @Test("also where clocks change", arguments: clockChanges)
    func followsTheClocks(example: Case) throws { try check(example) }

    /// One strike counts from when it occurred to the second before the end.
    private func check(_ example: Case) throws {
        let terms = makeTerms(example.window)
        let occurred = try moment(example.occurred)
        let ledger = try makeLedger(terms, events: [makeStrike("i", on: occurred, terms: terms)])
        #expect(try ledger.points(at: occurred.advanced(by: .seconds(-1))) == 0)
        #expect(try ledger.points(at: occurred) == 1)
        guard let text = example.end else {
            #expect(try ledger.points(at: moment("9999-12-31T23:59:59Z")) == 1)
            return
        }
        let end = try moment(text)
        #expect(try ledger.points(at: end.advanced(by: .nanoseconds(-1))) == 1)
        #expect(try ledger.points(at: end) == 0)
    }

    @Test("which is refused where its zone does not exist")
    func unknownZone() {
        var ledger = MemoryLedger()
        #expect(throws: LedgerError.unknownZone(policy: "sharing-policy", tally: "sharing")) {
            try ledger.keep(makeTerms(.calendar(.month, zone: "Asia/Edo", weekStarts: .monday)))
        }
    }
}

import BylawCEL
import Testing

@Suite("The calendar in a time zone")
struct ZoneCalendarTests {
    @Test(
        "a local time is an instant; shown twice it is the first, skipped it is moved forward",
        arguments: [
            ("UTC", "2024-03-31T02:30:00Z", "2024-03-31T02:30:00Z"),
            ("+09:00", "2024-03-31T02:30:00Z", "2024-03-30T17:30:00Z"),
            ("Asia/Tokyo", "2024-03-31T02:30:00Z", "2024-03-30T17:30:00Z"),
            // Daylight saving begins at 02:00, which becomes 03:00.
            ("Europe/Berlin", "2024-03-31T01:59:59Z", "2024-03-31T00:59:59Z"),
            ("Europe/Berlin", "2024-03-31T02:30:00Z", "2024-03-31T01:30:00Z"),
            ("Europe/Berlin", "2024-03-31T03:00:00Z", "2024-03-31T01:00:00Z"),
            // It ends at 03:00, which becomes 02:00.
            ("Europe/Berlin", "2024-10-27T01:59:59Z", "2024-10-26T23:59:59Z"),
            ("Europe/Berlin", "2024-10-27T02:30:00Z", "2024-10-27T00:30:00Z"),
            ("Europe/Berlin", "2024-10-27T03:00:00Z", "2024-10-27T02:00:00Z"),
            ("America/New_York", "2024-11-03T01:30:00Z", "2024-11-03T05:30:00Z"),
            ("Australia/Lord_Howe", "2024-04-07T01:45:00Z", "2024-04-06T14:45:00Z"),
            // Samoa left out a whole day.
            ("Pacific/Apia", "2011-12-30T12:00:00Z", "2011-12-30T22:00:00Z"),
        ])
    func instants(name: String, shown: String, expected: String) throws {
        let zone = try #require(Zone(name))
        let civil = CivilTime(secondsSinceEpoch: try #require(TimestampValue(shown)).seconds)
        #expect(zone.instant(of: civil)?.text == expected)
    }

    @Test(
        "periods begin and end at midnight in the zone",
        arguments: [
            ("UTC", "2024-02-29T12:00:00Z", .day, "2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z"),
            ("Asia/Tokyo", "2024-02-29T15:00:00Z", .day, "2024-02-29T15:00:00Z", "2024-03-01T15:00:00Z"),
            ("Asia/Tokyo", "2024-02-29T14:59:59.9Z", .month, "2024-01-31T15:00:00Z", "2024-02-29T15:00:00Z"),
            ("Europe/Berlin", "2024-03-31T12:00:00Z", .day, "2024-03-30T23:00:00Z", "2024-03-31T22:00:00Z"),
            ("Europe/Berlin", "2024-12-31T23:30:00Z", .year, "2024-12-31T23:00:00Z", "2025-12-31T23:00:00Z"),
            // 2024-09-01 was a Sunday.
            ("UTC", "2024-09-01T10:00:00Z", .week(startsOn: 1), "2024-08-26T00:00:00Z", "2024-09-02T00:00:00Z"),
            ("UTC", "2024-09-01T10:00:00Z", .week(startsOn: 0), "2024-09-01T00:00:00Z", "2024-09-08T00:00:00Z"),
            ("UTC", "2024-09-01T10:00:00Z", .week(startsOn: 6), "2024-08-31T00:00:00Z", "2024-09-07T00:00:00Z"),
            ("UTC", "2024-12-15T10:00:00Z", .month, "2024-12-01T00:00:00Z", "2025-01-01T00:00:00Z"),
        ] as [(String, String, CalendarPeriod, String, String)])
    func periods(name: String, instant: String, period: CalendarPeriod, start: String, end: String) throws {
        let zone = try #require(Zone(name))
        let instant = try #require(TimestampValue(instant))
        #expect(zone.start(of: period, containing: instant)?.text == start)
        #expect(zone.end(of: period, containing: instant)?.text == end)
    }

    @Test("what is out of range is told")
    func range() throws {
        let last = try #require(TimestampValue("9999-12-31T23:59:59Z"))
        let first = try #require(TimestampValue("0001-01-01T00:00:00Z"))
        #expect(Zone.utc.end(of: .year, containing: last) == nil)
        #expect(Zone.fixed(3600).start(of: .day, containing: first) == nil)
    }
}

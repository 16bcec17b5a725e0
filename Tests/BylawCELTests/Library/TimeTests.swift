import BylawCEL
import Testing

@Suite("Instants and spans of time")
struct TimeTests {
    @Test(
        "timestamps are read from RFC 3339",
        arguments: [
            Call("timestamp", "2009-02-13T23:31:30+09:00", is: "timestamp('2009-02-13T14:31:30Z')"),
            Call("timestamp", "2009-02-13t23:31:30z", is: "timestamp('2009-02-13T23:31:30Z')"),
            Call("timestamp", "2009-02-13T23:31:30.1234567891Z", is: "timestamp('2009-02-13T23:31:30.123456789Z')"),
            Call("timestamp", "2000-02-29T00:00:00-07:30", is: "timestamp('2000-02-29T07:30:00Z')"),
            Call("timestamp", "2016-12-31T23:59:60Z", is: "timestamp('2017-01-01T00:00:00Z')"),
            Call("timestamp", "1900-02-29T00:00:00Z", fails: .invalidArgument),
            Call("timestamp", "2009-02-13T23:31:30", fails: .invalidArgument),
            Call("timestamp", "2009-02-13 23:31:30Z", fails: .invalidArgument),
            Call("timestamp", "2009-02-13T24:00:00Z", fails: .invalidArgument),
            Call("timestamp", "2009-13-13T23:31:30Z", fails: .invalidArgument),
            Call("timestamp", "2009-2-13T23:31:30Z", fails: .invalidArgument),
            Call("timestamp", "2009-02-13T23:31:30.Z", fails: .invalidArgument),
            Call("timestamp", "2009-02-13T23:31:30+24:00", fails: .invalidArgument),
            Call("timestamp", "2009-02-13T23:31:30+0900", fails: .invalidArgument),
            Call("timestamp", "2009-02-13T23:31:30Zz", fails: .invalidArgument),
            Call("timestamp", "", fails: .invalidArgument),
            Call("timestamp", "0001-01-01T00:00:00Z", is: "timestamp('0001-01-01T00:00:00Z')"),
            Call("timestamp", "0001-01-01T00:30:00+01:00", fails: .range),
            Call("timestamp", "0000-01-01T00:00:00Z", fails: .range),
            Call("timestamp", "10000-01-01T00:00:00Z", fails: .range),
            Call("timestamp", "9999-12-31T23:59:59.999999999Z", is: "timestamp('9999-12-31T23:59:59.999999999Z')"),
            Call("timestamp", -62_135_596_800, is: "timestamp('0001-01-01T00:00:00Z')"),
            Call("timestamp", -62_135_596_801, fails: .range),
            Call("timestamp", 253_402_300_800, fails: .range),
            Call("timestamp", .int(.min), fails: .range),
        ])
    func timestamps(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "durations are read from numbers with units",
        arguments: [
            Call("duration", "1h2m3.5s", is: "duration('3723.5s')"),
            Call("duration", "-1.5s", is: "duration('-1.5s')"),
            Call("duration", "+1s", is: "duration('1s')"),
            Call("duration", "1s1s", is: "duration('2s')"),
            Call("duration", ".5h", is: "duration('1800s')"),
            Call("duration", "1.s", is: "duration('1s')"),
            Call("duration", "100us", is: "duration('0.0001s')"),
            Call("duration", "1µs", is: "duration('0.000001s')"),
            Call("duration", "1μs", is: "duration('0.000001s')"),
            Call("duration", "1500ms", is: "duration('1.5s')"),
            Call("duration", "0.9999999999s", is: "duration('0.999999999s')"),
            Call("duration", "-0.9999999999s", is: "duration('-0.999999999s')"),
            Call("duration", "0", is: "duration('0s')"),
            Call("duration", "-0", is: "duration('0s')"),
            Call("duration", "9223372036854775807ns", is: "duration('9223372036.854775807s')"),
            Call("duration", "315576000000s", is: "duration('315576000000s')"),
            Call("duration", "315576000001s", fails: .range),
            Call("duration", "-320000000000s", fails: .range),
            Call("duration", "99999999999999999999h", fails: .range),
            Call("duration", "9223372036854775807h", fails: .range),
            Call("duration", "1", fails: .invalidArgument),
            Call("duration", "1d", fails: .invalidArgument),
            Call("duration", "", fails: .invalidArgument),
            Call("duration", "-", fails: .invalidArgument),
            Call("duration", "s", fails: .invalidArgument),
            Call("duration", "1s -1s", fails: .invalidArgument),
            Call("duration", "1s1", fails: .invalidArgument),
        ])
    func durations(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "are reckoned with to the nanosecond and within their ranges",
        arguments: [
            Call("_+_", .timestamp("2009-02-13T23:00:00Z"), .duration("240s"), is: "timestamp('2009-02-13T23:04:00Z')"),
            Call(
                "_+_", .duration("-1ns"), .timestamp("2009-01-01T00:00:00Z"),
                is: "timestamp('2008-12-31T23:59:59.999999999Z')"),
            Call(
                "_+_", .timestamp("0001-01-01T00:00:01.000000001Z"), .duration("-999999999ns"),
                is: "timestamp('0001-01-01T00:00:00.000000002Z')"),
            Call("_+_", .timestamp("9999-12-31T23:59:59.999999999Z"), .duration("1ns"), fails: .range),
            Call("_+_", .timestamp("0001-01-01T00:00:00Z"), .duration("-1ns"), fails: .range),
            Call("_-_", .timestamp("0001-01-01T00:00:00Z"), .duration("1ns"), fails: .range),
            Call(
                "_-_", .timestamp("2009-02-13T23:31:00Z"), .timestamp("2009-02-13T23:29:00.5Z"),
                is: "duration('119.5s')"),
            Call(
                "_-_", .timestamp("2262-04-11T23:47:16.854775807Z"), .timestamp("1970-01-01T00:00:00Z"),
                is: "duration('9223372036.854775807s')"),
            Call(
                "_-_", .timestamp("2262-04-11T23:47:16.854775808Z"), .timestamp("1970-01-01T00:00:00Z"), fails: .range),
            Call(
                "_-_", .timestamp("1677-09-21T00:12:43.145224192Z"), .timestamp("1970-01-01T00:00:00Z"),
                is: "duration('-9223372036.854775808s')"),
            Call(
                "_-_", .timestamp("1677-09-21T00:12:43.145224191Z"), .timestamp("1970-01-01T00:00:00Z"), fails: .range),
            Call("_-_", .duration("1s"), .duration("2.5s"), is: "duration('-1.5s')"),
            Call("_+_", .duration("200000000000s"), .duration("200000000000s"), fails: .range),
            Call("_-_", .duration("-200000000000s"), .duration("200000000000s"), fails: .range),
            Call("_<_", .duration("-1.5s"), .duration("-1.4s"), is: "true"),
            Call("_<_", .timestamp("2009-02-13T23:31:30Z"), .timestamp("2009-02-13T23:31:30.1Z"), is: "true"),
            Call("_<_", .duration("1s"), .timestamp("2009-02-13T23:31:30Z"), fails: .noSuchOverload),
            Call("_*_", .duration("1s"), 2, fails: .noSuchOverload),
        ])
    func arithmetic(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "give their parts in UTC",
        arguments: [
            Call("getFullYear", instant, is: "2009"), Call("getMonth", instant, is: "1"),
            Call("getDate", instant, is: "13"), Call("getDayOfMonth", instant, is: "12"),
            Call("getDayOfWeek", instant, is: "5"), Call("getDayOfYear", instant, is: "43"),
            Call("getHours", instant, is: "23"), Call("getMinutes", instant, is: "31"),
            Call("getSeconds", instant, is: "30"), Call("getMilliseconds", instant, is: "123"),
            Call("getDayOfYear", .timestamp("2008-12-31T00:00:00Z"), is: "365"),
            Call("getDayOfWeek", .timestamp("0001-01-01T00:00:00Z"), is: "1"),
            Call("getMilliseconds", .timestamp("1969-12-31T23:59:59.5Z"), is: "500"),
            Call("getHours", .duration("-90m"), is: "-1"), Call("getMinutes", .duration("3730s"), is: "62"),
            Call("getSeconds", .duration("-1.5s"), is: "-1"), Call("getMilliseconds", .duration("-1.5s"), is: "-500"),
            Call("getMilliseconds", .duration("123.321456789s"), is: "321"),
            Call("getHours", "a", fails: .noSuchOverload),
        ])
    func parts(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "give their parts in a time zone",
        arguments: [
            Call("getDate", instant, "Australia/Sydney", is: "14"),
            Call("getHours", instant, "Europe/Berlin", is: "0"),
            Call("getHours", .timestamp("2009-07-13T23:31:30Z"), "Europe/Berlin", is: "1"),
            Call("getMinutes", instant, "Asia/Kathmandu", is: "16"),
            Call("getHours", instant, "US/Central", is: "17"),
            Call("getHours", instant, "02:00", is: "1"), Call("getHours", instant, "+09:00", is: "8"),
            Call("getMinutes", instant, "-07:30", is: "1"), Call("getHours", instant, "-2:30", is: "21"),
            Call("getSeconds", instant, "-00:00", is: "30"), Call("getHours", instant, "UTC", is: "23"),
            Call("getHours", instant, "", is: "23"), Call("getHours", instant, "GMT+0", is: "23"),
            Call("getMilliseconds", instant, "Asia/Tokyo", is: "123"),
            Call("getFullYear", .timestamp("9999-12-31T23:31:30Z"), "+05:00", is: "10000"),
            Call("getFullYear", .timestamp("0001-01-01T00:00:00Z"), "-05:00", is: "0"),
            Call("getHours", instant, "Mars/Olympus", fails: .invalidArgument),
            Call("getHours", instant, "asia/tokyo", fails: .invalidArgument),
            Call("getHours", instant, "Local", fails: .invalidArgument),
            Call("getHours", instant, "PST", fails: .invalidArgument),
            Call("getHours", instant, "+25:00", fails: .invalidArgument),
            Call("getHours", instant, "+01:60", fails: .invalidArgument),
            Call("getHours", instant, "+01", fails: .invalidArgument),
            Call("getHours", instant, "../../etc/passwd", fails: .invalidArgument),
        ])
    func zones(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test("every day from the year 1 to 9999 is reckoned there and back")
    func calendar() {
        var expected = (year: Int64(1), month: 1, day: 1)
        var day = TimestampValue.minimumSeconds
        var wrong = 0
        var weekday = 1
        while day <= TimestampValue.maximumSeconds {
            let civil = CivilTime(secondsSinceEpoch: day)
            if (civil.year, civil.month, civil.day) != expected { wrong += 1 }
            if civil.secondsSinceEpoch != day || civil.dayOfWeek != weekday { wrong += 1 }
            weekday = (weekday + 1) % 7
            expected.day += 1
            let isLeap = expected.year % 4 == 0 && (expected.year % 100 != 0 || expected.year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            if expected.day > lengths[expected.month - 1] { (expected.month, expected.day) = (expected.month + 1, 1) }
            if expected.month > 12 { (expected.year, expected.month) = (expected.year + 1, 1) }
            day += 86_400
        }
        #expect(wrong == 0)
        #expect(expected == (10_000, 1, 1))
    }

    @Test("a region's rules depend on data that has a version, an offset's do not")
    func versions() throws {
        #expect(try #require(Zone("Asia/Tokyo")).usesZoneData)
        #expect(try #require(Zone("+09:00")).usesZoneData == false)
        #expect(!ZoneRules.dataVersion.isEmpty)
    }
}

private let instant = Value.timestamp("2009-02-13T23:31:30.123456789Z")

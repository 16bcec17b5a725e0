import Bylaw
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        "2024-09-01T10:00:00+09:00", "2024-02-29T23:59:59Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z",
        "2024-09-01T10:00:00.5-03:30",
    ])
    func itPrintsAsItWasWritten(text: String) throws {
        #expect(try #require(Timestamp(text)).description == text)
    }

    @Test(arguments: [
        "2024-09-01", "2024-09-01T10:00:00", "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z", "2024-09-01 10:00:00Z",
        "2024-09-01T24:00:00Z", "0000-01-01T00:00:00Z", "2024-09-01T10:00:00+24:00", "", "🙂",
    ])
    func anythingElseIsNone(text: String) { #expect(Timestamp(text) == nil) }

    @Test func theMomentIsComparedAndNotTheOffset() throws {
        let tokyo = try #require(Timestamp("2024-09-01T10:00:00+09:00"))
        let london = try #require(Timestamp("2024-09-01T01:00:00Z"))
        #expect(tokyo == london && tokyo.hashValue == london.hashValue)
        #expect(!(tokyo < london) && !(london < tokyo))
    }

    @Test func adding() throws {
        let time = try #require(Timestamp("2024-02-28T23:59:59.75+09:00"))
        #expect(time.advanced(by: .seconds(86_400)).description == "2024-02-29T23:59:59.75+09:00")
        #expect(time.advanced(by: .milliseconds(250)).description == "2024-02-29T00:00:00+09:00")
        #expect(time.advanced(by: .seconds(-1)).description == "2024-02-28T23:59:58.75+09:00")
        #expect(time.advanced(by: .seconds(Int64.max)).description.hasPrefix("9999-12-31"))
        #expect(time.advanced(by: .seconds(Int64.min)).seconds == -62_135_596_800)
    }
}

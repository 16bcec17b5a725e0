import BylawTestSupport
import BylawTesting
import Foundation
import Testing

/// The published strike rules of others, written as policies, with the numbers that they publish.
@Suite("Published rules of others")
struct PublishedRulesTests {
    static let folder = SharedData.packageRoot.appending(path: "Tests/Published")

    @Test(arguments: try FixtureSuite(contentsOf: folder.appending(path: "fixtures")).cases)
    func `decide as they are published`(_ fixture: FixtureCase) {
        #expect(fixture.replay().failure == nil)
    }

    @Test(
        "and no number in them could be another",
        arguments: [
            ("youtube", "within: 90d", "within: 91d"), ("youtube", "first: 1", "first: 2"),
            ("youtube", "after: 90d", "after: 89d"), ("youtube", "for: 1w", "for: 8d"),
            ("youtube", "for: 2w", "for: 13d"),
            ("youtube", "at: 3, sanction: suspend, for: forever", "at: 4, sanction: remind"),
            ("youtube", "at: severe, sanction: suspend, for: forever", "at: severe, sanction: remind"),
            ("youtube", "appeal: { within: 90d", "appeal: { within: 89d"),
            ("meta", "within: 365d", "within: 364d"), ("meta", "at: 7", "at: 6"), ("meta", "for: 1d", "for: 2d"),
            ("meta", "for: 3d", "for: 4d"), ("meta", "for: 7d", "for: 6d"), ("meta", "for: 30d", "for: 31d"),
            ("meta", "at: 10", "at: 11"),
            ("mastodon", "within: 20d", "within: 21d"), ("mastodon", "at-most: 1", "at-most: 2"),
            ("first-offence", "at-most: 1", "at-most: 2"), ("first-offence", "calendar: year", "calendar: month"),
            ("first-offence", "Europe/Berlin", "UTC"), ("first-offence", "points: 2", "points: 1"),
            ("first-offence", "for: 7d", "for: 7d, role: member"),
            ("first-offence", "lifts: strike, at-most", "lifts: strike, after: 1d, at-most"),
        ])
    func teeth(name: String, old: String, new: String) throws {
        let copy = FileManager.default.temporaryDirectory.appending(path: "bylaw-published-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Self.folder, to: copy)
        defer { try? FileManager.default.removeItem(at: copy) }
        let policy = copy.appending(path: "policies/\(name).yaml")
        let text = try String(contentsOf: policy, encoding: .utf8)
        #expect(text.contains(old))
        try text.replacing(old, with: new).write(to: policy, atomically: true, encoding: .utf8)
        let cases = try? FixtureSuite(contentsOf: copy.appending(path: "fixtures/\(name).yaml")).cases
        // One that does not load is noticed too.
        #expect(cases?.contains { $0.replay().failure != nil } ?? true)
    }
}

import BylawTestSupport
import BylawTesting
import Foundation
import Testing

/// Histories of review: cases, tiers, recusal, deadlines, appeals, facts, duties and modes, with the numbers worked out by
/// hand beside them.
@Suite("Histories of review")
struct ReviewHistoryTests {
    static let folder = SharedData.packageRoot.appending(path: "Tests/Histories")

    @Test(arguments: try FixtureSuite(contentsOf: folder.appending(path: "fixtures")).cases)
    func `come out as written`(_ fixture: FixtureCase) {
        #expect(fixture.replay().failure == nil)
    }

    @Test(
        "and no term in the policy could be another",
        arguments: [
            ("majority: absolute", "majority: simple"),
            ("needs: 3, majority: two-thirds", "needs: 4, majority: two-thirds"),
            ("majority: two-thirds", "majority: simple"), ("each: 1, needs: 3", "needs: 3"),
            ("within: 20d, at-most: 1", "within: 21d, at-most: 1"), ("renewals: 2", "renewals: 3"),
            ("lasts: 24h", "lasts: 25h"), ("within: 72h, late: deny", "within: 72h, late: stays-held"),
            ("within: 72h", "within: 73h"), ("actor, within: 48h", "actor, within: 49h"),
            ("within: 24h, late: council", "within: 24h, late: deny"), ("within: 24h", "within: 25h"),
            ("    if-too-few: operator-plus-council\n", ""), ("within: 3d, late: deny", "within: 3d, late: stays-held"),
            ("to: another-tier", "to: moderators"), ("reviewer.relatedTo(case.parties)", "reviewer.id == case.actor"),
        ])
    func teeth(old: String, new: String) throws { try expectNotice(of: old, new, in: "council") }

    @Test(
        "nor in the policy of the desk",
        arguments: [
            ("at-least: 2", "at-least: 1"), (", optional: true", ""), ("refund: cashier", "refund: cash"),
            ("otherwise: office", "otherwise: nobody"), ("strike: 0, ", ""), ("if-done: ask-edit, ", ""),
            ("if-done: remove", "if-done: leave"), ("== 0 && !", "== 0 && "), ("at: 2, sanction", "at: 3, sanction"),
            ("otherwise: deny\n\ntypes", "otherwise: allow\n\ntypes"), ("within: 30d", "within: 40d"),
        ])
    func deskTeeth(old: String, new: String) throws { try expectNotice(of: old, new, in: "desk") }

    private func expectNotice(of old: String, _ new: String, in name: String) throws {
        let copy = FileManager.default.temporaryDirectory.appending(path: "bylaw-histories-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Self.folder, to: copy)
        defer { try? FileManager.default.removeItem(at: copy) }
        let policy = copy.appending(path: "policies/\(name).yaml")
        let text = try String(contentsOf: policy, encoding: .utf8)
        #expect(text.contains(old))
        try text.replacing(old, with: new).write(to: policy, atomically: true, encoding: .utf8)
        let cases = try FixtureSuite(contentsOf: copy.appending(path: "fixtures")).cases
        #expect(cases.contains { $0.replay().failure != nil })
    }
}

import Foundation
import Testing

/// A policy whose third strike takes a role, requests to it, and a ledger in a file.
@Suite("bylaw ledger")
struct LedgerTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder([
            "policies/square.yaml": """
            bylaw: 1
            policy: town.square
            version: 1.0.0
            languages: [en]
            judges:
              actor: { member: Member }
              action: { post: Post }
              resource: { circle: Circle }
            otherwise: allow
            types:
              Member: { roles: [string] }
              Post: { rude: bool }
              Circle: { name: string }
            roles: { crier: { granted-by: [mayor] } }
            facts: { pledge: { by: actor.id } }
            rules:
              rude: { when: post.rude, then: deny, strike: { conduct: 1 }, says: Be kind. }
              no-pledge: { require: fact('pledge'), else: hold, await: { fact: pledge, from: actor.id }, says: Pledge first. }
            tallies:
              conduct:
                within: 30d
                training: { lifts: strike, at-most: 1, within: 365d }
                ladder:
                  - { at: 1, sanction: remind }
                  - { at: 2, sanction: suspend, from: post, for: 2d }
                  - { at: 3, sanction: revoke, role: crier }
            review: { appeal: { within: 20d, at-most: 1 } }

            """,
            "key": "a secret of sixteen bytes and more",
        ])
    }

    private func run(_ script: String) throws -> CommandRun {
        let ledger = "export BYLAW_LEDGER=sqlite:ledger.db BYLAW_LEDGER_KEY='a secret of sixteen bytes and more'; "
        return try CommandRun.shell(ledger + script, in: folder.root)
    }

    private static func request(
        _ incident: String, day: Int, rude: Bool = true, stage: String = "done", member: String = "yuki"
    ) -> String {
        #"{"id":"\#(incident)-\#(stage)","incident":"\#(incident)","time":"2025-03-\#(day < 10 ? "0" : "")\#(day)T12:00:00Z","#
            + #""stage":"\#(stage)","actor":{"type":"member","id":"\#(member)","roles":["crier"]},"#
            + #""action":{"name":"post","rude":\#(rude)},"resource":{"type":"circle","id":"c","name":"Main"}}"#
    }

    private func judge(_ request: String, _ options: String = "--record") throws -> [String: Any] {
        let run = try run("echo '\(request)' | bylaw judge --policies policies \(options)")
        #expect(run.status == 0, "\(run.errors)")
        return try object(run.output)
    }

    private func object(_ text: some StringProtocol) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func standing(_ day: Int, of member: String = "yuki") throws -> [String: Any] {
        let run = try run(
            "bylaw ledger standing \(member) --at 2025-03-\(day < 10 ? "0" : "")\(day)T12:00:00Z --format json")
        #expect(run.status == 0, "\(run.errors)")
        return try #require(try object(run.output)["standing"] as? [String: Any])
    }

    private func points(_ day: Int) throws -> Int {
        let tallies = try #require(try standing(day)["tallies"] as? [[String: Any]])
        return tallies.first?["points"] as? Int ?? 0
    }

    @Test("judging with --record charges what was done, once, and nothing that was proposed")
    func recording() throws {
        #expect(try judge(Self.request("i1", day: 1, stage: "proposed"))["outcome"] as? String == "deny")
        #expect(try run("bylaw ledger history yuki").output == "nothing was recorded of yuki\n")
        let first = try judge(Self.request("i1", day: 1))
        #expect(first["standing"] as? String == "known")
        #expect(try points(1) == 1)
        // A retry is told the same, and costs nothing.
        let again = try judge(Self.request("i1", day: 1))
        #expect((again["sanctions"] as? [[String: Any]])?.compactMap { $0["sanction"] as? String } == ["remind"])
        #expect(try points(1) == 1)
    }

    @Test("a suspended member is denied until the suspension ends, a revoked one has no role")
    func sanctions() throws {
        for day in [1, 2] { _ = try judge(Self.request("i\(day)", day: day)) }
        let proposal = { day in Self.request("ask", day: day, rude: false, stage: "proposed") }
        #expect(try judge(proposal(3), "")["reason"] as? String == "suspended")
        #expect(try judge(proposal(4), "")["reason"] as? String != "suspended")
        _ = try judge(Self.request("i5", day: 5))
        #expect(try standing(5)["revoked"] as? [String] == ["crier"])
    }

    @Test("a decision that was kept is recorded later, with the policies or by terms that the ledger keeps")
    func recordLater() throws {
        try folder.write(Data(Self.request("i1", day: 1).utf8), to: "request.json")
        let commands = """
            bylaw judge --policies policies request.json > decision.json
            bylaw ledger record --policies policies decision.json
            """
        let first = try run(commands)
        #expect(first.status == 0)
        #expect(first.output.hasPrefix("recorded strike of yuki: "))
        let second = try run("bylaw ledger record decision.json --format json")
        #expect(second.status == 0)
        #expect((try object(second.output)["events"] as? [Any])?.isEmpty == true)
        #expect(try points(1) == 1)
        let changed = try run("sed 's/\"points\": 1/\"points\": 2/' decision.json | bylaw ledger record")
        #expect(changed.status == 1)
        #expect(changed.errors.contains("error[conflict]"))
        let broken = try run("echo '{}' | bylaw ledger record")
        #expect(broken.status == 2)
        #expect(broken.errors.contains("it is no decision"))
        #expect(try points(1) == 1)
    }

    @Test("one strike that is overturned undoes what rested on it, and says what must be restored")
    func reversal() throws {
        for day in 1...3 { _ = try judge(Self.request("i\(day)", day: day)) }
        #expect(try run("bylaw ledger carry-out yuki --at 2025-03-03T13:00:00Z").status == 0)
        let reversed = try run("bylaw ledger reverse i1 --at 2025-03-04T12:00:00Z --by council --format json")
        let duties = try #require(try object(reversed.output)["duties"] as? [[String: Any]])
        #expect(duties.contains { $0["duty"] as? String == "restore" && $0["to"] as? String == "yuki" })
        #expect(try standing(5)["revoked"] as? [String] == [])
        #expect(try points(5) == 2)
        #expect(try run("bylaw ledger reverse nothing").status == 1)
    }

    @Test("an appeal is opened, refused where it is late or used up, and decided")
    func appeals() throws {
        _ = try judge(Self.request("i1", day: 1))
        let late = try run("bylaw ledger appeal open i1 --member yuki --at 2025-03-21T12:00:00Z")
        #expect(late.status == 1)
        #expect(late.errors.contains("error[appeal-too-late]"))
        let opened = try run("bylaw ledger appeal open i1 --member yuki --at 2025-03-21T11:59:59Z --format json")
        let events = try #require(try object(opened.output)["events"] as? [[String: Any]])
        let id = try #require(events.first?["id"] as? String)
        #expect(try points(22) == 1)
        #expect(try run("bylaw ledger appeal open i1 --member yuki --at 2025-03-02T12:00:00Z").status == 1)
        #expect(try run("bylaw ledger appeal decide \(id) --overturn --at 2025-03-22T12:00:00Z").status == 0)
        #expect(try points(22) == 0)
        let again = try run("bylaw ledger appeal decide \(id) --uphold --at 2025-03-22T12:00:00Z")
        #expect(again.errors.contains("error[appeal-not-open]"))
    }

    @Test("pardons, roles, trainings, warnings and sanctions by hand act on the standing")
    func byHand() throws {
        for day in 1...3 { _ = try judge(Self.request("i\(day)", day: day)) }
        #expect(try run("bylaw ledger pardon yuki --clears sanction --at 2025-03-04T12:00:00Z").status == 0)
        #expect(try standing(5)["revoked"] as? [String] == [])
        #expect(try points(5) == 3)
        let train = "bylaw ledger train yuki --policies policies --tally conduct --at 2025-03-0"
        #expect(try run(train + "5T12:00:00Z").status == 0)
        #expect(try points(6) == 2)
        #expect(try run(train + "6T12:00:00Z").errors.contains("error[no-training]"))
        #expect(try run("bylaw ledger pardon yuki --clears points --at 2025-03-07T12:00:00Z").status == 0)
        #expect(try points(8) == 0)
        #expect(try run("bylaw ledger role grant yuki mayor --at 2025-03-08T12:00:00Z --by council").status == 0)
        #expect(try standing(9)["roles"] as? [String] == ["mayor"])
        #expect(try run("bylaw ledger role revoke yuki mayor --at 2025-03-09T12:00:00Z --by council").status == 0)
        #expect(try standing(10)["revoked"] as? [String] == ["mayor"])
        let ban =
            "bylaw ledger sanction suspend yuki --for 2d --policies policies --tally conduct --at 2025-03-10T12:00:00Z"
        #expect(try run(ban).status == 0)
        let request = Self.request("ask", day: 11, rude: false, stage: "proposed")
        #expect(try judge(request, "")["reason"] as? String == "suspended")
        let unknown = try run("bylaw ledger warn yuki --incident w --policies policies --tally conduckt")
        #expect(unknown.status == 2)
        #expect(
            unknown.errors.contains("did you mean `town.square/conduct`?") || unknown.errors.contains("unknown-tally"))
    }

    @Test("a fact in the ledger counts as if the request carried it, until it is withdrawn")
    func facts() throws {
        let request = { day in Self.request("ask", day: day, rude: false, stage: "proposed") }
        #expect(try judge(request(2), "")["outcome"] as? String == "hold")
        #expect(try run("bylaw ledger fact give yuki pledge --at 2025-03-01T00:00:00Z").status == 0)
        #expect(try judge(request(2), "")["outcome"] as? String == "allow")
        #expect(try run("bylaw ledger fact withdraw yuki pledge --at 2025-03-03T00:00:00Z").status == 0)
        #expect(try judge(request(2), "")["outcome"] as? String == "allow")
        #expect(try judge(request(3), "")["outcome"] as? String == "hold")
        #expect(try run("bylaw ledger fact give yuki pledge by").status == 2)
    }

    @Test("a ledger that cannot be read lets nobody through, and none is made by mistake")
    func unavailable() throws {
        let request = Self.request("ask", day: 1, rude: false, stage: "proposed")
        let missing = try run("echo '\(request)' | bylaw judge --policies policies --ledger sqlite:missing.db")
        #expect(missing.status == 0)
        let decision = try object(missing.output)
        #expect(decision["standing"] as? String == "unavailable")
        #expect(decision["outcome"] as? String == "hold")
        #expect(missing.errors.contains("error[ledger-unavailable]"))
        #expect(!FileManager.default.fileExists(atPath: folder.url("missing.db").path))
        #expect(try run("bylaw ledger standing yuki --ledger sqlite:missing.db").status == 2)
        let done = Self.request("i1", day: 1)
        let lost = try run("echo '\(done)' | bylaw judge --policies policies --record --ledger sqlite:no/folder.db")
        #expect(lost.status == 2)
        #expect(try object(lost.output)["outcome"] as? String == "deny")
        for usage in ["--ledger mysql:x", "--ledger sqlite:", "--ledger ''"] {
            #expect(try run("bylaw ledger standing yuki \(usage)").status == 2)
        }
    }

    @Test("verification shows what was changed or cut off, and another key is refused")
    func verification() throws {
        for day in 1...3 { _ = try judge(Self.request("i\(day)", day: day)) }
        #expect(
            try run("bylaw ledger head > head.json; bylaw ledger verify --head head.json").output
                == "3 entries, nothing was changed\n")
        let other = try run("BYLAW_LEDGER_KEY='another secret of some bytes' bylaw ledger verify")
        #expect(other.status == 2)
        #expect(other.errors.contains("error[wrong-key]"))
        #expect(!other.errors.contains("another secret"))
        #expect(try run("unset BYLAW_LEDGER_KEY; bylaw ledger verify --key-file key").status == 0)
        let short = try run("BYLAW_LEDGER_KEY=short bylaw ledger verify")
        #expect(short.status == 2)
        // A ledger that begins alike and goes on otherwise does not hold that head.
        let forked = try run(
            "export BYLAW_LEDGER=sqlite:fork.db; echo '\(Self.request("i1", day: 1))' | bylaw judge --policies policies --record >/dev/null;"
                + "bylaw ledger verify --head head.json")
        #expect(forked.status == 1)
        #expect(forked.errors.contains("which is gone"))
    }

    @Test("an export goes into another store whole, again changes nothing, and a changed line is refused")
    func exchange() throws {
        for day in 1...3 { _ = try judge(Self.request("i\(day)", day: day)) }
        let copied = try run(
            "bylaw ledger export > all.jsonl; export BYLAW_LEDGER=sqlite:copy.db; bylaw ledger import all.jsonl; "
                + "bylaw ledger import < all.jsonl; bylaw ledger verify")
        #expect(copied.output == "3 entries added\n0 entries added\n3 entries, nothing was changed\n")
        let changed = try run(
            "sed 's/\\\\\"points\\\\\":1/\\\\\"points\\\\\":0/' all.jsonl > changed.jsonl; "
                + "bylaw ledger import changed.jsonl --ledger sqlite:third.db")
        #expect(changed.status == 1)
        #expect(changed.errors.contains("error[damaged-entry]: entry 1 is damaged"))
    }

    @Test("who is forgotten stands nowhere any more, and the chain holds")
    func erasure() throws {
        for day in 1...2 { _ = try judge(Self.request("i\(day)", day: day)) }
        _ = try judge(Self.request("j1", day: 2, member: "bob"))
        #expect(try run("unset BYLAW_LEDGER_KEY; bylaw ledger forget yuki").status == 2)
        let forgotten = try run("bylaw ledger forget yuki --by office --at 2025-03-05T12:00:00Z")
        #expect(forgotten.status == 0)
        #expect(!forgotten.output.contains("yuki"))
        let all = try run("bylaw ledger export; bylaw ledger verify")
        #expect(!all.output.contains("yuki"))
        #expect(all.output.contains("bob"))
        #expect(all.output.hasSuffix("4 entries, nothing was changed\n"))
        // Whoever comes back under the id has what was left.
        #expect(try points(5) == 2)
        _ = try judge(Self.request("i9", day: 9))
        #expect(try points(9) == 3)
        #expect(try !run("bylaw ledger export").output.contains("yuki"))
    }
}

import Foundation
import Testing

/// A round trip as a host would make it: a request that is held, votes by command, the ruling, the same request again.
@Suite("bylaw case, bylaw due and modes")
struct CaseTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder([
            "p.yaml": """
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
              Post: { text: text }
              Circle: { author: Author }
              Author: { id: string }
            roles: { duty-lead: { granted-by: [mayor] } }
            facts: { consent: { by: circle.author.id } }
            lexicons: { hedges: { phrases: [maybe] } }
            modes: { emergency: { on-by: [duty-lead], lasts: 24h, renewals: 1 } }
            rules:
              rumour: { when: "post.text.mentions('hedges')", then: hold, to: council, strike: { conduct: 1 }, duties: { answer: actor, within: 36h }, says: A rumour. }
              ask: { require: fact('consent'), else: hold, await: { fact: consent, from: circle.author.id, within: 72h, late: deny }, says: Ask first. }
            tallies: { conduct: { within: 90d, ladder: [{ at: 1, sanction: remind }] } }
            review:
              council: { who: [council], needs: 2, majority: absolute, within: 24h, late: operator, recuse-when: reviewer.relatedTo(case.parties) }
              operator: { who: [operator], within: 24h, late: deny }
              appeal: { within: 20d, at-most: 1, to: another-tier }

            """,
            "overlay.yaml": """
            bylaw: 1
            policy: town.emergency
            version: 1.0.0
            while: emergency
            judges: { actor: { member: Member }, action: { post: Post }, resource: { circle: Circle } }
            otherwise: abstain
            types: { Member: {}, Post: {}, Circle: {} }
            rules: { closed: { when: true, then: deny } }

            """,
        ])
        for member in ["kim", "lee", "may", "bob"] {
            try bylaw("ledger role grant \(member) council --at 2025-01-01T00:00:00Z")
        }
        try bylaw("ledger fact give bob consent --at 2025-01-01T00:00:00Z")
    }

    @discardableResult
    private func bylaw(_ arguments: String, input: String = "", status: Int32 = 0) throws -> CommandRun {
        try folder.write(Data(input.utf8), to: "input")
        let run = try CommandRun.shell("export BYLAW_LEDGER=sqlite:l.db; bylaw \(arguments) < input", in: folder.root)
        #expect(run.status == status, "\(arguments): \(run.errors)")
        return run
    }

    private func request(
        _ incident: String, _ time: String, _ text: String = "maybe so", stage: String = "proposed"
    ) -> String {
        #"{"incident":"\#(incident)","time":"\#(time)","stage":"\#(stage)","actor":{"type":"member","id":"ann","roles":[]},"#
            + #""action":{"name":"post","text":"\#(text)"},"resource":{"type":"circle","id":"c","author":{"id":"bob"}}}"#
    }

    private func object(_ run: CommandRun) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    private func outcome(_ request: String, _ options: String = "") throws -> String? {
        try object(bylaw("judge --policies . \(options) -", input: request))["outcome"] as? String
    }

    private func firstCase(_ run: CommandRun) throws -> [String: Any] {
        try #require((try object(run)["cases"] as? [[String: Any]])?.first)
    }

    @Test("a held request is decided by votes, and allowed until its text changes")
    func roundTrip() throws {
        #expect(try outcome(request("i1", "2025-03-01T10:00:00Z"), "--record") == "hold")
        let opened = try firstCase(bylaw("case list --at 2025-03-01T11:00:00Z --format json"))
        let id = try #require(opened["case"] as? String)
        #expect(opened["parties"] as? [String] == ["ann", "bob"])
        #expect(opened["due"] as? String == "2025-03-02T10:00:00Z")
        let vote = "case vote \(id) allow --at 2025-03-01T11:00:00Z --by "
        #expect(try bylaw(vote + "bob", status: 1).errors.contains("error[recused]"))
        #expect(try bylaw(vote + "zed", status: 1).errors.contains("error[not-eligible]"))
        // Of four one is recused: floor(3 / 2) + 1 = 2.
        #expect(try firstCase(bylaw(vote + "kim --format json"))["state"] as? String == "open")
        let ruled = try firstCase(bylaw(vote + "lee --format json"))
        #expect(ruled["state"] as? String == "ruled")
        #expect((ruled["ruling"] as? [String: Any])?["verdict"] as? String == "allow")
        #expect(try bylaw(vote + "may", status: 1).errors.contains("error[case-not-open]"))
        #expect(try outcome(request("i1", "2025-03-01T12:00:00Z")) == "allow")
        #expect(try outcome(request("i1", "2025-03-01T12:00:00Z", "maybe not so")) == "hold")
        #expect(try bylaw("case show nothing", status: 1).errors.contains("error[unknown-case]"))
        #expect(try bylaw("case vote \(id) perhaps --by kim", status: 2).errors.contains("a vote is"))
    }

    @Test("a case that is left lying passes on and is denied, which charges what was done")
    func deadlines() throws {
        #expect(try outcome(request("i1", "2025-03-01T10:00:00Z", stage: "done"), "--record") == "hold")
        #expect(try bylaw("due --at 2025-03-02T09:59:59Z").output == "nothing is overdue\n")
        #expect(try bylaw("due --at 2025-03-02T10:00:00Z", status: 1).output.contains("before council"))
        // The council's day and then the operator's: both are over on the 3rd at 10. The answer is owed still.
        let judged = try bylaw("due --judge --at 2025-03-03T10:00:00Z --format json", status: 1)
        let owed = try #require(try object(judged)["owed"] as? [[String: Any]])
        #expect(owed.map { $0["duty"] as? String } == ["answer"])
        let record = try firstCase(bylaw("case list --all --at 2025-03-03T10:00:00Z --format json"))
        #expect((record["ruling"] as? [String: Any])?["verdict"] as? String == "deny")
        #expect((record["stages"] as? [[String: Any]])?.map { $0["tier"] as? String } == ["council", "operator"])
        let duty = try #require(owed.first?["id"] as? String)
        try bylaw("due --done \(duty) --of ann --at 2025-03-03T11:00:00Z")
        #expect(try outcome(request("i1", "2025-03-03T12:00:00Z", stage: "done"), "--record") == "deny")
        #expect(try bylaw("ledger standing ann --at 2025-03-03T12:00:00Z").output.contains("conduct: 1 points"))
        #expect(try bylaw("ledger verify").status == 0)
    }

    @Test("a ruling is appealed to a tier that did not decide, once")
    func appeals() throws {
        let opened = try firstCase(
            bylaw("case open --policies . --format json -", input: request("i1", "2025-03-01T10:00:00Z")))
        let id = try #require(opened["case"] as? String)
        for member in ["kim", "lee"] { try bylaw("case vote \(id) deny --by \(member) --at 2025-03-01T11:00:00Z") }
        try bylaw("case appeal \(id) --by ann --at 2025-03-21T11:00:00Z", status: 1)
        try bylaw("case appeal \(id) --by ann --at 2025-03-21T10:59:59Z")
        try bylaw("case vote \(id) allow --by kim --at 2025-03-21T12:00:00Z", status: 1)
        try bylaw("case vote \(id) allow --by op --role operator --at 2025-03-21T12:00:00Z")
        #expect(try outcome(request("i1", "2025-03-21T13:00:00Z")) == "allow")
        try bylaw("case appeal \(id) --by ann --at 2025-03-22T12:00:00Z", status: 1)
    }

    @Test("a roster from the host counts, and a case can be withdrawn")
    func roster() throws {
        try folder.write(
            Data(
                #"[{"id":"x1","roles":["council"]},{"id":"x2","roles":["council"],"related":["ann"]},{"id":"x3","roles":["council"]}]"#
                    .utf8),
            to: "roster.json")
        let opened = try firstCase(
            bylaw("case open --policies . --format json -", input: request("i1", "2025-03-01T10:00:00Z")))
        let id = try #require(opened["case"] as? String)
        let vote =
            "case vote \(id) allow --roster roster.json --role council --at 2025-03-01T11:00:00Z --format json --by "
        #expect(try firstCase(bylaw(vote + "x1"))["state"] as? String == "open")
        #expect(try bylaw(vote + "x2 --related ann", status: 1).output.contains("recused"))
        try bylaw("case close \(id) --by ann --at 2025-03-01T12:00:00Z")
        try bylaw(vote + "x3", status: 1)
        #expect(try bylaw("case list --at 2025-03-01T13:00:00Z").output == "no cases\n")
        try folder.write(Data("[{}]".utf8), to: "roster.json")
        try bylaw(vote + "x3", status: 2)
    }

    @Test("a mode is switched by whom the policy names, and its policy applies while it is on")
    func modes() throws {
        let calm = { time in request("m", time, "fine") }
        try bylaw("ledger mode on emergency --policies . --by kim --at 2025-03-01T10:00:00Z", status: 1)
        try bylaw("ledger mode on emergenzy --policies . --by kim --at 2025-03-01T10:00:00Z", status: 2)
        #expect(try outcome(calm("2025-03-01T10:00:00Z")) == "allow")
        let on = "ledger mode on emergency --policies . --by kim --role duty-lead --at "
        try bylaw(on + "2025-03-01T10:00:00Z")
        #expect(try outcome(calm("2025-03-01T10:00:00Z")) == "deny")
        try bylaw(on + "2025-03-02T09:00:00Z")
        #expect(try bylaw(on + "2025-03-02T10:00:00Z", status: 1).errors.contains("error[renewals-used-up]"))
        #expect(try bylaw("ledger mode list --at 2025-03-03T08:59:59Z").output == "emergency\n")
        #expect(try outcome(calm("2025-03-03T08:59:59Z")) == "deny")
        #expect(try outcome(calm("2025-03-03T09:00:00Z")) == "allow")
        // Nobody can tell whether it is on where the ledger cannot be read.
        #expect(try outcome(calm("2025-03-03T09:00:00Z"), "--ledger sqlite:missing.db") == "hold")
    }
}

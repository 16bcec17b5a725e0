import Foundation
import Testing

/// What a host meets on the way: texts that are edited, policies that change, facts that come or do not, and members who
/// leave.
@Suite("bylaw case and bylaw due, over several rounds")
struct CaseRoundsTests {
    private let folder: TemporaryFolder

    private static let policy = """
        bylaw: 1
        policy: town.square
        version: 1.0.0
        languages: [en]
        judges: { actor: { member: Member }, action: { post: Post }, resource: { circle: Circle } }
        otherwise: allow
        types:
          Member: { roles: [string] }
          Post: { text: text }
          Circle: { author: Author }
          Author: { id: string }
        facts: { consent: { by: circle.author.id }, pledge: { by: member.id } }
        rules:
          rumour: { when: post.text.contains('maybe'), then: hold, to: council, strike: { conduct: 1 } }
          ask:
            require: fact('consent')
            else: hold
            await: { fact: consent, from: circle.author.id, within: 72h, late: council }
          pledge:
            when: post.text.contains('gift') && !fact('pledge')
            then: hold
            await: { fact: pledge, from: member.id, within: 24h, late: stays-held }
            duties: { answer: actor, within: 12h }
        tallies: { conduct: { within: 90d, ladder: [{ at: 1, sanction: remind }] } }
        review:
          council: { who: [council], needs: 2, within: 24h, late: deny, recuse-when: reviewer.relatedTo(case.parties) }

        """

    init() throws {
        folder = try TemporaryFolder(["p.yaml": Self.policy])
        for member in ["kim", "lee"] { try bylaw("ledger role grant \(member) council --at 2025-01-01T00:00:00Z") }
    }

    @discardableResult
    private func bylaw(_ arguments: String, input: String = "", status: Int32 = 0) throws -> CommandRun {
        try folder.write(Data(input.utf8), to: "input")
        let environment = "export BYLAW_LEDGER=sqlite:l.db BYLAW_LEDGER_KEY=sixteen-bytes-or-more; "
        let run = try CommandRun.shell("\(environment)bylaw \(arguments) < input", in: folder.root)
        #expect(run.status == status, "\(arguments): \(run.errors)")
        return run
    }

    private func json(_ run: CommandRun) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    /// Judges and records; the outcome.
    private func judge(_ text: String, _ time: String, stage: String = "proposed") throws -> String? {
        let request =
            #"{"incident":"i","time":"\#(time)","stage":"\#(stage)","actor":{"type":"member","id":"annabel","roles":[]},"#
            + #""action":{"name":"post","text":"\#(text)"},"#
            + #""resource":{"type":"circle","id":"c","author":{"id":"bob"}}}"#
        return try json(bylaw("judge --policies p.yaml --record -", input: request))["outcome"] as? String
    }

    private func cases(_ time: String, _ options: String = "") throws -> [[String: Any]] {
        try #require(
            try json(bylaw("case list --at \(time) --format json \(options)"))["cases"] as? [[String: Any]])
    }

    private func consent() throws { try bylaw("ledger fact give bob consent --at 2025-01-01T00:00:00Z") }

    private func id(_ time: String) throws -> String { try #require(try cases(time).first?["case"] as? String) }

    private func vote(_ choice: String, _ id: String, _ time: String) throws {
        for member in ["kim", "lee"] { try bylaw("case vote \(id) \(choice) --by \(member) --at \(time)") }
    }

    @Test("an edited text is put before the council anew, and what it says of that counts")
    func edited() throws {
        try consent()
        #expect(try judge("maybe so", "2025-03-01T10:00:00Z") == "hold")
        let id = try id("2025-03-01T10:00:00Z")
        try vote("allow", id, "2025-03-01T11:00:00Z")
        #expect(try judge("maybe so", "2025-03-01T12:00:00Z") == "allow")
        #expect(try cases("2025-03-01T12:00:00Z").isEmpty)
        #expect(try judge("maybe not so", "2025-03-01T13:00:00Z") == "hold")
        let open = try #require(try cases("2025-03-01T13:00:00Z").first)
        #expect(open["case"] as? String == id)
        #expect(open["due"] as? String == "2025-03-02T13:00:00Z")
        try vote("deny", id, "2025-03-01T14:00:00Z")
        #expect(try judge("maybe not so", "2025-03-01T15:00:00Z") == "deny")
    }

    @Test(
        "what was done costs a point after a ruling against it, and nothing after one for it",
        arguments: ["deny", "allow"])
    func strikes(choice: String) throws {
        try consent()
        #expect(try judge("maybe so", "2025-03-01T10:00:00Z", stage: "done") == "hold")
        try vote(choice, try id("2025-03-01T10:00:00Z"), "2025-03-01T11:00:00Z")
        #expect(try !bylaw("ledger standing annabel --at 2025-03-01T11:30:00Z").output.contains("conduct: 1"))
        #expect(try judge("maybe so", "2025-03-01T12:00:00Z", stage: "done") == choice)
        let standing = try bylaw("ledger standing annabel --at 2025-03-01T12:00:00Z").output
        #expect(standing.contains("conduct: 1 points") == (choice == "deny"))
    }

    @Test("a fact that does not come in time passes to the council, and is denied there by its own time")
    func late() throws {
        #expect(try judge("hello", "2025-03-01T10:00:00Z") == "hold")
        let due = "due --judge --at "
        #expect(try bylaw(due + "2025-03-04T09:59:59Z").output == "nothing is overdue\n")
        #expect(try bylaw("due --at 2025-03-04T10:00:00Z", status: 1).output.contains("awaits consent"))
        try bylaw(due + "2025-03-04T10:00:00Z")
        #expect(try cases("2025-03-04T10:00:00Z").map { $0["due"] as? String } == ["2025-03-05T10:00:00Z"])
        // Looking again changes nothing; a day later its time is over too.
        #expect(try bylaw(due + "2025-03-04T11:00:00Z").output == "nothing is overdue\n")
        try bylaw(due + "2025-03-09T00:00:00Z")
        #expect(try judge("hello", "2025-03-09T00:00:00Z") == "deny")
    }

    @Test("a fact that comes ends the wait, one that does not may stay awaited, and a duty stays until it is done")
    func facts() throws {
        try consent()
        #expect(try judge("a gift", "2025-03-01T10:00:00Z") == "hold")
        let overdue = try bylaw("due --judge --at 2025-03-03T10:00:00Z --format json", status: 1)
        let owed = try #require(try json(overdue)["owed"] as? [[String: Any]])
        #expect(owed.map { $0["due"] as? String } == ["2025-03-01T22:00:00Z"])
        let duty = try #require(owed.first?["id"] as? String)
        #expect(try cases("2025-03-03T10:00:00Z").count == 1)
        try bylaw("ledger fact give annabel pledge --at 2025-03-03T11:00:00Z")
        #expect(try judge("a gift", "2025-03-03T12:00:00Z") == "allow")
        #expect(try cases("2025-03-03T12:00:00Z").isEmpty)
        #expect(try cases("2025-03-03T12:00:00Z", "--all").map { $0["state"] as? String } == ["answered"])
        try bylaw("due --done \(duty) --of annabel --at 2025-03-03T13:00:00Z")
        #expect(try bylaw("due --at 2025-03-03T13:00:00Z").output == "nothing is overdue\n")
        try bylaw("due --done \(duty)", status: 2)
    }

    @Test("a case is decided by the version that opened it, whatever the policy says now")
    func pinned() throws {
        try consent()
        #expect(try judge("maybe so", "2025-03-01T10:00:00Z") == "hold")
        let id = try id("2025-03-01T10:00:00Z")
        let changed = Self.policy.replacing("version: 1.0.0", with: "version: 2.0.0")
            .replacing("who: [council], needs: 2", with: "who: [operator], needs: 5")
        try folder.write(Data(changed.utf8), to: "p.yaml")
        try vote("allow", id, "2025-03-01T11:00:00Z")
        let record = try #require(try cases("2025-03-01T11:00:00Z", "--all").first)
        #expect(record["state"] as? String == "ruled")
        #expect(record["version"] as? String == "1.0.0")
    }

    @Test("a member who is forgotten leaves a case that can be shown and decided, and a ledger that is whole")
    func forgotten() throws {
        try consent()
        #expect(try judge("maybe so", "2025-03-01T10:00:00Z") == "hold")
        let id = try id("2025-03-01T10:00:00Z")
        try bylaw("case vote \(id) deny --by kim --at 2025-03-01T11:00:00Z")
        for member in ["annabel", "kim"] { try bylaw("ledger forget \(member) --at 2025-03-01T12:00:00Z") }
        let shown = try bylaw("case show \(id) --at 2025-03-01T12:00:00Z").output
        #expect(shown.contains("before council") && shown.contains("(council): deny"))
        #expect(!shown.contains("annabel") && !shown.contains("kim"))
        try bylaw("case vote \(id) deny --by lee --at 2025-03-01T13:00:00Z")
        #expect(try bylaw("case show \(id) --at 2025-03-01T13:00:00Z").output.contains("ruled: deny"))
        #expect(try !bylaw("ledger export").output.contains("annabel"))
        try bylaw("ledger verify")
    }
}

import Testing

@testable import Bylaw

@Suite("Cases in a ledger")
struct LedgerCaseTests {
    @Test("a held request is decided by people, and the same request carries the ruling from then on")
    func roundTrip() async throws {
        let hall = try Hall()
        let held = try await hall.take(Hall.request())
        #expect(held.outcome == .hold)
        let id = try #require(held.cases.first?.id)
        #expect(held.cases.map(\.tier) == ["moderators"])
        // Asking again opens nothing more.
        let count = try await hall.ledger.events(of: "ann").count
        try await hall.take(Hall.request(on: day(1, 5)))
        #expect(try await hall.ledger.events(of: "ann").count == count)
        try await hall.vote(.allow, id, by: "mo", "moderator", at: day(1, 60))
        #expect(await hall.judge(Hall.request(on: day(1, 59))).outcome == .hold)
        let allowed = await hall.judge(Hall.request(on: day(1, 60)))
        #expect(allowed.outcome == .allow && allowed.cases.isEmpty)
        // Another text, another incident, another member: all are held.
        #expect(await hall.judge(Hall.request("i", "maybe not so", on: day(2))).outcome == .hold)
        #expect(await hall.judge(Hall.request("j", on: day(2))).outcome == .hold)
        #expect(await hall.judge(Hall.request(on: day(2), by: "bob")).outcome == .hold)
        #expect(try await hall.ledger.rulings(on: "i", of: "ann", at: day(2)).map(\.verdict) == [.allow])
    }

    @Test("a case is named by incident, rule and the policy's version, and by nothing else")
    func ids() async throws {
        let hall = try Hall()
        func id(_ request: Request = Hall.request(), _ text: String = Hall.head() + Hall.moderators) async throws
            -> String
        {
            let hall = try Hall(["p.yaml": text], ledger: hall.ledger)
            return try #require(await hall.judge(request).cases.first?.id)
        }
        let first = try await id()
        #expect(first == Digest.of("case", "i", "town.hall/hedged", "1.0.0"))
        #expect(try await id(Hall.request("i", "maybe not", on: day(9), by: "bob")) == first)
        let others = [
            try await id(Hall.request("j")),
            try await id(Hall.request(), Hall.head(version: "1.0.1") + Hall.moderators),
            try await id(Hall.request(), Hall.head() + Hall.moderators.replacing("hedged:", with: "guessed:")),
            try await id(Hall.request(), Hall.head("town.house") + Hall.moderators),
        ]
        #expect(Set(others + [first]).count == 5)
    }

    @Test("a changed policy changes no case that is open, and its own cases go by its own terms")
    func pinned() async throws {
        let old = try Hall()
        let id = try #require(try await old.take(Hall.request()).cases.first?.id)
        // From now on only the second version is loaded, in which three of another role decide within a week.
        let changed = Hall.moderators.replacing(
            "who: [moderator], within: 24h", with: "who: [operator], needs: 3, within: 7d")
        let new = try Hall(["p.yaml": Hall.head(version: "2.0.0") + changed], ledger: old.ledger)
        let other = try #require(try await new.take(Hall.request("j", on: day(1, 60))).cases.first?.id)
        #expect(try await new.ledger.cases(at: day(1, 60)).map(\.stage.due) == [day(2), day(8, 60)])
        await #expect(throws: LedgerError.notEligible(member: "op", case: id)) {
            try await new.vote(.allow, id, by: "op", "operator", at: day(1, 90))
        }
        try await new.vote(.allow, id, by: "mo", "moderator", at: day(1, 90))
        #expect(try await new.place(id, at: day(1, 90)) == "allow")
        await #expect(throws: LedgerError.notEligible(member: "mo", case: other)) {
            try await new.vote(.allow, other, by: "mo", "moderator", at: day(1, 90))
        }
        for (member, place) in [("o1", "moderators"), ("o2", "moderators"), ("o3", "allow")] {
            try await new.vote(.allow, other, by: member, "operator", at: day(1, 90))
            #expect(try await new.place(other, at: day(2)) == place)
        }
        // The second version has not ruled on the first incident.
        #expect(await old.judge(Hall.request(on: day(2))).outcome == .allow)
        #expect(await new.judge(Hall.request(on: day(2))).outcome == .hold)
    }

    @Test("a request that was edited is put before people anew, with what it is now")
    func edited() async throws {
        let hall = try Hall()
        let id = try #require(try await hall.take(Hall.request()).cases.first?.id)
        try await hall.vote(.allow, id, by: "mo", "moderator", at: day(1, 60))
        var edited = Hall.request("i", "maybe not so", on: day(2))
        let decision = try await hall.take(edited)
        #expect(decision.outcome == .hold)
        #expect(decision.cases.map(\.id) == [id])
        #expect(try await hall.place(id, at: day(2)) == "moderators")
        let record = try await hall.ledger.record(ofCase: id, at: day(2))
        #expect(record.stage.due == day(3))
        #expect(record.opening.inputs == decision.cases.first?.inputs)
        #expect(try await hall.ledger.cases(at: day(2)).count == 1)
        // Nothing more is opened by asking again, nor by a decision of before that comes late.
        let count = try await hall.ledger.events(of: "ann").count
        try await hall.take(edited)
        try await hall.take(Hall.request("i", "maybe", on: day(1, -5)))
        #expect(try await hall.ledger.events(of: "ann").count == count)
        try await hall.vote(.deny, id, by: "mo", "moderator", at: day(2, 60))
        edited.time = day(2, 61)
        #expect(await hall.judge(edited).outcome == .deny)
    }

    @Test("an edit while people still decide begins anew too, for they saw another text")
    func editedWhileOpen() async throws {
        let hall = try Hall(Hall.moderators.replacing("who: [moderator]", with: "who: [moderator], needs: 2"))
        let id = try #require(try await hall.take(Hall.request()).cases.first?.id)
        try await hall.vote(.allow, id, by: "mo", "moderator", at: day(1, 60))
        // In the very second of the vote.
        try await hall.take(Hall.request("i", "maybe not", on: day(1, 60)))
        try await hall.vote(.allow, id, by: "max", "moderator", at: day(1, 60))
        #expect(try await hall.place(id, at: day(2)) == "moderators")
        try await hall.vote(.allow, id, by: "mo", "moderator", at: day(1, 60))
        #expect(try await hall.place(id, at: day(2)) == "allow")
        #expect(await hall.judge(Hall.request("i", "maybe not", on: day(2))).outcome == .allow)
        #expect(await hall.judge(Hall.request("i", "maybe so", on: day(2))).outcome == .hold)
    }

    @Test("a case that was withdrawn is opened anew by a request that comes after that")
    func withdrawn() async throws {
        let hall = try Hall()
        let id = try #require(try await hall.take(Hall.request()).cases.first?.id)
        try await hall.ledger.close(case: id, .withdrawn, by: "ann", at: day(1, 60))
        #expect(try await hall.place(id, at: day(1, 60)) == "withdrawn")
        await #expect(throws: LedgerError.caseNotOpen(id)) {
            try await hall.vote(.allow, id, by: "mo", "moderator", at: day(1, 90))
        }
        await #expect(throws: LedgerError.caseNotOpen(id)) {
            try await hall.ledger.close(case: id, .void, by: "ann", at: day(1, 90))
        }
        try await hall.take(Hall.request(on: day(1, 60)))
        #expect(try await hall.place(id, at: day(1, 90)) == "withdrawn")
        try await hall.take(Hall.request(on: day(2)))
        #expect(try await hall.place(id, at: day(2)) == "moderators")
    }

    @Test("nobody decides whose relation is disclosed, though the roster was made before")
    func disclosed() async throws {
        let hall = try Hall(
            Hall.moderators.replacing("who: [moderator], within", with: "who: [moderator], majority: absolute, within"))
        // The host knows nothing of relations.
        let roster = Roster.members((1...12).map { Reviewer(id: "m\($0)", roles: ["moderator"]) })
        let id = try #require(try await hall.take(Hall.request(), roster: roster).cases.first?.id)
        try await hall.vote(.allow, id, by: "m1", "moderator", at: day(1, 10), roster: roster)
        for member in ["m1", "m11", "m12"] {
            try await hall.add(.related(member, to: "ann"), to: member, at: day(1, 20))
        }
        for member in ["m1", "m11"] {
            await #expect(throws: LedgerError.recused(member: member, case: id)) {
                try await hall.vote(.allow, id, by: member, "moderator", at: day(1, 30), roster: roster)
            }
        }
        // 12 less 3 are 9: floor(9 / 2) + 1 = 5, and what m1 voted does not count.
        for (index, member) in ["m2", "m3", "m4", "m5", "m6"].enumerated() {
            #expect(try await hall.place(id, at: day(1, 100)) == "moderators", "\(index) votes")
            try await hall.vote(.deny, id, by: member, "moderator", at: day(1, 40 + index), roster: roster)
        }
        #expect(try await hall.place(id, at: day(1, 100)) == "deny")
    }

    @Test("without a roster too, what somebody voted who turns out to be related does not count")
    func disclosedWithoutRoster() async throws {
        let hall = try Hall(Hall.moderators.replacing("who: [moderator]", with: "who: [moderator], needs: 2"))
        let id = try #require(try await hall.take(Hall.request()).cases.first?.id)
        try await hall.vote(.allow, id, by: "m1", "moderator", at: day(1, 10))
        try await hall.add(.related("m1", to: "ann"), to: "m1", at: day(1, 20))
        try await hall.vote(.allow, id, by: "m2", "moderator", at: day(1, 30))
        #expect(try await hall.place(id, at: day(1, 30)) == "moderators")
        try await hall.vote(.allow, id, by: "m3", "moderator", at: day(1, 40))
        #expect(try await hall.place(id, at: day(1, 40)) == "allow")
    }

    @Test("whoever looks late decides by the relations and roles that were known in time", arguments: [true, false])
    func lookingLate(isLate: Bool) async throws {
        let hall = try Hall(
            Hall.moderators.replacing(
                "who: [moderator], within: 24h, late: council",
                with: "who: [moderator], needs: 2, majority: simple, within: 24h, late: deny"))
        let roster = Roster.members((1...5).map { Reviewer(id: "m\($0)", roles: ["moderator"]) })
        let id = try #require(try await hall.take(Hall.request(), roster: roster).cases.first?.id)
        for member in ["m1", "m2"] {
            try await hall.vote(.allow, id, by: member, "moderator", at: day(1, 60), roster: roster)
        }
        if !isLate { try await hall.ledger.judgeOverdue(at: day(2), roster: roster) }
        try await hall.add(.related("m1", to: "ann"), to: "m1", at: day(2, 1))
        try await hall.add(.roleRevoked("moderator"), to: "m2", at: day(2, 1))
        if isLate { try await hall.ledger.judgeOverdue(at: day(90), roster: roster) }
        // At the due time both votes counted: two for it, none against it.
        #expect(try await hall.place(id, at: day(100)) == "allow")
        let ruling = try await hall.ledger.events(of: "ann").last { $0.kind.name == "ruling" }
        #expect(ruling?.occurred == day(2))
    }

    @Test("who lost the role does not decide, and who was granted it does")
    func roles() async throws {
        let hall = try Hall()
        let id = try #require(try await hall.take(Hall.request()).cases.first?.id)
        try await hall.add(.roleRevoked("moderator"), to: "mo", at: day(1, 10))
        await #expect(throws: LedgerError.notEligible(member: "mo", case: id)) {
            try await hall.vote(.allow, id, by: "mo", "moderator", at: day(1, 20))
        }
        await #expect(throws: LedgerError.notEligible(member: "max", case: id)) {
            try await hall.vote(.allow, id, by: "max", at: day(1, 20))
        }
        try await hall.add(.roleGranted("moderator"), to: "max", at: day(1, 30))
        try await hall.vote(.allow, id, by: "max", at: day(1, 30))
        #expect(try await hall.place(id, at: day(1, 30)) == "allow")
    }

    @Test("two policies may call their tiers alike, and each knows its own people")
    func sameNames() async throws {
        let tiers = """
            rules: { r: { when: true, then: hold, to: board } }
            review:
              board: { who: [ROLE], needs: 2, if-too-few: all }
              all: { who: [operator] }

            """
        let hall = try Hall(
            [
                "a.yaml": Hall.head("town.a") + tiers.replacing("ROLE", with: "council"),
                "b.yaml": Hall.head("town.b") + tiers.replacing("ROLE", with: "elder"),
            ], ledger: Ledger(MemoryStore()))
        for (member, role) in [("c1", "council"), ("c2", "council"), ("e1", "elder"), ("e2", "elder")] {
            try await hall.add(.roleGranted(role), to: member, at: day(1, -1))
        }
        try await hall.take(Hall.request())
        #expect(try await hall.ledger.cases(at: day(1)).map(\.stage.tier) == ["board", "board"])
        // Where one is left, it is too few, and for that policy alone.
        try await hall.add(.roleRevoked("elder"), to: "e2", at: day(2, -1))
        try await hall.take(Hall.request("j", on: day(2)))
        let tiersOfJ = try await hall.ledger.cases(at: day(2)).filter { $0.opening.incident == "j" }
            .sorted { $0.opening.policy < $1.opening.policy }.map(\.stage.tier)
        #expect(tiersOfJ == ["board", "all"])
    }

    @Test("a case is appealed as often as its terms allow, until the last second, whatever the tiers")
    func appeals() async throws {
        let hall = try Hall()
        let id = try #require(try await hall.take(Hall.request()).cases.first?.id)
        try await hall.vote(.deny, id, by: "mo", "moderator", at: day(1, 60))
        let ruling = try #require(try await hall.ledger.events(of: "ann").last)
        // 20 days from the ruling.
        await #expect(throws: LedgerError.appealTooLate(event: ruling.id, deadline: day(21, 60))) {
            try await hall.ledger.appeal(case: id, by: "ann", at: day(21, 60))
        }
        // A ruling is appealed by its case, by those terms.
        await #expect(throws: LedgerError.notAppealable(event: ruling.id)) {
            try await hall.ledger.openAppeal(of: ruling.id, by: "ann", at: day(300))
        }
        try await hall.ledger.appeal(case: id, by: "ann", at: day(21, 59))
        #expect(try await hall.place(id, at: day(21, 59)) == "council")
        await #expect(throws: LedgerError.caseNotOpen(id)) {
            try await hall.ledger.appeal(case: id, by: "ann", at: day(22))
        }
        for member in ["kim", "lee"] { try await hall.vote(.deny, id, by: member, "council", at: day(22)) }
        let second = try #require(try await hall.ledger.events(of: "ann").last)
        // The operators had it not yet, but once is all.
        await #expect(throws: LedgerError.appealsUsedUp(event: second.id)) {
            try await hall.ledger.appeal(case: id, by: "ann", at: day(23))
        }
        #expect(await hall.judge(Hall.request(on: day(23))).outcome == .deny)
        await #expect(throws: LedgerError.unknownCase("none")) {
            try await hall.ledger.appeal(case: "none", by: "ann", at: day(23))
        }
    }

    @Test(
        "what was done is charged when it is judged again after a ruling against it, and never after one for it",
        arguments: [(LedgerEvent.Vote.Choice.deny, Outcome.deny, 1), (.allow, .allow, 0)])
    func strikes(choice: LedgerEvent.Vote.Choice, outcome: Outcome, points: Int) async throws {
        let hall = try Hall()
        let held = try await hall.take(Hall.request(stage: .done))
        #expect(held.strikes.map(\.state) == [.ifUpheld])
        let id = try #require(held.cases.first?.id)
        func charged(_ time: Timestamp) async throws -> Int {
            try await hall.ledger.standing(of: "ann", at: time).points(policy: "town.hall", tally: "conduct")
        }
        try await hall.vote(choice, id, by: "mo", "moderator", at: day(1, 60))
        #expect(try await charged(day(1, 60)) == 0)
        let again = try await hall.take(Hall.request(on: day(2), stage: .done))
        #expect(again.outcome == outcome)
        #expect(again.strikes.map(\.state) == Array(repeating: .charged, count: points))
        #expect(try await charged(day(2)) == points)
        // Once, however often it comes.
        try await hall.take(Hall.request(on: day(3), stage: .done))
        #expect(try await charged(day(3)) == points)
    }

    @Test("a case that was reported, charged to another and awaited of a third concerns them all")
    func parties() async throws {
        let hall = try Hall(
            """
            facts: { consent: { by: actor.id } }
            tallies: { conduct: { within: 90d } }
            rules:
              r:
                when: has(board.author)
                then: hold
                to: council
                await: { fact: consent, from: "'joe'" }
                strike: { conduct: 1, to: board.author.id }
            review: { council: { who: [council], recuse-when: reviewer.relatedTo(case.parties) } }

            """)
        let decision = try await hall.take(Hall.request(author: "bob", reporter: "tia"))
        let record = try #require(try await hall.ledger.cases(at: day(1)).first)
        #expect(record.opening.parties == CaseParties(actor: "ann", subject: "bob", reporter: "tia", others: ["joe"]))
        #expect(decision.cases.first?.excluded == ["ann", "bob", "tia", "joe"])
        for member in ["ann", "bob", "tia", "joe"] {
            await #expect(throws: LedgerError.recused(member: member, case: record.opening.caseID)) {
                try await hall.vote(.allow, record.opening.caseID, by: member, "council", at: day(1, 1))
            }
        }
    }
}

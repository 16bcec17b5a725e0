import Bylaw
import Testing

@Suite struct StandingInputTests {
    static let body = """
        otherwise: allow
        roles: { ambassador: { granted-by: operator } }
        tallies:
          sharing:
            within: 180d
            ladder:
              - { at: 2, sanction: suspend, from: share, for: 14d }
              - { at: 3, sanction: revoke, role: ambassador }
        rules:
          ambassadors: { on: share, require: "'ambassador' in member.roles", else: deny }

        """

    @Test func theHostsRolesCountWithoutALedger() throws {
        #expect(try Judging.decide(Self.body).outcome == .allow)
        #expect(try Judging.decide(Self.body) { $0.actor.attributes["roles"] = [] }.outcome == .deny)
    }

    @Test func rolesAreGrantedAndLostByTheLedger() throws {
        let granted = Standing(subject: "u_7", roles: ["ambassador"])
        #expect(
            try Judging.decide(Self.body, standing: .known(granted)) { $0.actor.attributes["roles"] = [] }.outcome
                == .allow)
        let revoked = Standing(subject: "u_7", roles: ["ambassador"], revoked: ["ambassador"])
        let decision = try Judging.decide(Self.body, standing: .known(revoked))
        #expect(decision.outcome == .deny)
        #expect(decision.matched == ["ambassadors"])
    }

    @Test(arguments: [
        ("share", "test.sharing", -1, 1, true), ("share", "test.sharing", -1, nil, true),
        ("share", "test.sharing", 0, 1, true),
        // The end is not in it any more.
        ("share", "test.sharing", -1, 0, false), ("share", "test.sharing", 1, 2, false),
        ("read", "test.sharing", -1, 1, false), ("share", "test.other", -1, 1, false),
    ])
    func aSuspendedMemberIsDenied(
        action: String, policy: String, from: Int, until: Int?, isSuspended: Bool
    ) throws {
        let now = try #require(Timestamp("2024-09-01T10:00:00+09:00"))
        let standing = Standing(
            subject: "u_7",
            suspensions: [
                .init(
                    policy: policy, actions: [action], from: now.advanced(by: .seconds(from)),
                    until: until.map { now.advanced(by: .seconds($0)) })
            ])
        let decision = try Judging.decide(Self.body, standing: .known(standing))
        #expect(decision.outcome == (isSuspended ? .deny : .allow))
        #expect(decision.reason == (isSuspended ? .suspended : .otherwise))
    }

    @Test func anUnavailableStandingNeverLetsAnybodyThrough() throws {
        let decision = try Judging.decide(Self.body, standing: .unavailable)
        #expect(decision.outcome == .hold)
        #expect(decision.reason == .fault)
        #expect(decision.standing == .unavailable)
        // Both the suspension that there may be and the role that may be lost.
        #expect(decision.errors.map(\.rule) == ["sharing", "ambassadors"])
        #expect(decision.errored == ["ambassadors"])
        // A policy that asks nothing of standing is judged as ever.
        #expect(try Judging.decide("otherwise: allow\n", standing: .unavailable).outcome == .allow)
    }

    @Test func somebodyElsesStandingIsNone() throws {
        let decision = try Judging.decide(Self.body, standing: .known(Standing(subject: "u_8")))
        #expect(decision.outcome == .hold)
        #expect(decision.standing == .unavailable)
    }

    @Test func rolesThatCannotBeReadAreAFault() throws {
        let body =
            "otherwise: allow\nroles: { banned: }\nrules: { r: { when: standing.hasRole('banned'), then: deny } }\n"
        #expect(try Judging.decide(body).outcome == .allow)
        for value: AttributeValue? in [nil, "banned", ["banned", 5]] {
            let decision = try Judging.decide(body) { $0.actor.attributes["roles"] = value }
            #expect(decision.outcome == .hold)
            #expect(decision.errored == ["r"])
        }
    }

    @Test func conditionsReadPointsRolesAndSuspensions() throws {
        let now = try #require(Timestamp("2024-09-01T10:00:00+09:00"))
        let standing = Standing(
            subject: "u_7", tallies: [.init(policy: "test.sharing", tally: "sharing", points: 2)],
            roles: ["ambassador"],
            suspensions: [.init(policy: "test.sharing", actions: ["read"], from: now, until: nil)])
        let decision = try Judging.decide(
            Self.body + """
                  points: { when: "standing.points('sharing') == 2", then: deny }
                  role: { when: "standing.hasRole('ambassador') && 'ambassador' in standing.roles", then: deny }
                  suspended: { when: "standing.suspended('read') && !standing.suspended('share')", then: deny }

                """, standing: .known(standing))
        #expect(decision.matched == ["points", "role", "suspended"])
    }
}

import Testing

@testable import Bylaw

@Suite("A mode")
struct ModeTermsTests {
    /// On for a day, renewed twice at most.
    private static let terms = ModeTerms(mode: "emergency", onBy: ["lead", "mayor"], lasts: .days(1), renewals: 2)
    private static let lead = Reviewer(id: "kim", roles: ["lead"])

    /// Switches at those moments, in the order of the list.
    private func events(
        _ moments: (isOn: Bool, at: Timestamp)..., terms: ModeTerms = terms
    ) throws -> [LedgerEvent] {
        var events: [LedgerEvent] = []
        for moment in moments {
            events.append(try terms.event(on: moment.isOn, by: Self.lead, at: moment.at, among: events))
        }
        return events
    }

    private func isOn(_ events: [LedgerEvent], _ time: Timestamp) -> Bool {
        let modes = events.modes(at: time)
        #expect(events.reversed().modes(at: time) == modes, "in another order")
        return modes == ["emergency"]
    }

    @Test("is on from the second in which it is switched on to the one in which it goes off by itself")
    func edges() throws {
        let events = try events((true, day(2)))
        #expect(!isOn(events, day(2, -1)))
        #expect(isOn(events, day(2)))
        #expect(isOn(events, day(3, -1)))
        #expect(!isOn(events, day(3)))
    }

    @Test("goes off early in the second in which it is switched off, and can be switched on again then")
    func off() throws {
        let events = try events((true, day(2)), (false, day(2, 600)))
        #expect(isOn(events, day(2, 599)))
        #expect(!isOn(events, day(2, 600)))
        let again = try self.events((true, day(2)), (false, day(2, 600)), (true, day(2, 700)))
        #expect(!isOn(again, day(2, 699)) && isOn(again, day(3, 699)) && !isOn(again, day(3, 700)))
    }

    @Test("is renewed from that moment on, twice and no more, until it was off")
    func renewals() throws {
        let renewed = try events((true, day(2)), (true, day(3, -1)), (true, day(3)))
        // The last renewal counts: a day from day 3.
        #expect(isOn(renewed, day(4, -1)) && !isOn(renewed, day(4)))
        #expect(throws: LedgerError.renewalsUsedUp(mode: "emergency")) {
            try Self.terms.event(on: true, by: Self.lead, at: day(4, -1), among: renewed)
        }
        // Once it is off, by itself or by somebody, all is as at first.
        for pause in [[], [(isOn: false, at: day(3, 5))]] {
            var events = renewed
            for moment in pause {
                events.append(try Self.terms.event(on: moment.isOn, by: Self.lead, at: moment.at, among: events))
            }
            for index in 0...2 {
                let time = day(4, index)
                events.append(try Self.terms.event(on: true, by: Self.lead, at: time, among: events))
            }
            #expect(throws: LedgerError.renewalsUsedUp(mode: "emergency")) {
                try Self.terms.event(on: true, by: Self.lead, at: day(4, 9), among: events)
            }
            // It may always be switched off.
            #expect(throws: Never.self) {
                try Self.terms.event(on: false, by: Self.lead, at: day(4, 9), among: events)
            }
        }
        let never = ModeTerms(mode: "emergency", onBy: ["lead"], lasts: .days(1), renewals: 0)
        let once = try events((true, day(2)), terms: never)
        #expect(throws: LedgerError.renewalsUsedUp(mode: "emergency")) {
            try never.event(on: true, by: Self.lead, at: day(3, -1), among: once)
        }
        #expect(throws: Never.self) { try never.event(on: true, by: Self.lead, at: day(3), among: once) }
    }

    @Test("is switched by those alone who have a role that it names", arguments: [true, false])
    func roles(isOn: Bool) throws {
        let on = try events((true, day(2)))
        for roles in [[], ["Lead"], ["operator"], ["lead "]] {
            #expect(throws: LedgerError.mayNotSwitch(member: "x", mode: "emergency")) {
                try Self.terms.event(on: isOn, by: Reviewer(id: "x", roles: roles), at: day(2, 5), among: on)
            }
        }
        for roles in [["mayor"], ["guest", "lead"]] {
            let event = try Self.terms.event(on: isOn, by: Reviewer(id: "x", roles: roles), at: day(2, 5), among: on)
            #expect(event.subject == "x" && event.by == "x")
            #expect(event.kind == .modeSwitched(.init(mode: "emergency", isOn: isOn, until: isOn ? day(3, 5) : nil)))
        }
    }

    @Test("knows nothing of another mode, of what is taken back, nor of what is not known yet")
    func others() throws {
        var events = try events((true, day(2)))
        let other = ModeTerms(mode: "drill", onBy: ["lead"], lasts: .days(9), renewals: 0)
        events.append(try other.event(on: true, by: Self.lead, at: day(2), among: events))
        #expect(events.modes(at: day(2)) == ["drill", "emergency"])
        #expect(events.modes(at: day(4)) == ["drill"])
        let reversal = LedgerEvent(
            subject: "kim", kind: .reversal(.event(id: events[1].id)), occurred: day(3), by: "office")
        #expect((events + [reversal]).modes(at: day(4)).isEmpty)
        let late = LedgerEvent(
            subject: "kim", kind: .modeSwitched(.init(mode: "emergency", isOn: true, until: day(9))), occurred: day(5),
            recorded: day(7), by: "kim")
        #expect([late].modes(at: day(7, -1)).isEmpty)
        #expect([late].modes(at: day(7)) == ["emergency"])
    }
}

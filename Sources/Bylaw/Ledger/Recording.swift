/// What became of recording several events at once.
public struct Recording: Sendable, Hashable {
    /// The events that are new. Those that were recorded before are not among them: the first recording stands.
    public var events: [LedgerEvent] = []
    /// What the ladders bring to members because of them. Of two services that record at once, one alone is told of a
    /// crossing.
    public var sanctions: [MemberSanction] = []
    /// What no longer rests on anything because of them.
    public var ended: [MemberSanction] = []
    /// What must be done now: `restore` what was carried out and rests on nothing any more.
    public var duties: [Decision.Duty] = []

    /// What became of recording those events.
    public init(events: [LedgerEvent] = []) { self.events = events }

    /// A sanction and whom it strikes.
    public struct MemberSanction: Sendable, Hashable {
        /// The member.
        public var subject: String
        /// What the ladder brought.
        public var sanction: Standing.Sanction
    }
}

extension Recording {
    /// What a later recording added.
    mutating func add(_ later: Recording) {
        events += later.events
        sanctions += later.sanctions
        ended += later.ended
        duties += later.duties
    }

    /// What events change: the standing before and after them.
    mutating func add(before: Standing, after: Standing) {
        func difference(_ a: Standing, from b: Standing) -> [MemberSanction] {
            // Most of a long record is the same, and stands at the beginning of both.
            let common = zip(a.sanctions, b.sanctions).prefix { $0 == $1 }.map { _ in 1 }.count
            let known = Set(b.sanctions.dropFirst(common).map { LedgerEvent.SanctionReference($0) })
            return a.sanctions.dropFirst(common).filter { !known.contains(LedgerEvent.SanctionReference($0)) }
                .map { .init(subject: after.subject, sanction: $0) }
        }
        sanctions += difference(after, from: before)
        ended += difference(before, from: after)
        duties += after.restores.filter { !before.restores.contains($0) }.map { $0.restoring(after.subject) }
    }
}

extension LedgerEvent.SanctionReference {
    /// The duty to give back what the sanction took.
    func restoring(_ subject: String) -> Decision.Duty {
        Decision.Duty(
            id: Digest.of("restore", subject, policy, tally, event, at.description), duty: "restore", to: subject,
            rule: "\(policy)/\(tally)", due: nil)
    }
}

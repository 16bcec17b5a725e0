/// Modes that people switch on for a time.
extension Ledger {
    /// Switches a mode on, renews it where it is on, or switches it off. The member's roles are those given and the
    /// ledger's, without those that were lost.
    @discardableResult
    public func `switch`(
        _ mode: ModeTerms, on isOn: Bool, by member: Reviewer, at time: Timestamp
    ) async throws -> Recording {
        try await write { try $0.switch(mode, on: isOn, by: member, at: time) }
    }

    /// The modes that are on at a moment, by their UTF-8.
    public func modes(at time: Timestamp) async throws -> [String] {
        try await read { step in try step.modeEvents() }.modes(at: time)
    }
}

extension LedgerStep {
    package mutating func `switch`(
        _ mode: ModeTerms, on isOn: Bool, by member: Reviewer, at time: Timestamp
    ) throws -> Recording {
        let events = try modeEvents()
        return try append([mode.event(on: isOn, by: informed(member, at: time), at: time, among: events)])
    }

    /// Everything that was done to modes.
    package mutating func modeEvents() throws -> [LedgerEvent] {
        try subjects(.modes).flatMap { try history(of: $0).events }
    }
}

extension [LedgerEvent] {
    /// The modes among them that are on at a moment, by their UTF-8.
    package func modes(at time: Timestamp) -> [String] {
        let known = filter { $0.known <= time }
        let names = Set(
            known.compactMap { event in
                if case .modeSwitched(let change) = event.kind { ExactText(change.mode) } else { nil }
            })
        return names.sorted().map(\.text).filter { ModeRecord($0, known).isOn(at: time) }
    }
}

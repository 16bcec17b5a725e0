extension Ledger {
    /// The facts that a member has given and that hold at a moment, as requests carry them.
    public func facts(of subject: String, at time: Timestamp) async throws -> [Fact] {
        try await events(of: subject).facts(at: time)
    }
}

extension [LedgerEvent] {
    /// The facts among them that were known at a moment and hold then: not ended, and not withdrawn. By the moment at
    /// which they were given.
    package func facts(at time: Timestamp) -> [Fact] {
        let known = filter { $0.known <= time }.sorted(by: LedgerEvent.precedes)
        let reversals = Reversals(known)
        var facts: [Fact] = []
        for event in known where !reversals.takeBack(event) {
            switch event.kind {
            case .factGiven(let fact):
                facts.append(Fact(fact.name, fact.keys, at: event.occurred, until: fact.until))
            case .factWithdrawn(let fact):
                facts.removeAll { ExactText($0.name) == ExactText(fact.name) && $0.hasKeys(fact.keys) }
            default: break
            }
        }
        return facts.filter { fact in fact.until.map { time < $0 } ?? true }
    }
}

extension Fact {
    /// Whether it says exactly that, in whatever order.
    fileprivate func hasKeys(_ other: [Attribute]) -> Bool {
        func digest(_ keys: [Attribute]) -> String {
            var digest = Digest()
            AttributeValue.object(keys).add(to: &digest)
            return digest.text()
        }
        return digest(keys) == digest(other)
    }
}

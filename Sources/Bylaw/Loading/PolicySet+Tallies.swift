/// The tallies of a set, for those who record by hand.
extension PolicySet {
    /// The terms of the tallies of policies in those versions: those by which a decision that lists them gives points.
    public func tallies(of policies: [Decision.PolicyReference]) -> [TallyTerms] {
        checked.filter { policy in
            policies.contains { ExactText($0.policy) == ExactText(policy.id) && $0.version == policy.version }
        }.flatMap(\.tallies)
    }

    /// A tally by its name, `sharing` or `policy/sharing`, as it is in force at a moment, with its terms. Nil where no
    /// policy has it then, or several have.
    public func tally(
        named name: String, at time: Timestamp
    ) -> (reference: LedgerEvent.TallyReference, terms: TallyTerms)? {
        let found = checked.filter { $0.isInForce(at: time) }.flatMap { policy in
            policy.tallies.filter { terms in
                [terms.tally, "\(terms.policy)/\(terms.tally)"].contains { ExactText($0) == ExactText(name) }
            }.map { terms in
                (
                    reference: LedgerEvent.TallyReference(
                        policy: terms.policy, version: policy.version, tally: terms.tally, terms: terms.digest),
                    terms: terms
                )
            }
        }
        return found.count == 1 ? found.first : nil
    }

    /// The names of the tallies that are in force at a moment, each with its policy's.
    public func tallyNames(at time: Timestamp) -> [String] {
        checked.filter { $0.isInForce(at: time) }.flatMap(\.tallies).map { "\($0.policy)/\($0.tally)" }
    }
}

extension PolicySet {
    /// The modes that the policies declare which are in force at a moment.
    public func modes(at time: Timestamp) -> [ModeTerms] {
        var modes: [ModeTerms] = []
        for mode in checked.filter({ $0.isInForce(at: time) }).flatMap(\.modes)
        where !modes.contains(where: { ExactText($0.mode) == ExactText(mode.mode) }) {
            modes.append(mode)
        }
        return modes
    }
}

extension CheckedPolicy {
    /// Whether it is enforced at a moment, where its mode is on.
    fileprivate func isInForce(at time: Timestamp) -> Bool {
        !isShadow && effectiveFrom.map { $0 <= time } ?? true && effectiveUntil.map { time < $0 } ?? true
    }
}

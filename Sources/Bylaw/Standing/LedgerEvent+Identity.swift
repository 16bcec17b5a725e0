extension LedgerEvent {
    /// The digest of an event's content: its id where nobody gives it one.
    static func digest(
        _ subject: String, _ kind: Kind, _ occurred: Timestamp, _ recorded: Timestamp, _ by: String
    ) -> String {
        var digest = Digest()
        for field in [subject, "\(occurred.seconds).\(occurred.nanoseconds)"] { digest.add(field) }
        digest.add("\(recorded.seconds).\(recorded.nanoseconds)")
        digest.add(by)
        kind.add(to: &digest)
        return digest.text()
    }

    /// Whether two events say the same, byte for byte and with the same id.
    func isSame(as other: LedgerEvent) -> Bool {
        ExactText(id) == ExactText(other.id)
            && Self.digest(subject, kind, occurred, recorded, by)
                == Self.digest(other.subject, other.kind, other.occurred, other.recorded, other.by)
    }

    /// The one order in which events count, in whatever order they arrive: by `occurred`, `recorded`, then the id's
    /// UTF-8.
    static func precedes(_ a: LedgerEvent, _ b: LedgerEvent) -> Bool {
        if a.occurred != b.occurred { return a.occurred < b.occurred }
        if a.recorded != b.recorded { return a.recorded < b.recorded }
        return ExactText(a.id) < ExactText(b.id)
    }
}

extension LedgerEvent.Kind {
    /// Its name: `strike`, `role-granted`.
    package var name: String {
        switch self {
        case .strike: "strike"
        case .merit: "merit"
        case .reversal: "reversal"
        case .pardon: "pardon"
        case .roleGranted: "role-granted"
        case .roleRevoked: "role-revoked"
        }
    }

    fileprivate func add(to digest: inout Digest) {
        digest.add(name)
        switch self {
        case .strike(let charge), .merit(let charge):
            for field in [
                charge.incident, charge.policy, charge.version.description, charge.tally, charge.rule, charge.terms,
                String(charge.points),
            ] { digest.add(field) }
        case .reversal(.event(let id)):
            digest.add("event")
            digest.add(id)
        case .reversal(.incident(let incident)):
            digest.add("incident")
            digest.add(incident)
        case .pardon(let pardon):
            digest.add(pardon.clears.rawValue)
            // Absent and empty differ, for a field may be absent.
            for field in [pardon.policy, pardon.tally] {
                digest.add(field == nil ? "" : "=")
                digest.add(field ?? "")
            }
        case .roleGranted(let role), .roleRevoked(let role):
            digest.add(role)
        }
    }
}

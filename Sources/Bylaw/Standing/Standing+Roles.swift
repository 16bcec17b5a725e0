extension Standing {
    /// The host's roles and those granted, without those that were lost; each once, the host's first.
    package func effectiveRoles(host: [String]) -> [String] {
        var known = Set(revoked)
        return (host + self.roles).filter { known.insert($0).inserted }
    }

    /// Whether a suspension that a policy's ladder brought is from this action at this moment.
    package func isSuspended(from action: String, policy: String, at time: Timestamp) -> Bool {
        suspensions.contains { suspension in
            suspension.policy == policy && suspension.from <= time
                && suspension.until.map { time < $0 } ?? true
                && (suspension.actions.isEmpty || suspension.actions.contains(action))
        }
    }

    /// The same for what one tally brought, by its ladder or by hand.
    func isSuspended(from action: String, by tally: String, of policy: String, at time: Timestamp) -> Bool {
        sanctions.contains { sanction in
            sanction.rung.sanction == .suspend && sanction.policy == policy && sanction.tally == tally
                && sanction.from <= time && sanction.until.map { time < $0 } ?? true
                && (sanction.rung.actions.isEmpty || sanction.rung.actions.contains(action))
        }
    }
}

import Bylaw
import BylawSource

/// Finds ladders on which more strikes bring less than fewer did.
struct MilderRungs: AnalysisCheck {
    let codes = ["milder-rung"]

    func findings(in set: AnalysedSet) -> [Diagnostic] {
        set.policies.flatMap { $0.syntax.tallies }.flatMap { tally in
            let rungs = tally.value.ladder.filter { $0.at.value.points != nil }
            let severe = tally.value.ladder.filter { $0.at.value == .severe }
            return (rungs + severe).enumerated().compactMap { index, rung -> Diagnostic? in
                // A severe act is measured by what the first strike brings: it crosses its own rung.
                let before = rung.at.value == .severe ? rungs.prefix(1) : rungs.prefix(index)
                guard let stricter = before.last(where: { rung.isMilder(than: $0) }) else { return nil }
                return .finding(
                    "milder-rung",
                    rung.at.value == .severe
                        ? "a severe act brings less than the first rung does"
                        : "this rung is milder than one before it",
                    at: rung.location, labels: [.init(stricter.location, "this one is stricter")])
            }
        }
    }
}

extension RungSyntax {
    /// Whether this surely is less than another rung brings. Different kinds of loss are not weighed against each other.
    fileprivate func isMilder(than other: RungSyntax) -> Bool {
        switch (sanction.value, other.sanction.value) {
        case (.remind, .warn), (.remind, .suspend), (.remind, .revoke), (.warn, .suspend), (.warn, .revoke):
            return true
        case (.suspend, .suspend):
            guard Set(from.map(\.value)) == Set(other.from.map(\.value)), let duration, let others = other.duration
            else { return false }
            // Without an end is the longest of all.
            guard let length = duration.value else { return false }
            return others.value.map { length < $0 } ?? true
        default: return false
        }
    }
}

import Bylaw
import BylawSource

/// Compares what became of a case with what is expected of it.
struct CaseMatcher {
    let record: CaseRecord?

    init(_ record: CaseRecord?) { self.record = record }

    func mismatches(_ expected: CaseExpectation) -> [Mismatch?] {
        guard let record else {
            return [
                Mismatch(
                    "case", "rule `\(expected.rule.value)` opened no case", expected: "a case", found: "none",
                    at: expected.rule.location)
            ]
        }
        let (state, verdict) = record.words
        func text(_ what: String, _ wanted: Located<String>?, _ found: String) -> Mismatch? {
            guard let wanted, !wanted.value.isSame(found) else { return nil }
            return Mismatch(
                "case", "expected \(what) `\(wanted.value)`, got `\(found)`", expected: "`\(wanted.value)`",
                found: "`\(found)`", at: wanted.location, notes: notes)
        }
        return [
            text("the state", expected.state, state), text("the verdict", expected.verdict, verdict ?? "none"),
            text("the tier", expected.tier, record.stage.tier), due(expected.due, record),
            votes(expected.votes, record),
        ]
    }

    private func due(_ wanted: Located<Timestamp>?, _ record: CaseRecord) -> Mismatch? {
        guard let wanted, wanted.value != record.stage.due else { return nil }
        let found = record.stage.due?.description ?? "no time"
        return Mismatch(
            "case", "expected the case to be due \(wanted.value), got \(found)", expected: wanted.value.description,
            found: found, at: wanted.location, notes: notes)
    }

    private func votes(_ wanted: Located<Int>?, _ record: CaseRecord) -> Mismatch? {
        guard let wanted, wanted.value != record.stage.votes.count else { return nil }
        return Mismatch(
            "case", "expected \(wanted.value) votes, got \(record.stage.votes.count)", expected: String(wanted.value),
            found: String(record.stage.votes.count), at: wanted.location, notes: notes)
    }

    /// Who voted what so far.
    private var notes: [String] {
        record.map { record in
            record.stages.flatMap { stage in
                stage.votes.map { "`\(stage.tier)`: `\($0.reviewer)` voted `\($0.choice.rawValue)`" }
            }
        } ?? []
    }
}

extension CaseRecord {
    fileprivate var words: (state: String, verdict: String?) {
        switch state {
        case .open: ("open", nil)
        case .ruled(let ruling, _): ("ruled", ruling.verdict.rawValue)
        case .closed(let cause): (cause.rawValue, nil)
        }
    }
}

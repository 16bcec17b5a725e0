import Bylaw
import BylawSource

/// Compares a decision with what is expected of it.
struct DecisionMatcher {
    let decision: Decision
    let policies: FixturePolicies

    init(_ decision: Decision, _ policies: FixturePolicies) {
        self.decision = decision
        self.policies = policies
    }

    /// Everything that differs, in the order of the decision's keys.
    func mismatches(_ expect: Expectation) -> [Mismatch] {
        let found: [Mismatch?] =
            [outcome(expect), reason(expect), rules(expect), errors(expect)]
            + lists(expect) + [duties(expect)] + due(expect)
            + texts(expect) + labels(expect)
            + [
                points(code: "strikes", expect.strikes, decision.strikes),
                points(code: "merits", expect.merits, decision.merits),
            ]
            + [state(expect), remedy(expect)] + shadow(expect) + checklists(expect)
        return found.compactMap(\.self)
    }

    private func outcome(_ expect: Expectation) -> Mismatch? {
        if let outcome = expect.outcome, outcome.value != decision.outcome {
            return Mismatch(
                "outcome", expected: "`\(outcome.value.rawValue)`", found: "`\(decision.outcome.rawValue)`",
                at: outcome.location, notes: explanation)
        }
        // A slip in a type or name would have nobody judge the request, and a denial be taken for what was meant.
        guard expect.judges, decision.reason == .unjudged, expect.reason == nil else { return nil }
        return Mismatch(
            "unjudged", "no enforced policy judges this request", expected: "a policy that judges it",
            found: "none", at: expect.location, notes: ["where that is meant, expect `reason: unjudged`"])
    }

    private func reason(_ expect: Expectation) -> Mismatch? {
        guard let reason = expect.reason, reason.value != decision.reason else { return nil }
        return Mismatch(
            "reason", "expected reason `\(reason.value.rawValue)`, got `\(decision.reason.rawValue)`",
            expected: "`\(reason.value.rawValue)`", found: "`\(decision.reason.rawValue)`", at: reason.location,
            notes: explanation)
    }

    private func rules(_ expect: Expectation) -> Mismatch? {
        expect.rules.flatMap { expected in
            let matched = decision.rules.filter { $0.result == .matched }.map { rule in
                ListMatcher.Item(rule.rule, "\(rule.policy)/\(rule.rule)", note: note(rule))
            }
            return ListMatcher(what: "rules", code: "rules").mismatch(expected, matched, absence: absence)
        }
    }

    private func errors(_ expect: Expectation) -> Mismatch? {
        expect.errors.flatMap { expected in
            let faults = decision.errors.map { fault in
                ListMatcher.Item(fault.rule, "\(fault.policy)/\(fault.rule)", note: note(fault))
            }
            return ListMatcher(what: "errors", code: "errors").mismatch(expected, faults)
        }
    }

    private func lists(_ expect: Expectation) -> [Mismatch?] {
        func list(
            code: String, _ expected: ListExpectation<String>?, _ items: [ListMatcher.Item]
        ) -> Mismatch? {
            expected.flatMap { ListMatcher(what: code, code: code).mismatch($0, items) }
        }
        return [
            list(
                code: "waits", expect.waits,
                decision.waits.map { .init($0.fact, note: "`\($0.rule)` awaits `\($0.fact)`") }),
            list(
                code: "cases", expect.cases,
                decision.cases.map { .init($0.tier, note: "`\($0.rule)` asks `\($0.tier)`") }),
            list(
                code: "notices", expect.notices, decision.notices.map { .init($0.to, note: "about `\($0.about)`") }),
            list(
                code: "sanctions", expect.sanctions,
                decision.sanctions.map { sanction in
                    .init(
                        sanction.sanction.rawValue,
                        note: "`\(sanction.tally)` of `\(sanction.subject)` reaches \(sanction.at)")
                }),
            grants(expect),
        ]
    }

    private func grants(_ expect: Expectation) -> Mismatch? {
        let grants = decision.grants.map { grant in
            ListMatcher.Item(names: [grant.role, grant.title].compactMap(\.self))
        }
        return expect.grants.flatMap { ListMatcher(what: "grants", code: "grants").mismatch($0, grants) }
    }

    /// Each expected duty must be one that came, and where the list is exact each that came must be expected.
    private func duties(_ expect: Expectation) -> Mismatch? {
        guard let expected = expect.duties else { return nil }
        func fits(_ wanted: DutyExpectation, _ duty: Decision.Duty) -> Bool {
            (wanted.duty.map { $0.value.rawValue == duty.duty } ?? true)
                && (wanted.to.map { $0.value == duty.to } ?? true)
                && (wanted.rule.map { rule in
                    duty.rule.isSame(rule.value)
                        || duty.rule.utf8.suffix(rule.value.utf8.count + 1)
                            .elementsEqual("/\(rule.value)".utf8)
                } ?? true)
        }
        let missing = expected.items.filter { item in !decision.duties.contains { fits(item.value, $0) } }
        let extra =
            expected.isExact
            ? decision.duties.filter { duty in !expected.items.contains { fits($0.value, duty) } } : []
        guard !missing.isEmpty || !extra.isEmpty else { return nil }
        let wanted = Self.joined(expected.items.map { Self.text($0.value) })
        let came = Self.joined(decision.duties.map(Self.text))
        var notes: [String] = []
        if !missing.isEmpty { notes.append("missing: \(Self.joined(missing.map { Self.text($0.value) }))") }
        if !extra.isEmpty { notes.append("not expected: \(Self.joined(extra.map(Self.text)))") }
        return Mismatch(
            "duties", "expected duties \(expected.isExact ? "" : "at least ")\(wanted), got \(came)",
            expected: wanted, found: came, at: expected.location, notes: notes)
    }

    /// Each time that is expected, of the first wait, case or duty of that name.
    private func due(_ expect: Expectation) -> [Mismatch?] {
        let times =
            decision.waits.map { ($0.fact, $0.due) } + decision.cases.map { ($0.tier, $0.due) }
            + decision.duties.map { ($0.duty, $0.due) }
        return expect.due.map { wanted in
            let name = wanted.name.value
            let found = times.first { $0.0.isSame(name) }
            guard found?.1 != wanted.value.value else { return nil }
            let came = found == nil ? "nothing of that name" : found?.1?.description ?? "no time"
            return Mismatch(
                "due", "expected `\(name)` to be due \(wanted.value.value), got \(came)",
                expected: wanted.value.value.description, found: came, at: wanted.value.location)
        }
    }

    private static func joined(_ texts: [String]) -> String { texts.isEmpty ? "none" : texts.joined(separator: ", ") }

    private static func text(_ duty: DutyExpectation) -> String {
        let parts = [
            duty.duty.map { "duty: \($0.value.rawValue)" }, duty.to.map { "to: \($0.value ?? "null")" },
            duty.rule.map { "rule: \($0.value)" },
        ]
        return "`{ \(parts.compactMap(\.self).joined(separator: ", ")) }`"
    }

    private static func text(_ duty: Decision.Duty) -> String {
        "`{ duty: \(duty.duty), to: \(duty.to ?? "null"), rule: \(duty.rule) }`"
    }
}

extension ListMatcher.Item {
    init(names: [String]) {
        self.names = names
        note = nil
    }
}

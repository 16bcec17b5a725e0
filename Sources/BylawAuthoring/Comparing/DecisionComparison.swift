import Bylaw

/// Compares what two sets of policies decide of one request.
struct DecisionComparison {
    let old: Decision
    let new: Decision

    /// Every change once, in the order of ``DecisionChange/Aspect``.
    var changes: [DecisionChange] {
        guard old != new else { return [] }
        var changes: [DecisionChange] = outcome
        changes += differences(.rules, old.rules.map(Self.rule), new.rules.map(Self.rule))
        changes += single(.remedy, old.remedy?.rawValue, new.remedy?.rawValue)
        changes += differences(.waits, old.waits.map { ($0.rule, $0.fact) }, new.waits.map { ($0.rule, $0.fact) })
        changes += differences(.cases, old.cases.map { ($0.rule, $0.tier) }, new.cases.map { ($0.rule, $0.tier) })
        changes += differences(.duties, old.duties.map { ($0.rule, $0.duty) }, new.duties.map { ($0.rule, $0.duty) })
        changes += differences(.strikes, old.strikes.map(Self.points), new.strikes.map(Self.points))
        changes += differences(.merits, old.merits.map(Self.points), new.merits.map(Self.points))
        changes += differences(.sanctions, old.sanctions.map(Self.sanction), new.sanctions.map(Self.sanction))
        changes += differences(.grants, old.grants.map(Self.grant), new.grants.map(Self.grant))
        changes += differences(.labels, old.labels.map(Self.label), new.labels.map(Self.label))
        changes += texts
        changes += differences(.errors, old.errors.map(Self.fault), new.errors.map(Self.fault))
        return changes
    }

    /// Of a rule, what it says.
    private typealias Entry = (rule: String?, what: String)

    /// Entries of one rule that stand on one side alone are a change from one to the other, in the order they stand. Where
    /// a set has other policies than the other, rules of one name are taken for one rule.
    private func differences(_ aspect: DecisionChange.Aspect, _ old: [Entry], _ new: [Entry]) -> [DecisionChange] {
        var gone = old
        var come = new
        func take(_ isLike: (Entry, Entry) -> Bool) -> [(old: Entry, new: Entry)] {
            var pairs: [(old: Entry, new: Entry)] = []
            gone.removeAll { entry in
                guard let index = come.firstIndex(where: { isLike(entry, $0) }) else { return false }
                pairs.append((entry, come.remove(at: index)))
                return true
            }
            return pairs
        }
        _ = take { $0 == $1 }
        _ = take { Self.name($0.rule) == Self.name($1.rule) && $0.what == $1.what }
        let changed = take { $0.rule == $1.rule } + take { Self.name($0.rule) == Self.name($1.rule) }
        return changed.map {
            DecisionChange(aspect: aspect, rule: $0.new.rule, before: $0.old.what, after: $0.new.what)
        }
            + gone.map { DecisionChange(aspect: aspect, rule: $0.rule, before: $0.what, after: nil) }
            + come.map { DecisionChange(aspect: aspect, rule: $0.rule, before: nil, after: $0.what) }
    }

    /// A rule's own name, without its policy's.
    private static func name(_ rule: String?) -> Substring? { rule.flatMap { $0.split(separator: "/").last } }

    private func single(_ aspect: DecisionChange.Aspect, _ old: String?, _ new: String?) -> [DecisionChange] {
        old == new ? [] : [DecisionChange(aspect: aspect, rule: nil, before: old, after: new)]
    }
}

extension DecisionComparison {
    /// The outcome, by each rule that decides the stricter of the two; where none does, by its reason.
    private var outcome: [DecisionChange] {
        guard old.outcome != new.outcome else { return [] }
        let isStricter = old.outcome < new.outcome
        let stricter = isStricter ? new : old
        let rules = stricter.rules.filter { $0.effect == stricter.outcome }.map { "\($0.policy)/\($0.rule)" }
        let why = rules.isEmpty ? " (\(stricter.reason.rawValue))" : ""
        let before = old.outcome.rawValue + (isStricter ? "" : why)
        let after = new.outcome.rawValue + (isStricter ? why : "")
        return (rules.isEmpty ? [nil] : rules.map(Optional.some)).map { rule in
            DecisionChange(aspect: .outcome, rule: rule, before: before, after: after)
        }
    }

    /// A text by how it is masked, never by what it says.
    private var texts: [DecisionChange] {
        var paths = old.texts.map(\.path)
        for text in new.texts where !paths.contains(text.path) { paths.append(text.path) }
        return paths.compactMap { path in
            let before = old.texts.first { $0.path == path }
            let after = new.texts.first { $0.path == path }
            guard before?.masked != after?.masked || before?.spans != after?.spans else { return nil }
            let (was, becomes) = (Self.masking(before), Self.masking(after))
            return DecisionChange(
                aspect: .texts, rule: nil, before: was.map { "\(path) \($0)" },
                after: becomes.map { was == becomes ? "\(path) \($0), otherwise" : "\(path) \($0)" })
        }
    }

    private static func masking(_ field: Decision.MaskedField?) -> String? {
        guard let field else { return nil }
        guard field.masked != nil else { return "withheld" }
        let masks = Set(field.spans.map(\.mask)).sorted()
        return masks.isEmpty ? nil : "masked by \(masks.joined(separator: ", "))"
    }

    private static func rule(_ rule: Decision.RuleResult) -> Entry {
        (
            "\(rule.policy)/\(rule.rule)",
            rule.result == .errored ? "\(rule.effect.rawValue) (errored)" : rule.effect.rawValue
        )
    }

    private static func points(_ points: Decision.Points) -> Entry {
        let state = points.state == .ifUpheld ? ", if upheld" : ""
        return ("\(points.policy)/\(points.rule)", "\(points.points) on \(points.tally)\(state)")
    }

    private static func sanction(_ sanction: Decision.Sanction) -> Entry {
        let role = sanction.role.map { " \($0)" } ?? ""
        let state = sanction.state == .ifUpheld ? ", if upheld" : ""
        return (
            nil,
            "\(sanction.sanction.rawValue)\(role) at \(sanction.at) of \(sanction.tally)\(state)"
        )
    }

    private static func grant(_ grant: Decision.Grant) -> Entry {
        (nil, "\(grant.role ?? grant.title ?? "") at \(grant.at) of \(grant.tally)")
    }

    private static func label(_ label: Decision.Label) -> Entry { (nil, "\(label.name): \(label.value ?? "none")") }

    private static func fault(_ fault: Decision.Fault) -> Entry { ("\(fault.policy)/\(fault.rule)", "fault") }
}

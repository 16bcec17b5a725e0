import BylawSource

/// Checks what only several policies together can get wrong.
struct PolicySetChecker {
    let problems: Problems

    func check(
        _ loaded: [PolicyLoader.LoadedPolicy], _ checked: [CheckedPolicy], sources: [SourceDocument]
    ) {
        checkSources(sources, loaded)
        checkVersions(loaded)
        checkModes(loaded)
        checkMessages(checked)
        checkMembers(checked)
    }

    /// A text is described once, and surely to be put into force.
    private func checkSources(_ sources: [SourceDocument], _ loaded: [PolicyLoader.LoadedPolicy]) {
        for (index, source) in sources.enumerated() {
            guard let first = sources[..<index].first(where: { $0.id.value.isSameUTF8(as: source.id.value) })
            else { continue }
            problems.error(
                "duplicate-source", "the source `\(source.id.value)` is described twice", at: source.id.location,
                labels: [.init(first.id.location, "first described here")])
        }
        // What uses it may stand in a file that could not be read.
        guard problems.errorCount == 0 else { return }
        let used = Set(loaded.flatMap(\.vocabulary.sources).map(\.id.value))
        for source in sources where !used.contains(source.id.value) {
            problems.warning(
                "unused-source", "no policy puts `\(source.id.value)` into force", at: source.id.location,
                help: "name this file under `uses` of the policies that quote it")
        }
    }

    /// Of one id there is at most one enforced version at a time, and each version exists once.
    private func checkVersions(_ loaded: [PolicyLoader.LoadedPolicy]) {
        // A policy whose id or version could not be read was reported, and is like no other.
        let named = loaded.filter { !$0.syntax.id.value.isEmpty && $0.syntax.version.value != .unknown }
        let byID = Dictionary(grouping: named) { $0.syntax.id.value }
        for (_, versions) in byID.sorted(by: { $0.key < $1.key }) {
            for (index, policy) in versions.enumerated() {
                for other in versions[..<index] {
                    let label = Diagnostic.Label(other.syntax.id.location, "the other is here")
                    if policy.syntax.version.value == other.syntax.version.value {
                        problems.error(
                            "duplicate-policy",
                            "`\(policy.syntax.id.value)` \(policy.syntax.version.value) exists twice",
                            at: policy.syntax.id.location, labels: [label])
                    } else if overlap(policy.syntax, other.syntax) {
                        problems.error(
                            "overlapping-versions",
                            "two versions of `\(policy.syntax.id.value)` are in force at once",
                            at: policy.syntax.version.location,
                            labels: [.init(other.syntax.version.location, "the other version")],
                            help: "end one with `effective: { until: … }`, or make it `mode: shadow`")
                    }
                }
            }
        }
    }

    /// A mode is declared once; where any is, a policy can wait only for one that is.
    private func checkModes(_ loaded: [PolicyLoader.LoadedPolicy]) {
        let declaring = loaded.map(\.syntax).filter { !$0.isShadow }
        for (index, policy) in declaring.enumerated() {
            // Versions that are in force one after the other may differ.
            let others = declaring[..<index].filter { overlap(policy, $0) }.flatMap(\.modes)
            for mode in policy.modes {
                guard let other = others.first(where: { $0.name.value.isSameUTF8(as: mode.name.value) }),
                    !mode.value.isLike(other.value)
                else { continue }
                problems.error(
                    "duplicate-mode", "mode `\(mode.name.value)` is declared twice, and not alike",
                    at: mode.name.location, labels: [.init(other.name.location, "the other is here")])
            }
        }
        let declared = declaring.flatMap(\.modes)
        let names = declared.map(\.name.value)
        for mode in loaded.compactMap(\.syntax.whileMode) where !names.isEmpty && !names.contains(mode.value) {
            problems.error(
                "unknown-mode", "no policy declares a mode `\(mode.value)`", at: mode.location,
                help: Spelling.suggestion(for: mode.value, in: names))
        }
    }

    private func overlap(_ a: PolicySyntax, _ b: PolicySyntax) -> Bool {
        guard !a.isShadow, !b.isShadow else { return false }
        func begins(_ x: PolicySyntax, before y: PolicySyntax) -> Bool {
            guard let end = y.effectiveUntil?.value else { return true }
            return x.effectiveFrom.map { $0.value < end } ?? true
        }
        return begins(a, before: b) && begins(b, before: a)
    }

    /// What one policy masks, no other policy's message about the same request may show.
    private func checkMessages(_ policies: [CheckedPolicy]) {
        for policy in policies {
            for other in policies where other.id != policy.id && policy.judgesSome(of: other) {
                for rule in policy.rules {
                    for path in rule.shownPaths {
                        let mask = other.masks.first { mask in
                            (mask.rewrite + mask.verify + mask.values).contains(where: path.overlaps)
                        }
                        guard let mask else { continue }
                        problems.error(
                            "hidden-placeholder",
                            "a message shows `\(path)`, which a mask of `\(other.id)` hides", at: rule.location,
                            labels: [.init(mask.location, "this mask")])
                    }
                }
            }
        }
    }

    /// What a policy masks, no policy's decision about the same request may name a member by. The values that masks look
    /// for are ids as often as not, and stay ids.
    private func checkMembers(_ policies: [CheckedPolicy]) {
        for policy in policies {
            let shown = policy.memberExpressions.flatMap { member in
                policy.pathsShown(by: member.expression).map { (path: $0, location: member.location) }
            }
            guard !shown.isEmpty else { continue }
            for other in policies where other.id == policy.id || policy.judgesSome(of: other) {
                for (path, location) in shown {
                    let mask = other.masks.first { ($0.rewrite + $0.verify).contains(where: path.overlaps) }
                    guard let mask else { continue }
                    problems.error(
                        "hidden-member", "a member is named by `\(path)`, which a mask hides", at: location,
                        labels: [.init(mask.location, "this mask")],
                        help: "a decision shows it as it is: name members by their ids")
                }
            }
        }
    }
}

extension ModeSyntax {
    /// Whether the same people may switch it for the same time as often.
    fileprivate func isLike(_ other: ModeSyntax) -> Bool {
        Set(onBy.map(\.value)) == Set(other.onBy.map(\.value)) && lasts == other.lasts && renewals == other.renewals
    }
}

extension CheckedPolicy {
    /// Whether there can be a request that both policies judge.
    package func judgesSome(of other: CheckedPolicy) -> Bool {
        func meet(_ a: [RequestSchema.Variant], _ b: [RequestSchema.Variant]) -> Bool {
            a.isEmpty || b.isEmpty || a.contains { variant in b.contains { $0.kind == variant.kind } }
        }
        return meet(schema.actors, other.schema.actors) && meet(schema.actions, other.schema.actions)
            && meet(schema.resources, other.schema.resources)
    }
}

extension CheckedRule {
    /// The attributes that the rule's messages show.
    fileprivate var shownPaths: [RequestPath] {
        ([consequence.says, consequence.mend, consequence.asks] + itemMends).compactMap(\.self).flatMap(\.texts)
            .flatMap(\.parts)
            .compactMap { if case .value(let path) = $0 { path } else { nil } }
    }

    /// What the items of its checklists say.
    private var itemMends: [CheckedMessage?] {
        func mends(_ condition: CheckedCondition) -> [CheckedMessage?] {
            condition.items.flatMap { [$0.mend] + mends($0.condition) }
        }
        switch trigger {
        case .when(let condition), .require(let condition): return mends(condition)
        case .labelMissing, .labelContradicted, .labelUnsupported: return []
        }
    }
}

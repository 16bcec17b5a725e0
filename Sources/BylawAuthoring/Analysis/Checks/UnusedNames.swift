import Bylaw
import BylawSource

/// Finds what a policy declares, or brings in by `uses`, and nothing in it asks for.
struct UnusedNames: AnalysisCheck {
    let codes = ["unused-name"]

    func findings(in set: AnalysedSet) -> [Diagnostic] {
        let uses = set.policies.map { PolicyUses($0.syntax, vocabulary: $0.loaded.vocabulary) }
        // Roles belong to people, whichever policy speaks of them.
        let roles = uses.reduce(into: Set<String>()) { $0.formUnion($1.roles.union($1.quoted)) }
        return zip(set.policies, uses).flatMap { policy, uses in
            unusedOwn(policy.syntax, uses, roles) + unusedFiles(policy, uses, roles) + idleMasks(policy.syntax, uses)
        } + unusedShared(set, uses, roles)
    }

    /// What a file that several policies may use declares and none of them uses. Only of files that were asked for: others
    /// may have users that were not.
    private func unusedShared(_ set: AnalysedSet, _ uses: [PolicyUses], _ roles: Set<String>) -> [Diagnostic] {
        var used: Set<String> = []
        var declared: [(what: String, name: Located<String>)] = []
        for (policy, uses) in zip(set.policies, uses) {
            func add(_ what: String, _ names: [Located<String>], _ isUsed: (String) -> Bool) {
                let own = policy.syntax.file.name
                for name in names
                where set.asked.contains(name.location.file.name)
                    && !name.location.file.name.utf8.elementsEqual(own.utf8)
                {
                    if isUsed(name.value) { used.insert(name.location.description) }
                    declared.append((what, name))
                }
            }
            let vocabulary = policy.loaded.vocabulary
            add("type", vocabulary.types.map(\.name), uses.types.contains)
            add("role", vocabulary.roles.map(\.name), roles.contains)
            add("lexicon", vocabulary.lexicons.map(\.name)) { $0.isUsedLexicon(in: uses) }
        }
        // A file of which nothing is used is told at its `uses`.
        let usedFiles = Set(
            declared.filter { used.contains($0.name.location.description) }.map(\.name.location.file.name))
        return declared.filter {
            !used.contains($0.name.location.description) && usedFiles.contains($0.name.location.file.name)
        }.map { .unused($0.what, $0.name) }
    }

    private func unusedOwn(_ policy: PolicySyntax, _ uses: PolicyUses, _ roles: Set<String>) -> [Diagnostic] {
        func unused(_ what: String, _ names: [Located<String>], _ isUsed: (String) -> Bool) -> [Diagnostic] {
            names.filter { !isUsed($0.value) }.map { .unused(what, $0) }
        }
        let vocabulary = policy.vocabulary
        func isRead(_ name: String) -> Bool {
            uses.identifiers.contains { $0.name == name && $0.reader != name }
        }
        var findings = unused("let", vocabulary.lets.map(\.name), isRead)
        findings += unused("table", policy.tables.map(\.name), isRead)
        findings += unused("type", vocabulary.types.map(\.name), uses.types.contains)
        findings += unused("role", vocabulary.roles.map(\.name), roles.contains)
        findings += unused("lexicon", vocabulary.lexicons.map(\.name)) { $0.isUsedLexicon(in: uses) }
        findings += unused("fact", policy.facts.map(\.name)) { uses.facts.contains($0) || uses.quoted.contains($0) }
        findings += unused("tier", policy.tiers.map(\.name), uses.tiers.contains)
        return findings
    }

    private func unusedFiles(_ policy: AnalysedSet.Policy, _ uses: PolicyUses, _ roles: Set<String>) -> [Diagnostic] {
        let vocabulary = policy.loaded.vocabulary
        return policy.syntax.vocabulary.uses.compactMap { use in
            guard let target = policy.loaded.path.resolving(use.value)?.description else { return nil }
            func isThere(_ name: Located<String>) -> Bool {
                let file = name.location.file.name
                return file.utf8.elementsEqual(target.utf8) || file.hasSuffix("/" + target)
            }
            let types = vocabulary.types.map(\.name).filter(isThere)
            let lexicons = vocabulary.lexicons.map(\.name).filter(isThere)
            let others = vocabulary.roles.map(\.name).filter(isThere)
            let all = types + lexicons + others
            // A file may be used for what it uses in turn.
            guard let file = all.first?.location.file, !file.text(in: SourceRange(0, file.bytes.count)).usesOthers,
                !types.contains(where: { uses.types.contains($0.value) }),
                !lexicons.contains(where: { $0.value.isUsedLexicon(in: uses) }),
                !others.contains(where: { roles.contains($0.value) })
            else { return nil }
            return .finding(
                "unused-name", "the policy asks for nothing that `\(use.value)` declares", at: use.location,
                notes: ["it declares " + all.map { "`\($0.value)`" }.joined(separator: ", ")], help: "take it out")
        }
    }

    /// Masks that rewrite no text and that no condition asks.
    private func idleMasks(_ policy: PolicySyntax, _ uses: PolicyUses) -> [Diagnostic] {
        // Quotations are compared but for what masks put in.
        guard !uses.functions.contains("quotes") else { return [] }
        return policy.masks.filter { $0.value.rewrite.isEmpty && !uses.quoted.contains($0.name.value) }.map { mask in
            .finding(
                "unused-name",
                "the mask `\(mask.name.value)` rewrites nothing, and nothing asks whether a text reveals it",
                at: mask.name.location, help: "add `rewrite`, or a rule with `reveals('\(mask.name.value)')`")
        }
    }
}

extension String {
    fileprivate func isUsedLexicon(in uses: PolicyUses) -> Bool {
        uses.lexicons.contains(self) || uses.quoted.contains(self)
    }

    /// Whether a vocabulary's text uses other files.
    fileprivate var usesOthers: Bool { split(whereSeparator: \.isNewline).contains { $0.hasPrefix("uses:") } }
}

extension Diagnostic {
    fileprivate static func unused(_ what: String, _ name: Located<String>) -> Diagnostic {
        .finding(
            "unused-name", "nothing uses the \(what) `\(name.value)`", at: name.location, help: "use it, or take it out"
        )
    }
}

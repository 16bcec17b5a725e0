import Bylaw
import BylawSource
import BylawYAML

/// Finds attributes that no policy declares: a slip in a fixture would go unnoticed otherwise, for policies pass over
/// what they do not know.
struct AttributeCheck {
    let file: SourceFile
    let problems: Problems
    /// The policies that judge such a request, at whatever time.
    let plans: [PolicyPlan]

    private var policies: [CheckedPolicy] { plans.map(\.policy) }

    func check(_ root: YAMLNode, _ request: Request) {
        // Where no policy judges such a request there is nothing to hold it against; its case must say so.
        guard !plans.isEmpty else { return }
        let kinds: [(RequestPart, String)] = [
            (.actor, request.actor.type), (.action, request.action.name), (.resource, request.resource.type),
            (.context, ""),
        ]
        for (part, kind) in kinds {
            guard let node = root.mapping?[part.rawValue] else { continue }
            let schemas = policies.compactMap { $0.schema.schema(of: part, kind: kind) }
            check(node, part.rawValue, schemas.map(AttributeType.record))
        }
        for fact in root.mapping?["facts"]?.sequence ?? [] { check(fact: fact) }
        checkModes(root)
        checkStopped(root)
    }

    /// `types` are what the policies take the value for; it must make sense to one of them.
    private func check(_ node: YAMLNode, _ name: String, _ types: [AttributeType]) {
        switch node.content {
        case .scalar:
            return
        case .sequence(let items):
            let elements = types.compactMap { if case .list(let element) = $0 { element } else { nil } }
            for item in items { check(item, name, elements) }
        case .mapping(let mapping):
            let records = types.compactMap { if case .record(let record) = $0 { record } else { nil } }
            let values = types.compactMap { if case .map(let value) = $0 { value } else { nil } }
            // A value of another kind than declared is a mistyped attribute, which fixtures may well be about.
            guard !records.isEmpty || !values.isEmpty else { return }
            for entry in mapping.entries {
                let fields = records.compactMap { $0.field(entry.key.text)?.type }
                if fields.isEmpty, values.isEmpty {
                    let known = records.flatMap(\.fields).map(\.name)
                    problems.error(
                        "unknown-attribute", "no policy declares `\(entry.key.text)` in `\(name)`",
                        at: SourceLocation(file, entry.key.range),
                        help: Spelling.suggestion(for: entry.key.text, in: known))
                }
                check(entry.value, entry.key.text, fields + values)
            }
        }
    }

    private func check(fact: YAMLNode) {
        guard !plans.contains(where: \.readsFacts), let name = fact.mapping?["fact"], let text = name.scalar?.text
        else { return }
        let known = policies.flatMap(\.facts)
        let declared = known.filter { $0.name.utf8.elementsEqual(text.utf8) }
        guard !declared.isEmpty else {
            problems.error(
                "unknown-fact", "no policy declares the fact `\(text)`", at: SourceLocation(file, name.range),
                help: Spelling.suggestion(for: text, in: known.map(\.name)))
            return
        }
        // Whoever looks at the fact itself may look for more than declares it.
        guard !policies.contains(where: { $0.readsFact(text) }) else { return }
        let keys = ["fact", "at", "until"] + declared.flatMap { $0.keys.map(\.name) }
        for entry in fact.mapping?.entries ?? []
        where !keys.contains(where: { $0.utf8.elementsEqual(entry.key.text.utf8) }) {
            problems.error(
                "unknown-key", "the fact `\(text)` has no key `\(entry.key.text)`",
                at: SourceLocation(file, entry.key.range), help: Spelling.suggestion(for: entry.key.text, in: keys))
        }
    }

    private func checkStopped(_ root: YAMLNode) {
        let known = policies.flatMap { policy in policy.rules.map { "\(policy.id)/\($0.name)" } }
        for rule in root.mapping?["stopped"]?.sequence ?? [] {
            guard let text = rule.scalar?.text, !known.contains(where: { $0.utf8.elementsEqual(text.utf8) }) else {
                continue
            }
            problems.error(
                "unknown-rule", "no policy has the rule `\(text)`", at: SourceLocation(file, rule.range),
                help: Spelling.suggestion(for: text, in: known) ?? "write `policy/rule`")
        }
    }

    private func checkModes(_ root: YAMLNode) {
        let known = policies.compactMap(\.whileMode)
        for mode in root.mapping?["modes"]?.sequence ?? [] {
            guard let text = mode.scalar?.text, !known.contains(where: { $0.utf8.elementsEqual(text.utf8) }) else {
                continue
            }
            problems.error(
                "unknown-mode", "no policy depends on the mode `\(text)`", at: SourceLocation(file, mode.range),
                help: Spelling.suggestion(for: text, in: known))
        }
    }
}

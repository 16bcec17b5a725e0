package import BylawSource
package import BylawYAML

/// Turns a YAML document into policy syntax: every key known, every value of its kind, nothing resolved yet.
///
/// What cannot be read is reported and left out, so that one pass finds as many problems as it can.
package struct PolicyParser {
    /// How many rules a policy may have.
    package static let maximumRules = 5_000

    let nodes: NodeReader
    var problems: Problems { nodes.problems }

    package init(file: SourceFile, problems: Problems) {
        nodes = NodeReader(file: file, problems: problems)
    }

    /// What a file is, by the key that names it.
    package static func kind(of document: YAMLDocument) -> FileKind {
        guard let mapping = document.root.mapping else { return .unknown }
        if mapping["policy"] != nil { return .policy }
        if mapping["lexicon"] != nil { return .lexicon }
        if mapping["source"] != nil { return .source }
        let fixtureKeys = ["cases", "histories", "policies", "equivalent-mutants"]
        if fixtureKeys.contains(where: { mapping[$0] != nil }) { return .fixture }
        // Rules without `policy:` are a policy that lacks its name, and that is what its author must hear.
        if mapping["rules"] != nil || mapping["judges"] != nil { return .policy }
        return .vocabulary
    }

    package enum FileKind: Sendable {
        case policy, vocabulary, lexicon, source, fixture, unknown
    }

    /// Reads a policy; nil where the document is no mapping or does not
    /// say what it judges. What else is missing or broken is reported, and something stands
    /// in for it, so that the rest is checked too.
    package func policy(_ root: YAMLNode) -> PolicySyntax? {
        guard let reader = MappingReader(root, Shapes.policy, nodes) else { return nil }
        checkFormat(reader)
        let id = reader["policy"].flatMap { nodes.name($0, "a policy's id") }
        let version = reader["version"].flatMap(version)
        let judges = reader["judges"].flatMap(judges)
        let otherwise = reader["otherwise"].flatMap { nodes.word($0, Otherwise.self) }
        let effective = reader["effective"].flatMap { MappingReader($0, Shapes.effective, nodes) }
        let languages = reader["languages"].map { nodes.list($0) { nodes.name($0, "a language") } } ?? []
        let messages = MessageParser(nodes: nodes, languages: languages)
        let rules = RuleParser(nodes: nodes, messages: messages)
        var tiers: [Named<TierSyntax>] = []
        var appeal: AppealSyntax?
        if let review = reader["review"] {
            tiers = nodes.named(review, "a review tier") { name, node in
                guard name.value != "appeal" else {
                    appeal = self.appeal(node)
                    return nil
                }
                return tier(node)
            }
        }
        // Everything is read before anything is given up, so that all problems are reported.
        let syntax = PolicySyntax(
            file: nodes.file,
            id: id ?? Located("", at: reader.location),
            version: version ?? Located(Version.unknown, at: reader.location),
            title: reader["title"].flatMap { messages.message($0, isComplete: false) },
            effectiveFrom: effective?["from"].flatMap(nodes.timestamp),
            effectiveUntil: effective?["until"].flatMap(nodes.timestamp),
            isShadow: reader["mode"].flatMap { nodes.word($0, PolicyMode.self) }?.value == .shadow,
            whileMode: reader["while"].flatMap { nodes.name($0, "a mode") },
            modes: reader["modes"].map { nodes.named($0, "a mode") { _, node in mode(node) } } ?? [],
            languages: languages,
            calendar: reader["calendar"].flatMap(calendar),
            judges: judges ?? JudgesSyntax(location: reader.location),
            otherwise: otherwise ?? Located(.hold, at: reader.location),
            vocabulary: vocabulary(reader),
            tables: reader["tables"].map { nodes.named($0, "a table") { _, node in table(node) } } ?? [],
            facts: reader["facts"].map { nodes.named($0, "a fact") { _, node in fact(node) } } ?? [],
            rules: reader["rules"].map { node in
                nodes.named(node, "a rule", limit: Self.maximumRules) { _, node in rules.rule(node) }
            } ?? [],
            masks: reader["masks"].map { nodes.named($0, "a mask") { _, node in mask(node) } } ?? [],
            labels: reader["labels"].map {
                nodes.named($0, "a label") { _, node in label(node, rules: rules) }
            } ?? [],
            tallies: reader["tallies"].map { nodes.named($0, "a tally") { _, node in tally(node) } } ?? [],
            softeners: reader["softens"].map {
                nodes.named($0, "a softener") { _, node in rules.softener(node) }
            } ?? [],
            stop: reader["emergency-stop"].flatMap(StopParser(nodes: nodes).stop),
            tiers: tiers, appeal: appeal, meta: meta(reader["meta"]))
        // Without types every condition would be blamed for names that the author may well have meant to declare.
        return judges == nil ? nil : syntax
    }

    /// Reads a file of types, roles and lexicons that policies share.
    package func vocabularyFile(_ root: YAMLNode) -> VocabularySyntax? {
        guard let reader = MappingReader(root, Shapes.vocabulary, nodes) else { return nil }
        checkFormat(reader)
        return vocabulary(reader)
    }

    /// Reads a file that is one lexicon.
    package func lexiconFile(_ root: YAMLNode) -> VocabularySyntax? {
        guard let reader = MappingReader(root, Shapes.lexiconFile, nodes) else { return nil }
        checkFormat(reader)
        guard let name = reader["lexicon"].flatMap({ nodes.name($0, "a lexicon's name") }) else { return nil }
        return VocabularySyntax(lexicons: [Named(name, lexicon(reader))])
    }

    /// The shared sections of a policy or a vocabulary; those that a shape does not know stay empty.
    private func vocabulary(_ reader: MappingReader) -> VocabularySyntax {
        VocabularySyntax(
            uses: reader["uses"].map { nodes.list($0, nodes.text) } ?? [],
            types: reader["types"].map { node in
                nodes.named(node, "a type") { _, node in TypeParser(nodes: nodes).type(node) }
            } ?? [],
            roles: reader["roles"].map { nodes.named($0, "a role") { _, node in role(node) } } ?? [],
            lexicons: reader["lexicons"].map {
                nodes.named($0, "a lexicon") { _, node in
                    MappingReader(node, Shapes.lexicon, nodes).map(lexicon)
                }
            } ?? [],
            lets: reader["let"].map { nodes.named($0, "a name") { _, node in nodes.expression(node) } } ?? [])
    }

    func checkFormat(_ reader: MappingReader) {
        guard let node = reader["bylaw"] else { return }
        if node.scalar?.number?.integer != 1 {
            problems.error(
                "unknown-format", "this format is not known", at: nodes.location(of: node),
                help: "write `bylaw: 1`")
        }
    }

    private func version(_ node: YAMLNode) -> Located<Version>? {
        guard let text = nodes.text(node) else { return nil }
        guard let version = Version(text.value) else {
            problems.error(
                "invalid-version", "`\(text.value)` is no version", at: text.location,
                help: "write three numbers: `1.2.0`")
            return nil
        }
        return Located(version, at: text.location)
    }

    private func judges(_ node: YAMLNode) -> JudgesSyntax? {
        guard let reader = MappingReader(node, Shapes.judges, nodes) else { return nil }
        let types = TypeParser(nodes: nodes)
        func entries(_ key: String) -> [JudgesSyntax.Entry] {
            guard let section = reader[key] else { return [] }
            return nodes.named(section, "a type of request") { name, node -> JudgesSyntax.Entry? in
                if let mapping = node.mapping, mapping["as"] != nil {
                    guard let renamed = MappingReader(node, Shapes.judgedAs, nodes),
                        let type = renamed["type"].flatMap(types.type),
                        let alias = renamed["as"].flatMap({ nodes.name($0) })
                    else { return nil }
                    return JudgesSyntax.Entry(kind: name, alias: alias, type: type)
                }
                return types.type(node).map { JudgesSyntax.Entry(kind: name, alias: name, type: $0) }
            }.map(\.value)
        }
        return JudgesSyntax(
            location: reader.location, actor: entries("actor"), action: entries("action"),
            resource: entries("resource"), context: reader["context"].flatMap(types.type))
    }

    private func calendar(_ node: YAMLNode) -> CalendarSyntax? {
        guard let reader = MappingReader(node, Shapes.calendar, nodes) else { return nil }
        return CalendarSyntax(
            zone: reader["zone"].flatMap(nodes.text),
            weekStarts: reader["week-starts"].flatMap { nodes.word($0, Weekday.self) }?.value ?? .monday)
    }

    private func role(_ node: YAMLNode) -> RoleSyntax? {
        if node.isNull { return RoleSyntax(grantedBy: []) }
        guard let reader = MappingReader(node, Shapes.role, nodes) else { return nil }
        return RoleSyntax(
            grantedBy: reader["granted-by"].map { nodes.oneOrMore($0) { nodes.name($0, "a role") } } ?? [])
    }

    private func fact(_ node: YAMLNode) -> FactSyntax? {
        if node.isNull { return FactSyntax(keys: []) }
        return FactSyntax(keys: nodes.named(node, "a fact's key") { _, node in nodes.expression(node) })
    }

    func meta(_ node: YAMLNode?) -> MetaSyntax {
        guard let node, let reader = MappingReader(node, Shapes.meta, nodes) else { return MetaSyntax() }
        return MetaSyntax(
            owner: reader["owner"].flatMap(nodes.text)?.value,
            category: reader["category"].flatMap(nodes.text)?.value,
            tags: reader["tags"].map { nodes.list($0, nodes.text).map(\.value) } ?? [])
    }
}

/// Whether a policy is enforced.
package enum PolicyMode: String, Sendable, CaseIterable {
    case enforce, shadow
}

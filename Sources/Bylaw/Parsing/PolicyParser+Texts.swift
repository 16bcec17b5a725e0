import BylawSource
import BylawText
import BylawYAML

/// Lexicons, masks and labels.
extension PolicyParser {
    func lexicon(_ reader: MappingReader) -> LexiconSyntax {
        let fold = reader["fold"].map(fold) ?? .default
        let isCaseSensitive = reader["case-sensitive"].flatMap(nodes.boolean) ?? false
        let exceptions = reader["except"].map { nodes.list($0) { $0 } } ?? []
        let lexicon = LexiconSyntax(
            location: reader.location,
            entries: entries(reader["phrases"]),
            exceptions: exceptions.filter { $0.mapping == nil }.compactMap(nodes.text),
            exceptionPatterns: exceptions.filter { $0.mapping != nil }.compactMap(pattern),
            file: reader["file"].flatMap(nodes.text),
            isHosted: reader["hosted"].flatMap(nodes.boolean) ?? false,
            fold: isCaseSensitive ? fold.subtracting(.letterCase) : fold,
            place: place(reader),
            prefixes: reader["prefixes"].map { nodes.list($0, nodes.text) } ?? [],
            suffixes: reader["suffixes"].map { nodes.list($0, nodes.text) } ?? [],
            affixesAreOptional: reader["affixes-optional"].flatMap(nodes.boolean) ?? true)
        if lexicon.entries.isEmpty, lexicon.file == nil, !lexicon.isHosted, reader["phrases"]?.sequence?.isEmpty ?? true
        {
            problems.error(
                "empty-lexicon", "the lexicon lists nothing", at: reader.location,
                help: "add `phrases:`, `file:` or `hosted: true`")
        }
        return lexicon
    }

    private func place(_ reader: MappingReader) -> LexiconSyntax.PlaceSyntax {
        .init(
            match: reader["match"].flatMap { nodes.word($0, MatchWord.self) }?.value,
            boundary: reader["boundary"].flatMap { nodes.word($0, BoundaryWord.self) }?.value)
    }

    private func entries(_ node: YAMLNode?) -> [LexiconSyntax.Entry] {
        let entries = node.map { nodes.list($0, entry) } ?? []
        let patterns = entries.compactMap { if case .pattern(let pattern) = $0.content { pattern } else { nil } }
        if patterns.count > LexiconSyntax.maximumPatterns {
            problems.error(
                "too-many-patterns", "a lexicon has at most \(LexiconSyntax.maximumPatterns) patterns",
                at: patterns[LexiconSyntax.maximumPatterns].location)
        }
        return entries
    }

    /// A mapping that must be a pattern.
    private func pattern(_ node: YAMLNode) -> LexiconSyntax.Entry? {
        guard let reader = MappingReader(node, Shapes.phrasePattern, nodes) else { return nil }
        return reader["pattern"].flatMap(nodes.expression).map {
            .init(
                content: .pattern($0), place: .init(),
                isCaseSensitive: reader["case-sensitive"].flatMap(nodes.boolean) ?? false)
        }
    }

    private func entry(_ node: YAMLNode) -> LexiconSyntax.Entry? {
        guard let mapping = node.mapping else {
            return phraseText(node).map {
                .init(content: .phrase($0, aliases: []), place: .init(), isCaseSensitive: false)
            }
        }
        if mapping["pattern"] != nil { return pattern(node) }
        guard let reader = MappingReader(node, Shapes.phrase, nodes), let phrase = reader["phrase"].flatMap(phraseText)
        else { return nil }
        return .init(
            content: .phrase(phrase, aliases: reader["aliases"].map { nodes.list($0, phraseText) } ?? []),
            place: place(reader), isCaseSensitive: reader["case-sensitive"].flatMap(nodes.boolean) ?? false)
    }

    /// A phrase's text. A blank one would be found everywhere, or nowhere.
    private func phraseText(_ node: YAMLNode) -> Located<String>? {
        guard let text = nodes.text(node) else { return nil }
        guard text.value.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            problems.error("empty-phrase", "a phrase cannot be blank", at: text.location)
            return nil
        }
        return text
    }

    private func fold(_ node: YAMLNode) -> FoldProfile {
        nodes.list(node) { item -> FoldProfile? in
            guard let name = nodes.text(item) else { return nil }
            if let fold = FoldProfile(name: name.value) { return fold }
            nodes.unknownWord(name, FoldWords.all)
            return nil
        }.reduce(into: []) { $0.formUnion($1) }
    }

    func mask(_ node: YAMLNode) -> MaskSyntax? {
        guard let reader = MappingReader(node, Shapes.mask, nodes) else { return nil }
        let find = reader["find"].flatMap { MappingReader($0, Shapes.find, nodes) }
        let replacement = reader["replace"].flatMap(replacement)
        if let find, find.writtenKeys.isEmpty {
            problems.error(
                "empty-mask", "the mask finds nothing", at: find.location,
                help: "add `value:`, `lexicon:`, `pattern:` or `phrases:`")
        }
        let rewrite = reader["rewrite"].map { nodes.oneOrMore($0, nodes.expression) } ?? []
        let verify = reader["verify"].map { nodes.oneOrMore($0, nodes.expression) } ?? []
        if reader["rewrite"] == nil, reader["verify"] == nil {
            problems.error(
                "missing-key", "the mask needs `rewrite` or `verify`", at: reader.location(of: "find"),
                help: "name the texts that it is for")
        }
        guard let find, let replacement else { return nil }
        return MaskSyntax(
            location: reader.location,
            values: find["value"].map { nodes.oneOrMore($0, nodes.expression) } ?? [],
            lexicons: find["lexicon"].map { nodes.oneOrMore($0) { nodes.name($0, "a lexicon") } } ?? [],
            patterns: find["pattern"].map { nodes.oneOrMore($0, nodes.expression) } ?? [],
            phrases: find["phrases"].map { nodes.list($0, phraseText) } ?? [],
            rewrite: rewrite, verify: verify,
            fold: reader["fold"].map(fold) ?? .default,
            replacement: replacement)
    }

    private func replacement(_ node: YAMLNode) -> MaskSyntax.Replacement? {
        guard let reader = MappingReader(node, Shapes.replacement, nodes) else { return nil }
        guard reader.writtenKeys.count == 1 else {
            problems.error(
                "invalid-replacement",
                "a replacement has exactly one of \(Shapes.replacement.keys.map(\.name).quotedList)",
                at: reader.location)
            return nil
        }
        if let redact = reader["redact"] {
            if nodes.boolean(redact) == false {
                problems.error(
                    "invalid-replacement", "a mask that does not redact must say what it does",
                    at: nodes.location(of: redact))
                return nil
            }
            return .redact
        }
        if let text = reader["text"].flatMap(nodes.text) { return .text(text) }
        if let count = reader.integer("keep-last") {
            return .keepLast(count)
        }
        if let template = reader["number"].flatMap(nodes.text) {
            guard template.value.contains("{A}") else {
                problems.error(
                    "invalid-replacement", "the template has no `{A}`", at: template.location,
                    help: "write where the letter stands: `{A}社`")
                return nil
            }
            return .number(template)
        }
        if let pseudonym = reader["pseudonym"].flatMap({ MappingReader($0, Shapes.pseudonym, nodes) }),
            let key = pseudonym["key"].flatMap({ nodes.name($0, "a key's id") })
        {
            let template = pseudonym["as"].flatMap(nodes.text)
            if let template, !template.value.contains("{id}") {
                problems.error(
                    "invalid-replacement", "the template has no `{id}`", at: template.location,
                    help: "write where the name stands: `user-{id}`")
            }
            return .pseudonym(key: key, scope: pseudonym["scope"].flatMap(nodes.expression), template: template)
        }
        return nil
    }

    func label(_ node: YAMLNode, rules: RuleParser) -> LabelSyntax? {
        guard let reader = MappingReader(node, Shapes.label, nodes) else { return nil }
        let conditions = ConditionParser(nodes: nodes, messages: rules.messages)
        if reader["declared"] == nil, reader["infer"] == nil {
            problems.error(
                "missing-key", "a label needs `declared` or `infer`", at: reader.location(of: "values"))
        }
        if reader["declared"] == nil {
            for key in ["if-missing", "if-contradicted", "if-unsupported"] where reader[key] != nil {
                problems.error("missing-key", "`\(key)` needs `declared`", at: reader.location(of: key))
            }
        }
        if reader["if-unsupported"] != nil, reader["evidence"] == nil {
            problems.error(
                "missing-key", "`if-unsupported` needs `evidence`", at: reader.location(of: "if-unsupported"))
        }
        func conditionsByValue(_ key: String) -> [Named<ConditionSyntax>] {
            reader[key].map { nodes.named($0, "a label's value") { _, node in conditions.condition(node) } } ?? []
        }
        return LabelSyntax(
            location: reader.location,
            values: reader["values"].map { nodes.list($0) { nodes.name($0, "a label's value") } } ?? [],
            declared: reader["declared"].flatMap(nodes.expression),
            infer: conditionsByValue("infer"), evidence: conditionsByValue("evidence"),
            ifMissing: reader["if-missing"].flatMap(rules.labelConsequence),
            ifContradicted: reader["if-contradicted"].flatMap(rules.labelConsequence),
            ifUnsupported: reader["if-unsupported"].flatMap(rules.labelConsequence))
    }
}

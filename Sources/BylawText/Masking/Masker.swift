/// The masks of a policy set.
package struct Masker: Sendable {
    package let rules: [MaskRule]
    package let scanner: Scanner
    /// For each rule the template of its replacement; nil where it has none.
    let templates: [MaskTemplate?]
    /// For each rule how its values are folded.
    private let tables: [ProfileTable]
    /// For each lexicon the rules that use it.
    private let rulesByLexicon: [[Int]]

    package init(_ rules: [MaskRule], scanner: Scanner) {
        self.rules = rules
        self.scanner = scanner
        tables = rules.map { .of($0.profile) }
        templates = rules.map { $0.replacement.template }
        var rulesByLexicon = [[Int]](repeating: [], count: scanner.lexicons.count)
        for (index, rule) in rules.enumerated() {
            for lexicon in Set(rule.lexicons) where rulesByLexicon.indices.contains(lexicon) {
                rulesByLexicon[lexicon].append(index)
            }
        }
        self.rulesByLexicon = rulesByLexicon
    }

    /// Adds a value of a rule to what tells that none shows in a text. False where nothing tells that of it.
    func add(_ value: String, ofRule rule: Int, to filter: inout ValueFilter) -> Bool {
        let affixes = rules[rule].affixes
        return filter.add(value, table: tables[rule], hasAffixes: !affixes.isEmpty && affixes.areOptional)
    }

    /// The rules that use a lexicon, ascending.
    func rules(of lexicon: Int) -> [Int] {
        rulesByLexicon.indices.contains(lexicon) ? rulesByLexicon[lexicon] : []
    }
}

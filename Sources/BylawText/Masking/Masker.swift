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

    /// What tells that none of the values shows in a text: for each rule those of a request. Nil where nothing does.
    func filter(of values: [[String]]) -> ValueFilter? {
        var table: ProfileTable?
        var filtered: [(text: String, hasAffixes: Bool)] = []
        for (index, rule) in rules.enumerated() where index < values.count && !values[index].isEmpty {
            // Masks that fold otherwise would have to be told apart; nearly all fold alike.
            guard table == nil || table === tables[index] else { return nil }
            table = tables[index]
            for value in values[index] { filtered.append((value, !rule.affixes.isEmpty && rule.affixes.areOptional)) }
        }
        return table.flatMap { ValueFilter(filtered, table: $0) }
    }

    /// The rules that use a lexicon, ascending.
    func rules(of lexicon: Int) -> [Int] {
        rulesByLexicon.indices.contains(lexicon) ? rulesByLexicon[lexicon] : []
    }
}

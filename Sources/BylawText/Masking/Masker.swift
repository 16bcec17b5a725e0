/// The masks of a policy set.
package struct Masker: Sendable {
    package let rules: [MaskRule]
    package let scanner: Scanner
    /// For each rule the template of its replacement; nil where it has none.
    let templates: [MaskTemplate?]
    /// For each lexicon the rules that use it.
    private let rulesByLexicon: [[Int]]

    package init(_ rules: [MaskRule], scanner: Scanner) {
        self.rules = rules
        self.scanner = scanner
        templates = rules.map { $0.replacement.template }
        var rulesByLexicon = [[Int]](repeating: [], count: scanner.lexicons.count)
        for (index, rule) in rules.enumerated() {
            for lexicon in Set(rule.lexicons) where rulesByLexicon.indices.contains(lexicon) {
                rulesByLexicon[lexicon].append(index)
            }
        }
        self.rulesByLexicon = rulesByLexicon
    }

    /// The rules that use a lexicon, ascending.
    func rules(of lexicon: Int) -> [Int] {
        rulesByLexicon.indices.contains(lexicon) ? rulesByLexicon[lexicon] : []
    }
}

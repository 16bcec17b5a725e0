/// Sorts phrases into layers by how they must be folded.
struct ScanCompiler {
    /// How many scalars of a phrase with separators at its ends make it known without them: `Co., Ltd.` is, `.NET` and `C++`
    /// are not.
    private static let knownCore = 4
    /// The same for affixes, which count only beside a name.
    private static let knownAffix = 2

    private var builders: [FoldProfile: ScanLayer.Builder] = [:]
    private(set) var unfindable: [(lexicon: Int, phrase: Int)] = []

    /// One for each profile that is needed, in a fixed order.
    var layers: [ScanLayer] {
        builders.sorted { $0.key.rawValue < $1.key.rawValue }.map { $0.value.layer($0.key) }
    }

    mutating func add(_ lexicon: Lexicon, _ number: Int) {
        for (index, phrase) in lexicon.phrases.enumerated() {
            if !add(phrase, phrase.text, lexicon.profile, (number, index, .phrase)) {
                unfindable.append((number, index))
            }
            if lexicon.affixes.areOptional, let core = lexicon.affixes.stripped(phrase.text) {
                _ = add(phrase, core, lexicon.profile, (number, index, .phrase))
            }
        }
        for (index, phrase) in lexicon.exceptions.enumerated() {
            _ = add(phrase, phrase.text, lexicon.profile, (number, index, .exception))
        }
        for (index, prefix) in lexicon.affixes.prefixes.enumerated() {
            _ = add(Phrase(prefix), prefix, lexicon.profile, (number, index, .prefix))
        }
        for (index, suffix) in lexicon.affixes.suffixes.enumerated() {
            _ = add(Phrase(suffix), suffix, lexicon.profile, (number, index, .suffix))
        }
    }

    /// Whether anything of the phrase is left to look for.
    private mutating func add(
        _ phrase: Phrase, _ text: String, _ profile: FoldProfile,
        _ target: (lexicon: Int, index: Int, role: ScanLayer.Role)
    ) -> Bool {
        var profile = profile
        if phrase.isCaseSensitive { profile.remove(.letterCase) }
        var terms = terms(phrase, target.role)
        var folded = FoldedText(text, profile: profile)
        if profile.contains(.separators) {
            let (leading, trailing) = Separators.around(text)
            let isAffix = target.role == .prefix || target.role == .suffix
            let isWhole = leading.isEmpty && trailing.isEmpty
            if folded.count >= (isWhole ? 1 : isAffix ? Self.knownAffix : Self.knownCore) {
                (terms.leading, terms.trailing) = (leading, trailing)
            } else {
                profile.subtract([.separators, .repeats])
                folded = FoldedText(text, profile: profile)
            }
        }
        if folded.count == 0 { return false }
        builders[profile, default: ScanLayer.Builder()].add(
            folded, lexicon: target.lexicon, index: target.index, role: target.role, terms: terms)
        return true
    }

    private func terms(_ phrase: Phrase, _ role: ScanLayer.Role) -> PhraseTerms {
        var terms = PhraseTerms(boundary: phrase.boundary, anchors: phrase.anchors)
        terms.hasUnderscore = phrase.text.utf8.contains(UInt8(ascii: "_"))
        switch role {
        case .phrase, .exception: break
        case .prefix:
            terms.boundary = .word
            terms.checksEnd = false
        case .suffix:
            terms.boundary = .word
            terms.checksStart = false
        }
        return terms
    }
}

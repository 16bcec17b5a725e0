import BylawPattern
import BylawSource
import BylawText

/// Lexicons.
extension PolicyChecker {
    func lexicon(_ named: Named<PolicyLoader.LoadedLexicon>) -> CheckedLexicon {
        let syntax = named.value.syntax
        var phrases: [Phrase] = []
        var patterns: [Pattern] = []
        for entry in syntax.entries {
            switch entry.content {
            case .phrase(let phrase, let aliases):
                let place = syntax.place(of: entry.place)
                for name in [phrase] + aliases {
                    phrases.append(
                        Phrase(
                            name.value, boundary: place.boundary, anchors: place.anchors,
                            isCaseSensitive: entry.isCaseSensitive, entity: aliases.isEmpty ? nil : phrase.value))
                }
            case .pattern:
                if let pattern = pattern(entry, of: syntax) { patterns.append(pattern) }
            }
        }
        let place = syntax.place()
        return CheckedLexicon(
            lexicon: Lexicon(
                name: named.name.value, phrases: phrases + named.value.filePhrases, patterns: patterns,
                profile: syntax.fold,
                exceptions: syntax.exceptions.map { Phrase($0.value, boundary: place.boundary) },
                exceptionPatterns: syntax.exceptionPatterns.compactMap { pattern($0, of: syntax) },
                affixes: .init(
                    prefixes: syntax.prefixes.map(\.value), suffixes: syntax.suffixes.map(\.value),
                    areOptional: syntax.affixesAreOptional)),
            boundary: place.boundary, anchors: place.anchors, isHosted: syntax.isHosted, digest: named.value.digest)
    }

    private func pattern(_ entry: LexiconSyntax.Entry, of lexicon: LexiconSyntax) -> Pattern? {
        guard case .pattern(let pattern) = entry.content else { return nil }
        return compile(pattern, ignoresCase: lexicon.fold.contains(.letterCase) && !entry.isCaseSensitive)
    }

    /// A pattern, or nil where it is wrong, which is reported.
    @discardableResult
    func compile(_ syntax: ExpressionSyntax, ignoresCase: Bool = false) -> Pattern? {
        do {
            let pattern = try patterns.pattern(syntax.text, ignoresCase: ignoresCase)
            guard !pattern.mayDivideCharacters else {
                problems.error(
                    "pattern-divides-characters", "a search never divides a character, as this pattern may",
                    at: syntax.location, help: "write it without `\\C` and `\\B`")
                return nil
            }
            return pattern
        } catch {
            problems.error(error.code, error.message, at: syntax.location(of: error.range), help: error.help)
            return nil
        }
    }
}

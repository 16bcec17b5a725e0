package import BylawText

extension PolicyLoader {
    /// A lexicon with the phrases of its file, if it has one.
    package struct LoadedLexicon: Sendable {
        package let syntax: LexiconSyntax
        package let filePhrases: [Phrase]
        /// Of everything that says what it finds.
        package let digest: String

        init(_ syntax: LexiconSyntax, filePhrases: [Phrase]) {
            self.syntax = syntax
            self.filePhrases = filePhrases
            var digest = Digest()
            digest.add(syntax.fold.names)
            digest.add(place: syntax.place())
            digest.add(syntax.prefixes.map(\.value))
            digest.add(syntax.suffixes.map(\.value))
            digest.add(syntax.affixesAreOptional ? "optional" : "required")
            digest.add(syntax.exceptions.map(\.value))
            for entry in syntax.entries {
                switch entry.content {
                case .phrase(let phrase, let aliases): digest.add([phrase.value] + aliases.map(\.value))
                case .pattern(let pattern): digest.add("pattern " + pattern.text)
                }
                digest.add(place: syntax.place(of: entry.place))
                digest.add(entry.isCaseSensitive ? "case" : "")
            }
            digest.add(syntax.exceptionPatterns.count.description)
            for entry in syntax.exceptionPatterns {
                if case .pattern(let pattern) = entry.content { digest.add(pattern.text) }
                digest.add(entry.isCaseSensitive ? "case" : "")
            }
            for phrase in filePhrases { digest.add([phrase.text, phrase.entity ?? phrase.text]) }
            self.digest = digest.text()
        }
    }
}

extension Digest {
    /// Adds a list with its length, so that no two lists in a row read as another two.
    fileprivate mutating func add(_ texts: [String]) {
        add(String(texts.count))
        for text in texts { add(text) }
    }

    fileprivate mutating func add(place: (boundary: Phrase.Boundary, anchors: Phrase.Anchors)) {
        // Written out: to describe a case, the runtime reflects on its type, and there is one for every entry.
        let boundary =
            switch place.boundary {
            case .none: "none"
            case .word: "word"
            case .script: "script"
            case .alone: "alone"
            }
        add("\(boundary) \(place.anchors.rawValue)")
    }
}

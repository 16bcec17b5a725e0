import BylawText

/// Phrases that the host gives for a lexicon, in place of what the policies list.
public struct HostLexicon: Sendable {
    /// A phrase, with what it is another name for.
    struct Entry: Sendable {
        let text: String
        let entity: String?
    }

    let phrases: [Entry]
    /// The digest of the phrases, which decisions name.
    public let digest: String

    /// Phrases; blank ones are left out, for they would be found everywhere or nowhere.
    public init(_ phrases: [String]) { self.init(entries: phrases.map { Entry(text: $0, entity: nil) }) }

    /// Phrases with other names for the same thing, which masks number alike; blank ones are left out.
    public init(_ phrases: [(name: String, aliases: [String])]) {
        self.init(
            entries: phrases.flatMap { phrase in
                ([phrase.name] + phrase.aliases).map { Entry(text: $0, entity: phrase.name) }
            })
    }

    private init(entries: [Entry]) {
        phrases = entries.filter { $0.text.unicodeScalars.contains { !$0.properties.isWhitespace } }
        var digest = Digest()
        for phrase in phrases {
            digest.add(phrase.text)
            digest.add(phrase.entity ?? phrase.text)
        }
        self.digest = digest.text()
    }

    /// The declared lexicon with these phrases, looked for as the policy says.
    func filling(_ checked: CheckedLexicon) -> Lexicon {
        var filled = checked.lexicon
        filled.patterns = []
        filled.phrases = phrases.map {
            Phrase($0.text, boundary: checked.boundary, anchors: checked.anchors, entity: $0.entity)
        }
        return filled
    }
}

extension HostLexicon: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// How many phrases there are; they may be members' names.
    public var description: String { "HostLexicon(\(phrases.count) phrases)" }
    /// How many phrases there are.
    public var debugDescription: String { description }
    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

package import BylawText

/// The words for where a phrase may begin and end.
package enum BoundaryWord: String, Sendable, CaseIterable {
    case none, word, script, alone

    package var boundary: Phrase.Boundary {
        switch self {
        case .none: .none
        case .word: .word
        case .script: .script
        case .alone: .alone
        }
    }
}

/// The words for what of a text a phrase must be. Those of AutoModerator, with what they mean there.
package enum MatchWord: String, Sendable, CaseIterable {
    case includes
    case includesWord = "includes-word"
    case startsWith = "starts-with"
    case endsWith = "ends-with"
    case fullExact = "full-exact"

    package var boundary: Phrase.Boundary { self == .includesWord ? .word : .none }

    package var anchors: Phrase.Anchors {
        switch self {
        case .includes, .includesWord: []
        case .startsWith: .start
        case .endsWith: .end
        case .fullExact: [.start, .end]
        }
    }
}

extension LexiconSyntax {
    /// Where a phrase of this lexicon counts: as it says itself, else as the lexicon says, else as a word anywhere.
    package func place(of entry: PlaceSyntax = PlaceSyntax()) -> (boundary: Phrase.Boundary, anchors: Phrase.Anchors) {
        let match = entry.match ?? place.match
        let own = entry.boundary?.boundary ?? entry.match?.boundary
        return (own ?? place.boundary?.boundary ?? place.match?.boundary ?? .word, match?.anchors ?? [])
    }
}

/// The words for the differences that a search passes over.
package enum FoldWords {
    package static let all = FoldProfile.named.map(\.name)
}

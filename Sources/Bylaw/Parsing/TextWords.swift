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

/// The words for the differences that a search passes over.
package enum FoldWords {
    package static let all = FoldProfile.named.map(\.name)
}

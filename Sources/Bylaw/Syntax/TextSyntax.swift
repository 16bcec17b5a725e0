package import BylawSource
package import BylawText

/// A named list of phrases.
package struct LexiconSyntax: Sendable {
    package struct Entry: Sendable {
        package enum Content: Sendable {
            /// A phrase, and other names for the same thing.
            case phrase(Located<String>, aliases: [Located<String>])
            case pattern(ExpressionSyntax)
        }

        package let content: Content
        /// How the phrase must stand in a text; unless it says, as the lexicon does.
        package let place: PlaceSyntax
        package let isCaseSensitive: Bool
    }

    /// Where in a text a phrase counts.
    package struct PlaceSyntax: Sendable {
        package var match: MatchWord?
        package var boundary: BoundaryWord?
    }

    /// How many patterns one lexicon may have: each reads every text on its own.
    package static let maximumPatterns = 256

    package let location: SourceLocation
    package let entries: [Entry]
    package let exceptions: [Located<String>]
    package let exceptionPatterns: [Entry]
    /// A file of phrases, one a line, beside the policies.
    package let file: Located<String>?
    /// Whether the host gives the phrases at run time; without them whatever reads the lexicon is errored.
    package let isHosted: Bool
    package let fold: FoldProfile
    package let place: PlaceSyntax
    package let prefixes: [Located<String>]
    package let suffixes: [Located<String>]
    /// Whether a phrase that is written with an affix is found without it too.
    package let affixesAreOptional: Bool
}

/// What to find in texts, where, and what to put in its place.
package struct MaskSyntax: Sendable {
    package enum Replacement: Sendable {
        case redact
        case text(Located<String>)
        case keepLast(Located<Int>)
        /// A template with `{A}` or `{1}`: each distinct value gets the next letter or number within one request.
        case number(Located<String>)
        /// The name of the host's key; the same value gives the same pseudonym in the same scope.
        case pseudonym(key: Located<String>, scope: ExpressionSyntax?, template: Located<String>?)
    }

    package let location: SourceLocation
    package let values: [ExpressionSyntax]
    package let lexicons: [Located<String>]
    package let patterns: [ExpressionSyntax]
    package let phrases: [Located<String>]
    /// Fields that Bylaw masks.
    package let rewrite: [ExpressionSyntax]
    /// Fields that a person masked: looked at, never rewritten.
    package let verify: [ExpressionSyntax]
    package let fold: FoldProfile
    package let replacement: Replacement
}

/// A statement about a text that its author makes and its wording supports or contradicts.
package struct LabelSyntax: Sendable {
    package let location: SourceLocation
    package let values: [Located<String>]
    package let declared: ExpressionSyntax?
    package let infer: [Named<ConditionSyntax>]
    /// What makes a declared value checkable.
    package let evidence: [Named<ConditionSyntax>]
    package let ifMissing: ConsequenceSyntax?
    package let ifContradicted: ConsequenceSyntax?
    package let ifUnsupported: ConsequenceSyntax?
}

package import BylawSource

/// What people are told, a text in each language.
package struct MessageSyntax: Sendable {
    package let location: SourceLocation
    package let texts: [Named<TemplateSyntax>]
}

/// A text with placeholders: `{share.destination}`. A literal brace is written twice.
package struct TemplateSyntax: Sendable {
    package enum Part: Sendable {
        case literal(String)
        case placeholder(ExpressionSyntax)
    }

    package let parts: [Part]
}

internal import BylawSource

/// A word of the language. Its text is looked up by its range where it matters.
struct Token {
    enum Kind {
        case identifier
        /// A name in backticks, legal as a field only.
        case quotedIdentifier
        /// One of the words that are no names at all: `true`, `false`, `null`, `in`.
        case `true`, `false`, null, `in`
        case int, uint, double, string, bytes
        case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
        case dot, comma, colon, question
        case plus, minus, star, slash, percent, not
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, and, or
        case end
    }

    let kind: Kind
    let range: SourceRange
}

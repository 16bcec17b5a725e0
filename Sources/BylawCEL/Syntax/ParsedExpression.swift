internal import BylawSource

/// An expression whose grammar is right, and nothing more: no name in it has been looked up.
package struct ParsedExpression: Sendable {
    /// The text that every range counts in.
    package let text: String
    package let root: Syntax

    /// Parses a text and reports everything wrong with its grammar: there is an expression only where there is no
    /// problem. No text, however long or deeply nested, uses more memory or stack than `limits` allow.
    package static func parse(
        _ text: String, limits: ExpressionLimits = .standard, expandsMacros: Bool = true
    ) -> (ParsedExpression?, [ExpressionProblem]) {
        guard text.utf8.count <= limits.bytes else {
            let message = "the expression is longer than \(limits.bytes) bytes"
            return (nil, [ExpressionProblem("too-long", message, at: .init(0, 0))])
        }
        var lexer = Lexer(text)
        lexer.run()
        var parser = Parser(lexer, limits: limits, expandsMacros: expandsMacros)
        let root = parser.parse()
        guard parser.problems.isEmpty else { return (nil, parser.problems) }
        return (ParsedExpression(text: text, root: root), [])
    }
}

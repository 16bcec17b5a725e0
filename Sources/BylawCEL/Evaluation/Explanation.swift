package import BylawSource

/// What one part of an expression came to.
package struct Explanation: Sendable {
    /// Where the part stands in the expression.
    package let range: SourceRange
    /// The part as it is written: `post.circle.visibility`.
    package let text: String
    package let value: Value

    /// A part before its text has been looked up.
    struct Entry {
        let range: SourceRange
        let value: Value
    }

    /// How many parts are written down; a comprehension over a long list has more.
    package static let limit = 1_000
}

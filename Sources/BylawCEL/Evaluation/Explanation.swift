package import BylawSource

/// What one part of an expression came to.
package struct Explanation: Sendable {
    /// Where the part stands in the expression.
    package let range: SourceRange
    /// The part as it is written: `post.circle.visibility`.
    package let text: String
    package let value: Value
    let node: CheckedNode

    /// What it reads: whoever shows the value must know that nothing of it is hidden.
    package var reads: ExpressionReads { node.reads }

    /// A part before its text has been looked up.
    struct Entry {
        let value: Value
        let node: CheckedNode
    }

    /// How many parts are written down; a comprehension over a long list has more.
    package static let limit = 1_000
}

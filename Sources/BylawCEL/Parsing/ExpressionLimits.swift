/// How large an expression may be. Each limit has its own error.
package struct ExpressionLimits: Sendable {
    /// Bytes of text (`too-long`).
    package var bytes: Int
    /// Brackets, and branches of `? :`, around one place in the text (`too-deep`).
    package var nesting: Int
    /// Nodes on one way down the tree (`too-deep`). Every pass recurses this deep at most. Both limits suit the smallest
    /// stack there is, 512 KiB for a thread on macOS, even where nothing is optimised.
    package var depth: Int
    /// Nodes in all (`too-many-nodes`).
    package var nodes: Int

    /// How many problems one parse or check tells; whoever has more has no need of them all.
    package static let problems = 64

    package static let standard = ExpressionLimits()

    package init(bytes: Int = 65_536, nesting: Int = 48, depth: Int = 128, nodes: Int = 16_384) {
        self.bytes = bytes
        self.nesting = nesting
        self.depth = depth
        self.nodes = nodes
    }
}

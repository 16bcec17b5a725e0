/// How large an expression may be. Each limit has its own error.
package struct ExpressionLimits: Sendable {
    /// Bytes of text (`too-long`).
    package var bytes: Int
    /// Nodes on one way down the tree, and parentheses around one node (`too-deep`). Every pass recurses this deep at
    /// most, so that it must suit the smallest stack it runs on (512 KiB for a thread on macOS).
    package var depth: Int
    /// Nodes in all (`too-many-nodes`).
    package var nodes: Int

    /// How many problems one parse or check tells; whoever has more has no need of them all.
    package static let problems = 64

    package static let standard = ExpressionLimits()

    package init(bytes: Int = 65_536, depth: Int = 128, nodes: Int = 16_384) {
        self.bytes = bytes
        self.depth = depth
        self.nodes = nodes
    }
}

/// How much of a JSON text is read before it is refused.
package struct JSONLimits: Sendable, Hashable {
    /// The deepest that any limits allow. Releasing a nested value takes stack in proportion to its depth, so more than
    /// this would be unsafe on the small stack of a secondary thread.
    package static let greatestDepth = 512

    /// How many arrays and objects may stand inside one another. 64 unless told; never more than ``greatestDepth``.
    package let depth: Int

    /// How many bytes the text may have. 16 MiB unless told.
    package let bytes: Int

    /// How many members one object, or elements one array, may have. 250,000 unless told.
    package let members: Int

    /// How many values the whole text may hold, each array and object counting as one: what a tree of values takes in
    /// memory is in proportion to it, and a text of `[[],[],[],` needs far more memory than bytes. 1,000,000 unless
    /// told.
    package let values: Int

    /// The defaults, for a text from outside.
    package static let `default` = JSONLimits()

    /// Limits that differ from the defaults in what is named. A negative number counts as zero.
    package init(depth: Int = 64, bytes: Int = 16 << 20, members: Int = 250_000, values: Int = 1_000_000) {
        self.depth = min(max(depth, 0), Self.greatestDepth)
        self.bytes = max(bytes, 0)
        self.members = max(members, 0)
        self.values = max(values, 0)
    }
}

/// Where a pattern matched, and where each of its groups did.
package struct PatternMatch: Sendable, Equatable {
    /// UTF-8 offsets from the start of the text. The first is the whole match; then the groups by number; nil for a
    /// group that took no part. There are always ``Pattern/groupCount`` + 1.
    package let groups: [Range<Int>?]

    /// The whole match.
    package let span: Range<Int>

    init(span: Range<Int>, groups: [Range<Int>?]) {
        self.span = span
        self.groups = groups
    }
}

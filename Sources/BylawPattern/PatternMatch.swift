/// Where a pattern matched, and where each of its groups did.
package struct PatternMatch: Sendable, Equatable {
    /// UTF-8 offsets from the start of the text. The first is the whole match; then the groups by number; nil for a
    /// group that took no part. There are always ``Pattern/groupCount`` + 1.
    package let groups: [Range<Int>?]

    /// The whole match.
    package let span: Range<Int>

    /// A match of a pattern without groups.
    init(span: Range<Int>) {
        self.span = span
        groups = [span]
    }

    /// Takes what a machine noted: two numbers for each group, -1 where nothing was.
    init(slots: [Int]) {
        span = slots[0]..<slots[1]
        groups = stride(from: 0, to: slots.count, by: 2).map { slot in
            slots[slot] >= 0 && slots[slot + 1] >= slots[slot] ? slots[slot]..<slots[slot + 1] : nil
        }
    }
}

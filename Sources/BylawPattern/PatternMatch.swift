/// Where a pattern matched, and where each of its groups did.
package struct PatternMatch: Sendable, Equatable {
    /// The whole match, in UTF-8 offsets from the start of the text.
    package let span: Range<Int>
    /// The groups without the whole: an empty array takes no memory, and many patterns have no group.
    private let captures: [Range<Int>?]

    /// The whole match and then the groups by number; nil for a group that took no part. There are always
    /// ``Pattern/groupCount`` + 1.
    package var groups: [Range<Int>?] { [span] + captures }

    /// A match of a pattern without groups.
    init(span: Range<Int>) {
        self.span = span
        captures = []
    }

    /// Takes what a machine noted: two numbers for each group, -1 where nothing was.
    init(slots: [Int]) {
        span = slots[0]..<slots[1]
        captures = stride(from: 2, to: slots.count, by: 2).map { slot in
            slots[slot] >= 0 && slots[slot + 1] >= slots[slot] ? slots[slot]..<slots[slot + 1] : nil
        }
    }
}

extension Pattern {
    /// Whether the pattern matches anywhere in the text.
    package func isMatch(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        firstSpan(in: utf8) != nil
    }

    /// The first match at or after `start`, of those that begin there the one that the pattern prefers.
    package func firstSpan(in utf8: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Range<Int>? {
        firstMatch(in: utf8, from: start)?.span
    }

    /// The match that ``firstSpan(in:from:)`` finds, with its groups.
    package func firstMatch(in utf8: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> PatternMatch? {
        matcher.firstMatch(in: Text(utf8), from: start)
    }

    /// All matches that do not overlap, from left to right.
    package func allSpans(in utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        []
    }

    /// All matches that ``allSpans(in:)`` finds, with their groups.
    package func allMatches(in utf8: UnsafeBufferPointer<UInt8>) -> [PatternMatch] {
        []
    }
}

extension Pattern {
    /// Whether the pattern matches anywhere in the text.
    package func isMatch(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        matcher.isMatch(in: Text(utf8))
    }

    /// The first match that begins at or after `start`; of those that begin there, the one that the pattern prefers.
    /// What stands before `start` still counts for `^` and `\b`. Nil too where `start` is not in the text.
    package func firstSpan(in utf8: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Range<Int>? {
        start >= 0 ? matcher.firstSpan(in: Text(utf8), from: start) : nil
    }

    /// The match that ``firstSpan(in:from:)`` finds, with its groups.
    package func firstMatch(in utf8: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> PatternMatch? {
        start >= 0 ? matcher.firstMatch(in: Text(utf8), from: start) : nil
    }

    /// All matches from left to right, each beginning where the one before ended or later. An empty one is left out
    /// where it would stand at the end of the one before.
    package func allSpans(in utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        matcher.forEachSpan(in: Text(utf8)) { span, _ in spans.append(span) }
        return spans
    }

    /// All matches that ``allSpans(in:)`` finds, with their groups.
    package func allMatches(in utf8: UnsafeBufferPointer<UInt8>) -> [PatternMatch] {
        let text = Text(utf8)
        var matches: [PatternMatch] = []
        matcher.forEachSpan(in: text) { span, scratch in
            matches.append(matcher.groups(of: span, in: text, scratch: scratch))
        }
        return matches
    }
}

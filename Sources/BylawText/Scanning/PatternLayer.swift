import BylawPattern

/// The patterns of all lexicons that are matched under one fold profile.
struct PatternLayer: Sendable {
    /// A pattern with the lexicon that it belongs to. An object, as patterns hold much that would be counted at each copy.
    final class Entry: Sendable {
        let target: ScanLayer.Target
        let pattern: Pattern

        init(_ target: ScanLayer.Target, _ pattern: Pattern) {
            self.target = target
            self.pattern = pattern
        }
    }

    let profile: FoldProfile
    private(set) var entries: [Entry] = []

    /// One layer for each profile that the lexicons' patterns need, in a fixed order.
    static func all(of lexicons: [Lexicon]) -> [PatternLayer] {
        var layers: [FoldProfile: PatternLayer] = [:]
        for (number, lexicon) in lexicons.enumerated() {
            let profile = lexicon.profile.intersection(.patterns)
            for (patterns, first, role) in [
                (lexicon.patterns, lexicon.phrases.count, ScanLayer.Role.phrase),
                (lexicon.exceptionPatterns, lexicon.exceptions.count, .exception),
            ] {
                for (index, pattern) in patterns.enumerated() {
                    let target = ScanLayer.Target(
                        lexicon: UInt32(number), phrase: UInt32(first + index), role: role, terms: 0, firstPart: 0)
                    layers[profile, default: PatternLayer(profile: profile)].entries.append(Entry(target, pattern))
                }
            }
        }
        return layers.values.sorted { $0.profile.rawValue < $1.profile.rawValue }
    }

    private init(profile: FoldProfile) { self.profile = profile }

    /// Adds what the patterns match, in the folded text and in the text as it is written: the fold of look-alikes takes
    /// `カ` for `力`, and so may take from a pattern what it asks for. A match that touches an opaque range does not count.
    func scan(
        _ text: UnsafeBufferPointer<UInt8>, opaque: [Range<Int>], folded: inout FoldedText,
        boundaries: inout CharacterBoundaries, hits: inout [ScanLayer.Hit]
    ) {
        folded.fold(text, profile: profile, opaque: opaque)
        let view = folded.utf8
        // Of a text that folding leaves as it is, both are the same.
        let isChanged = !opaque.isEmpty || !view.isSame(as: text)
        for entry in entries {
            let inFolded = view.bytes.withUnsafeBufferPointer { entry.pattern.places(in: $0) }
            let written = isChanged ? Self.spans(of: entry.pattern, in: text, opaque) : []
            for span in inFolded.map(view.originalRange(of:)) + written {
                let isOpaque = opaque.contains { $0.overlaps(span) }
                if span.isEmpty || isOpaque { continue }
                hits.append(ScanLayer.Hit(target: entry.target, range: boundaries.whole(span)))
            }
        }
    }

    /// What the pattern matches in the text itself, opaque parts blotted out.
    private static func spans(
        of pattern: Pattern, in text: UnsafeBufferPointer<UInt8>, _ opaque: [Range<Int>]
    ) -> [Range<Int>] {
        if opaque.isEmpty { return pattern.places(in: text) }
        var blotted = Array(text)
        for range in opaque {
            for index in range.clamped(to: blotted.indices) { blotted[index] = 0 }
        }
        return blotted.withUnsafeBufferPointer { pattern.places(in: $0) }
    }
}

/// Looks for every phrase of many lexicons at once. Compiled once, then used from any thread.
///
/// Lexicons that share a fold profile share an automaton, so that a text is folded and read once a profile, however many
/// lexicons there are. A scan takes time linear in the text and in the number of matches.
package struct Scanner: Sendable {
    package let lexicons: [Lexicon]
    /// Phrases that fold to nothing, such as a lone zero-width space: they are never found.
    package let unfindable: [(lexicon: Int, phrase: Int)]
    private let layers: [ScanLayer]
    private let patternLayers: [PatternLayer]

    /// Whether any lexicon has patterns.
    var hasPatterns: Bool { !patternLayers.isEmpty }

    /// O(total length of the phrases · log of their number).
    package init(_ lexicons: [Lexicon]) {
        self.lexicons = lexicons
        var compiler = ScanCompiler()
        for (index, lexicon) in lexicons.enumerated() { compiler.add(lexicon, index) }
        unfindable = compiler.unfindable
        layers = compiler.layers
        patternLayers = PatternLayer.all(of: lexicons)
    }

    /// Scans a text of well-formed UTF-8; ill-formed bytes are read as U+FFFD.
    /// - Parameters:
    ///   - opaque: Ranges that are not looked into, sorted and disjoint. No match touches one.
    ///   - isFolded: Whether the same text was scanned into `scan` last, with the same opaque ranges: then it need not be folded
    ///     again.
    ///   - isFast: False for what the scan is held against: folding scalar by scalar, and one walk of the automaton.
    package func scan(
        _ text: UnsafeBufferPointer<UInt8>, opaque: [Range<Int>] = [], isFolded: Bool = false, isFast: Bool = true,
        into scan: inout TextScan
    ) {
        var boundaries = CharacterBoundaries(text)
        scan.hits.removeAll(keepingCapacity: true)
        for layer in layers {
            if !isFast {
                scan.folded = FoldedText(slowly: text, profile: layer.table.profile, opaque: opaque)
            } else if !isFolded || scan.folded.profile != layer.table.profile {
                scan.folded.fold(text, table: layer.table, opaque: opaque)
            }
            layer.scan(text, scan.folded, isFast: isFast, boundaries: &boundaries, hits: &scan.hits)
        }
        for layer in patternLayers {
            layer.scan(text, opaque: opaque, folded: &scan.folded, boundaries: &boundaries, hits: &scan.hits)
        }
        scan.settle(lexicons, text)
    }

    /// Scans a string.
    package func scan(_ text: String) -> TextScan {
        var text = text
        var result = TextScan()
        text.withUTF8 { scan($0, into: &result) }
        return result
    }

    /// What a match in a text names, folded: the same for all phrases of one entity, with and without affixes.
    package func identity(of match: TextMatch, in text: UnsafeBufferPointer<UInt8>) -> [UInt32] {
        let lexicon = lexicons[match.lexicon]
        let phrase = match.phrase < lexicon.phrases.count ? lexicon.phrases[match.phrase] : nil
        let written = phrase?.text ?? String(decoding: text[match.range], as: UTF8.self)
        let name = phrase?.entity ?? lexicon.affixes.stripped(written) ?? written
        return FoldedText(name, profile: .identity).scalars
    }
}

extension FoldProfile {
    /// What tells two values apart when they are numbered: everything that is not mere dress.
    static let identity: FoldProfile = [
        .letterCase, .width, .confusables, .marks, .invisible, .separators, .entities,
    ]
}

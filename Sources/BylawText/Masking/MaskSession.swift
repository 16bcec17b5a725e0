/// Masks the texts of one request after the other, so that the same name gets the same letter in each text of a request.
package final class MaskSession {
    /// Finds what a rule's patterns match in a text, as UTF-8 ranges. Asked for the original and for the masked text.
    package typealias PatternSearch = (_ rule: Int, _ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>]
    /// The keyed digest of a value, given by its folded scalars in UTF-8, as it shall be shown; nil where there is no key:
    /// the value is redacted then.
    package typealias Pseudonymizer = (_ rule: Int, _ value: [UInt8]) -> String?

    /// How often a text is searched for what comes to light as its neighbours are masked (`u_9` in `u_9Acme`). What is found
    /// after that is a leak.
    static let maximumRounds = 4
    /// The longest text that masking gives, in UTF-8 bytes: a replacement may stand in it half a million times. There is room
    /// for a `■` in place of each byte of the longest text that is searched.
    package static let maximumBytes = 4 << 20

    private let masker: Masker
    private let patterns: PatternSearch
    private let pseudonym: Pseudonymizer
    /// What the rules find of this request besides lexicons and patterns.
    private var values: [(rule: Int, text: String)] = []
    /// What looks for them: for each rule a lexicon of the same index. Compiled when a text may show one.
    private var valueScanner: Scanner?
    private var filter = ValueFilter()
    /// Whether the filter knows every value.
    private var isFiltering = true
    private var numberings: [MaskNumbering]
    private var scan = TextScan()

    /// - Parameters:
    ///   - masker: The masks.
    ///   - values: For each rule the values of the first request; see ``add(_:ofRule:)``.
    ///   - patterns: The matches of the rules' patterns.
    ///   - pseudonym: The keyed digest that ``MaskReplacement/pseudonym(template:)`` shows.
    package init(
        _ masker: Masker, values: [[String]] = [], patterns: @escaping PatternSearch = { _, _ in [] },
        pseudonym: @escaping Pseudonymizer = { _, _ in nil }
    ) {
        self.masker = masker
        self.patterns = patterns
        self.pseudonym = pseudonym
        numberings = masker.rules.map { _ in MaskNumbering() }
        for (rule, values) in values.enumerated() {
            for value in values { add(value, ofRule: rule) }
        }
    }

    /// Turns to another request, of which no value is known yet.
    package func begin() {
        values.removeAll(keepingCapacity: true)
        valueScanner = nil
        filter.begin()
        isFiltering = true
        for index in numberings.indices where !numberings[index].isEmpty { numberings[index] = MaskNumbering() }
    }

    /// Adds a value of the request that a rule must find. An empty one finds nothing; one of a single scalar is found only
    /// where no letter or digit touches it.
    package func add(_ value: String, ofRule rule: Int) {
        guard masker.rules.indices.contains(rule) else { return }
        values.append((rule, value))
        valueScanner = nil
        if isFiltering { isFiltering = masker.add(value, ofRule: rule, to: &filter) }
    }

    /// Applies the rules of these indices to a text of well-formed UTF-8.
    /// - Parameter scan: What the masker's scanner finds in the text, where that is known already.
    package func mask(
        _ text: UnsafeBufferPointer<UInt8>, rules: [Int], scan: TextScan? = nil
    ) -> MaskedText {
        var boundaries = CharacterBoundaries(text)
        var finds = finds(in: text, rules: rules, known: scan) + patternFinds(in: text, rules, &boundaries)
        var clusters = MaskCluster.all(of: finds, rules: masker.rules)
        guard !clusters.isEmpty else {
            return MaskedText(text: String(decoding: text, as: UTF8.self), spans: [], leaks: [])
        }
        if let masked = maskedAtOnce(clusters, in: text, rules, &boundaries) { return masked }
        var known = Set(finds)
        for _ in 1..<Self.maximumRounds {
            let hidden = clusters.map { hiddenRange(of: $0, &boundaries) }
            let more = self.finds(in: text, rules: rules, opaque: hidden).filter { known.insert($0).inserted }
            if more.isEmpty { break }
            finds += more
            clusters = MaskCluster.all(of: finds, rules: masker.rules)
        }
        guard let (result, spans) = replaced(clusters, in: text, &boundaries) else {
            return MaskedText(text: "", spans: [], leaks: [], isTooLong: true)
        }
        var masked = result
        let leaks = masked.withUTF8 { self.leaks(in: $0, rules, opaque: spans.map(\.inserted)) }
        return MaskedText(text: masked, spans: spans, leaks: leaks)
    }

    /// The masked text where nothing comes to light as its neighbours are masked; else nil.
    ///
    /// To look for what does in the text, its clusters hidden, is then the same as to look for leaks in the masked text: what
    /// stands there for a cluster is as opaque. It is not where a cluster is hidden in part, or nothing stands there for it, nor
    /// where a character reference may reach into what stands there, nor for patterns, which count what is hidden.
    private func maskedAtOnce(
        _ clusters: [MaskCluster], in text: UnsafeBufferPointer<UInt8>, _ rules: [Int],
        _ boundaries: inout CharacterBoundaries
    ) -> MaskedText? {
        guard !masker.scanner.hasPatterns, !ByteSearch.contains(UInt8(ascii: "&"), in: text) else { return nil }
        for cluster in clusters {
            if case .keepLast = masker.rules[cluster.chosen.rule].replacement { return nil }
        }
        let marks = numberings.map(\.mark)
        guard let (result, spans) = replaced(clusters, in: text, &boundaries) else {
            return MaskedText(text: "", spans: [], leaks: [], isTooLong: true)
        }
        var masked = result
        let length = spans.reduce(text.count) { $0 - $1.utf8.count + $1.inserted.count }
        // Ill-formed text was repaired: places in it are not what they were.
        if masked.utf8.count == length, spans.allSatisfy({ !$0.inserted.isEmpty }) {
            let leaks = masked.withUTF8 { masked -> [String]? in
                let opaque = spans.map(\.inserted)
                guard finds(in: masked, rules: rules, opaque: opaque).isEmpty else { return nil }
                return patternLeaks(in: masked, rules, opaque: opaque).map { masker.rules[$0].name }
            }
            if let leaks { return MaskedText(text: masked, spans: spans, leaks: leaks) }
        }
        for (index, mark) in marks.enumerated() { numberings[index].goBack(to: mark) }
        return nil
    }

    /// Masks a string.
    package func mask(_ text: String, rules: [Int]) -> MaskedText {
        var text = text
        return text.withUTF8 { mask($0, rules: rules) }
    }

    /// Whether anything that the rule looks for shows in the text.
    package func reveals(
        _ rule: Int, in text: UnsafeBufferPointer<UInt8>, scan: TextScan? = nil
    ) -> Bool {
        guard masker.rules.indices.contains(rule) else { return false }
        return !patterns(rule, text).allSatisfy(\.isEmpty) || !finds(in: text, rules: [rule], known: scan).isEmpty
    }

    /// Whether anything that the rule looks for shows in the string.
    package func reveals(_ rule: Int, in text: String) -> Bool {
        var text = text
        return text.withUTF8 { reveals(rule, in: $0) }
    }
}

/// Finding.
extension MaskSession {
    /// What lexicons and values find.
    private func finds(
        in text: UnsafeBufferPointer<UInt8>, rules: [Int], known: TextScan? = nil, opaque: [Range<Int>] = []
    ) -> [MaskFind] {
        var finds: [MaskFind] = []
        var isScanned = false
        if rules.contains(where: { masker.rules.indices.contains($0) && !masker.rules[$0].lexicons.isEmpty }) {
            if known == nil {
                masker.scanner.scan(text, opaque: opaque, into: &scan)
                isScanned = true
            }
            for match in known?.matches ?? scan.matches {
                for rule in masker.rules(of: match.lexicon) where rules.contains(rule) {
                    finds.append(MaskFind(rule: rule, range: match.range, source: .lexicon(match)))
                }
            }
        }
        if values.isEmpty { return finds }
        if isFiltering {
            if let known, known.folded.profile == filter.profile {
                guard filter.mayShow(in: known.folded) else { return finds }
            } else {
                if !isScanned || scan.folded.profile != filter.profile {
                    filter.fold(text, opaque: opaque, into: &scan.folded)
                    isScanned = true
                }
                guard filter.mayShow(in: scan.folded) else { return finds }
            }
        }
        compiledValues().scan(text, opaque: opaque, isFolded: isScanned, into: &scan)
        for match in scan.matches where rules.contains(match.lexicon) {
            finds.append(MaskFind(rule: match.lexicon, range: match.range, source: .value(match)))
        }
        return finds
    }

    private func compiledValues() -> Scanner {
        if let valueScanner { return valueScanner }
        let values = values
        let scanner = Scanner(
            masker.rules.enumerated().map { index, rule in
                let phrases = values.filter { $0.rule == index }.map { Phrase($0.text, boundary: rule.boundary) }
                // Affixes count beside a name alone.
                let affixes = phrases.isEmpty ? Lexicon.Affixes() : rule.affixes
                return Lexicon(name: rule.name, phrases: phrases, profile: rule.profile, affixes: affixes)
            })
        valueScanner = scanner
        return scanner
    }

    private func patternFinds(
        in text: UnsafeBufferPointer<UInt8>, _ rules: [Int], _ boundaries: inout CharacterBoundaries
    ) -> [MaskFind] {
        var finds: [MaskFind] = []
        for rule in rules where masker.rules.indices.contains(rule) {
            for range in patterns(rule, text) {
                let range = range.clamped(to: 0..<text.count)
                if range.isEmpty { continue }
                finds.append(MaskFind(rule: rule, range: boundaries.whole(range), source: .pattern))
            }
        }
        return finds
    }

    /// The masks that still find something. Inserted text is not looked into; what a pattern matches counts if any of it is
    /// the original's.
    private func leaks(
        in text: UnsafeBufferPointer<UInt8>, _ rules: [Int], opaque: [Range<Int>]
    ) -> [String] {
        let leaking = Set(finds(in: text, rules: rules, opaque: opaque).map(\.rule))
        return leaking.union(patternLeaks(in: text, rules, opaque: opaque)).sorted().map { masker.rules[$0].name }
    }

    /// The rules of which a pattern still matches, ascending.
    private func patternLeaks(
        in text: UnsafeBufferPointer<UInt8>, _ rules: [Int], opaque: [Range<Int>]
    ) -> [Int] {
        let leaking = rules.filter { rule in
            masker.rules.indices.contains(rule)
                && patterns(rule, text).contains { !Self.lies($0, inside: opaque) }
        }
        return leaking.count < 2 ? leaking : Set(leaking).sorted()
    }

    /// Whether one of some sorted, disjoint ranges holds all of a range. An empty one always lies inside.
    private static func lies(_ range: Range<Int>, inside ranges: [Range<Int>]) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < range.upperBound { low = middle + 1 } else { high = middle }
        }
        return range.isEmpty || low < ranges.count && ranges[low].lowerBound <= range.lowerBound
    }
}

/// Replacing.
extension MaskSession {
    /// The part of a cluster of which nothing will show.
    private func hiddenRange(of cluster: MaskCluster, _ boundaries: inout CharacterBoundaries) -> Range<Int> {
        guard case .keepLast(let count) = masker.rules[cluster.chosen.rule].replacement else { return cluster.range }
        let start = keptStart(cluster.range, count, &boundaries)
        return cluster.range.lowerBound..<start
    }

    /// Where the part that stays starts; the range's end if nothing stays.
    private func keptStart(_ range: Range<Int>, _ count: Int, _ boundaries: inout CharacterBoundaries) -> Int {
        guard count > 0, boundaries.count(in: range) > count else { return range.upperBound }
        return boundaries.start(ofLast: count, in: range)
    }

    /// Nil where it would be too long.
    private func replaced(
        _ clusters: [MaskCluster], in text: UnsafeBufferPointer<UInt8>, _ boundaries: inout CharacterBoundaries
    ) -> (text: String, spans: [MaskSpan])? {
        var masked: [UInt8] = []
        masked.reserveCapacity(text.count)
        var spans: [MaskSpan] = []
        var offsets = TextOffsets(text)
        /// The letters that the text itself uses as a rule's numbers.
        var taken = [Set<String>?](repeating: nil, count: masker.rules.count)
        var done = 0
        for cluster in clusters {
            masked += text[done..<cluster.range.lowerBound]
            let start = masked.count
            masked += replacement(for: cluster, in: text, &boundaries, &taken)
            guard masked.count <= Self.maximumBytes else { return nil }
            done = cluster.range.upperBound
            let from = offsets.advance(to: cluster.range.lowerBound)
            let to = offsets.advance(to: cluster.range.upperBound)
            spans.append(
                MaskSpan(
                    mask: masker.rules[cluster.chosen.rule].name, utf8: cluster.range, utf16: from.utf16..<to.utf16,
                    scalars: from.scalars..<to.scalars, inserted: start..<masked.count))
        }
        masked += text[done...]
        return (String(decoding: masked, as: UTF8.self), spans)
    }

    private func replacement(
        for cluster: MaskCluster, in text: UnsafeBufferPointer<UInt8>, _ boundaries: inout CharacterBoundaries,
        _ taken: inout [Set<String>?]
    ) -> [UInt8] {
        let rule = cluster.chosen.rule
        switch masker.rules[rule].replacement {
        case .redact:
            return Self.blocks(boundaries.count(in: cluster.range))
        case .text(let text):
            return Array(text.utf8)
        case .number:
            guard let template = masker.templates[rule] else { return [] }
            if taken[rule] == nil { taken[rule] = template.letters(in: text) }
            let letters = numberings[rule].letters(
                for: identity(of: cluster.chosen, in: text), taken: taken[rule] ?? [])
            return template.filled(with: letters)
        case .pseudonym:
            guard let template = masker.templates[rule] else { return [] }
            let value = identity(of: cluster.chosen, in: text).compactMap { Unicode.Scalar($0) }
            guard
                let digest = pseudonym(
                    rule, value.flatMap { Array(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) })
            else { return Self.blocks(boundaries.count(in: cluster.range)) }
            return template.filled(with: digest)
        case .keepLast(let count):
            let start = keptStart(cluster.range, count, &boundaries)
            let blocks = Self.blocks(boundaries.count(in: cluster.range.lowerBound..<start))
            return blocks + text[start..<cluster.range.upperBound]
        }
    }

    /// What was found, so that two spellings of it are the same.
    private func identity(of find: MaskFind, in text: UnsafeBufferPointer<UInt8>) -> [UInt32] {
        switch find.source {
        case .lexicon(let match): masker.scanner.identity(of: match, in: text)
        case .value(let match): compiledValues().identity(of: match, in: text)
        case .pattern: FoldedText(UnsafeBufferPointer(rebasing: text[find.range]), profile: .identity).scalars
        }
    }

    private static func blocks(_ count: Int) -> [UInt8] {
        var blocks: [UInt8] = []
        blocks.reserveCapacity(count * MaskReplacement.block.utf8.count)
        for _ in 0..<count { blocks += MaskReplacement.block.utf8 }
        return blocks
    }
}

/// The ways in which one folded phrase is looked for.
///
/// Folding runs equal letters together (``FoldProfile/repeats``), but not across a gap: `Google` has one `o`, twice;
/// `G o o g l e` has two. So every pair of equal neighbours in a phrase is looked for together and apart.
struct PhraseKey: Sendable {
    /// One folded scalar of a phrase: how often it is written, and whether the phrase itself has a gap before it.
    struct Part: Sendable {
        /// Below 128: the run; 128: a gap is expected before it.
        private var rawValue: UInt8

        init(run: Int, hasGap: Bool) { rawValue = UInt8(min(run, 127)) | (hasGap ? 128 : 0) }

        var run: UInt8 { rawValue & 127 }
        var hasGap: Bool { rawValue & 128 != 0 }
    }

    /// Of a phrase with more pairs of equal neighbours only the wholly joined and the wholly parted form are looked for, and
    /// the phrase as it was written: `III-III` has a gap that parts two of its letters.
    private static let maximumPairs = 3

    let scalars: [UInt32]
    let parts: [Part]

    /// All keys of a folded phrase, at least one unless it folds to nothing.
    static func all(of phrase: FoldedText) -> [PhraseKey] {
        let letters = apart(phrase)
        guard phrase.profile.contains(.repeats) else {
            return letters.isEmpty ? [] : [PhraseKey(letters) { _ in false }]
        }
        let pairs = letters.indices.dropFirst().filter {
            letters[$0].scalar == letters[$0 - 1].scalar && letters[$0].joins
        }
        guard !letters.isEmpty else { return [] }
        guard pairs.count <= maximumPairs else {
            let written = pairs.filter { !letters[$0].hasGap }
            let keys = [PhraseKey(letters) { pairs.contains($0) }, PhraseKey(letters) { _ in false }]
            return written.count == pairs.count ? keys : keys + [PhraseKey(letters) { written.contains($0) }]
        }
        return (0..<1 << pairs.count).map { choice in
            PhraseKey(letters) { index in
                pairs.firstIndex(of: index).map { choice >> $0 & 1 == 0 } ?? false
            }
        }
    }

    private typealias Letter = (scalar: UInt32, hasGap: Bool, joins: Bool)

    private static func apart(_ phrase: FoldedText) -> [Letter] {
        var letters: [Letter] = []
        for (index, unit) in phrase.units.enumerated() {
            let joins = unit.traits.isLetter && !Hangul.isJamo(unit.scalar)
            for number in 0..<Int(unit.run) {
                letters.append((unit.scalar, number == 0 && index > 0 && !unit.gap.isEmpty, joins))
            }
        }
        return letters
    }

    private init(_ letters: [Letter], joined: (Int) -> Bool) {
        var scalars: [UInt32] = []
        var runs: [(run: Int, hasGap: Bool)] = []
        for (index, letter) in letters.enumerated() {
            if joined(index) {
                runs[runs.count - 1].run += 1
            } else {
                scalars.append(letter.scalar)
                runs.append((1, letter.hasGap))
            }
        }
        self.scalars = scalars
        parts = runs.map { Part(run: $0.run, hasGap: $0.hasGap) }
    }
}

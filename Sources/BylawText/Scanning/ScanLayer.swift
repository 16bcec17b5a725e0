/// All that is looked for under one fold profile.
final class ScanLayer: Sendable {
    /// Why something is looked for.
    enum Role: UInt8, Sendable {
        case phrase
        case exception
        case prefix
        case suffix
    }

    /// What a key of the automaton belongs to.
    struct Target: Sendable {
        let lexicon: UInt32
        /// The index among the lexicon's phrases, exceptions, prefixes or suffixes.
        let phrase: UInt32
        let role: Role
        /// The index in ``ScanLayer/terms``.
        let terms: UInt16
        /// Where the key's parts start in ``ScanLayer/parts``.
        let firstPart: UInt32
    }

    /// A place where something stands, in whole characters of the original.
    struct Hit {
        let target: Target
        let range: Range<Int>
    }

    /// What finds the keys.
    private enum Index: Sendable {
        case few(FewKeys)
        case many(Automaton)
    }

    let table: ProfileTable
    private let index: Index
    private let targets: [Target]
    private let terms: [PhraseTerms]
    private let parts: [PhraseKey.Part]

    private init(
        _ profile: FoldProfile, _ keys: [[UInt32]], _ targets: [Target], _ terms: [PhraseTerms],
        _ parts: [PhraseKey.Part]
    ) {
        table = .of(profile)
        index = FewKeys(keys).map(Index.few) ?? .many(Automaton(keys))
        (self.targets, self.terms, self.parts) = (targets, terms, parts)
    }

    /// Adds what stands in a text to `hits`, given the text as it is folded by ``table``.
    func scan(
        _ text: UnsafeBufferPointer<UInt8>, _ folded: FoldedText, isFast: Bool, boundaries: inout CharacterBoundaries,
        hits: inout [Hit]
    ) {
        folded.withView { folded in
            var check: PhraseCheck?
            func found(_ key: Int, _ place: Range<Int>) {
                let known = check ?? PhraseCheck(folded)
                check = known
                let target = targets[key]
                let terms = terms[Int(target.terms)]
                let first = Int(target.firstPart)
                guard known.accepts(place, parts[first..<first + place.count], terms) else { return }
                let range = terms.originalRange(of: place, in: folded, text)
                hits.append(Hit(target: target, range: boundaries.whole(range)))
            }
            func walk(_ automaton: Automaton, isFast: Bool) {
                func ended(_ group: Int, _ end: Int) {
                    let start = end - Int(automaton.groups[group].length)
                    for key in automaton.keys(of: group) { found(Int(key), start..<end) }
                }
                if isFast { automaton.search(folded.units, ended) } else { automaton.run(folded.units, ended) }
            }
            switch index {
            case .few(let keys) where isFast: keys.search(folded.units, found)
            case .few(let keys): walk(Automaton(keys.keys), isFast: false)
            case .many(let automaton): walk(automaton, isFast: isFast)
            }
        }
    }
}

extension ScanLayer {
    /// Gathers what is looked for under one profile.
    struct Builder {
        private var keys: [[UInt32]] = []
        private var targets: [Target] = []
        private var terms: [PhraseTerms] = []
        private var termNumbers: [PhraseTerms: UInt16] = [:]
        private var parts: [PhraseKey.Part] = []

        mutating func add(_ phrase: FoldedText, lexicon: Int, index: Int, role: Role, terms: PhraseTerms) {
            let number = number(of: terms)
            for key in PhraseKey.all(of: phrase) {
                targets.append(
                    Target(
                        lexicon: UInt32(lexicon), phrase: UInt32(index), role: role, terms: number,
                        firstPart: UInt32(parts.count)))
                keys.append(key.scalars)
                parts += key.parts
            }
        }

        private mutating func number(of terms: PhraseTerms) -> UInt16 {
            if let number = termNumbers[terms] { return number }
            // Beyond all reason many kinds of separators around phrases: the rest do without theirs.
            var terms = terms
            if self.terms.count >= Int(UInt16.max) - 1000 { (terms.leading, terms.trailing) = ([], []) }
            if let number = termNumbers[terms] { return number }
            let number = UInt16(self.terms.count)
            self.terms.append(terms)
            termNumbers[terms] = number
            return number
        }

        func layer(_ profile: FoldProfile) -> ScanLayer {
            ScanLayer(profile, keys, targets, terms, parts)
        }
    }
}

import BylawText

/// Everything that a policy set looks for in texts: one scanner for all lexicons, one masker for all masks.
final class TextPlan: Sendable {
    /// Where a policy's lexicon stands in the scanner.
    enum LexiconPlace: Sendable {
        case index(Int)
        /// The host gives it, and has not.
        case notLoaded
    }

    /// An object, as a mask holds much that would be counted at each copy.
    final class MaskPlan: Sendable {
        let mask: CheckedMask
        /// Why the mask cannot be applied at all; nil where it can.
        let missing: String?

        init(_ mask: CheckedMask, missing: String?) {
            self.mask = mask
            self.missing = missing
        }
    }

    let scanner: Scanner
    let masker: Masker
    /// For each policy, its lexicons by name.
    private let lexicons: [[String: LexiconPlace]]
    /// By the masker's rule index.
    let masks: [MaskPlan]
    /// For each policy, the masker's indices of its masks.
    let masksOfPolicies: [Range<Int>]
    /// For each policy, the digests of its lexicons by name.
    let lexiconDigests: [[(name: String, digest: String)]]

    init(_ policies: [CheckedPolicy], hosted: [String: HostLexicon]) {
        var builder = LexiconBuilder()
        var lexicons: [[String: LexiconPlace]] = []
        var digests: [[(name: String, digest: String)]] = []
        for policy in policies {
            var places: [String: LexiconPlace] = [:]
            var policyDigests: [(name: String, digest: String)] = []
            for checked in policy.lexicons {
                let name = checked.lexicon.name
                if let host = hosted[name] {
                    places[name] = .index(
                        builder.index(of: host.filling(checked), digest: host.digest + checked.digest))
                    policyDigests.append((name, host.digest))
                } else if checked.isHosted {
                    places[name] = .notLoaded
                } else {
                    places[name] = .index(builder.index(of: checked.lexicon, digest: checked.digest))
                    policyDigests.append((name, checked.digest))
                }
            }
            lexicons.append(places)
            digests.append(policyDigests)
        }
        var rules: [MaskRule] = []
        var masks: [MaskPlan] = []
        var ranges: [Range<Int>] = []
        for (index, policy) in policies.enumerated() {
            let start = masks.count
            for mask in policy.masks {
                var indices: [Int] = []
                var missing: String?
                for name in mask.lexicons {
                    switch lexicons[index][name] {
                    case .index(let index): indices.append(index)
                    case .notLoaded, nil: missing = "the lexicon `\(name)` is not loaded"
                    }
                }
                if !mask.phrases.isEmpty {
                    let lexicon = Lexicon(
                        name: mask.name, phrases: mask.phrases.map { Phrase($0) }, profile: mask.fold)
                    indices.append(builder.index(of: lexicon, digest: nil))
                }
                masks.append(MaskPlan(mask, missing: missing))
                // A company's value is found as the listed companies are: with and without its legal form.
                let affixes = indices.map { builder.lexicons[$0].affixes }
                rules.append(
                    MaskRule(
                        name: mask.name, profile: mask.fold, lexicons: indices,
                        affixes: .init(
                            prefixes: affixes.flatMap(\.prefixes), suffixes: affixes.flatMap(\.suffixes)),
                        replacement: MaskReplacement(mask.replacement)))
            }
            ranges.append(start..<masks.count)
        }
        self.lexicons = lexicons
        self.masks = masks
        lexiconDigests = digests
        masksOfPolicies = ranges
        scanner = Scanner(builder.lexicons)
        masker = Masker(rules, scanner: scanner)
    }

    func lexicon(_ name: String, policy: Int) -> LexiconPlace { lexicons[policy][name] ?? .notLoaded }

    /// The masker's index of a policy's mask.
    func mask(_ name: String, policy: Int) -> Int? {
        masksOfPolicies[policy].first { masks[$0].mask.name == name }
    }
}

/// Gathers lexicons, each once: policies that use the same file share it.
private struct LexiconBuilder {
    private(set) var lexicons: [Lexicon] = []
    private var known: [String: Int] = [:]

    mutating func index(of lexicon: Lexicon, digest: String?) -> Int {
        let key = digest.map { lexicon.name + " " + $0 }
        if let key, let index = known[key] { return index }
        lexicons.append(lexicon)
        if let key { known[key] = lexicons.count - 1 }
        return lexicons.count - 1
    }
}

extension MaskReplacement {
    init(_ replacement: CheckedMask.Replacement) {
        switch replacement {
        case .redact: self = .redact
        case .text(let text): self = .text(text)
        case .keepLast(let count): self = .keepLast(count)
        case .number(let template): self = .number(template: template)
        case .pseudonym(_, _, let template): self = .pseudonym(template: template)
        }
    }
}

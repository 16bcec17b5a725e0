import BylawPattern
import BylawText

/// Everything that a policy set looks for in texts: one scanner for all lexicons, one masker for all masks.
struct TextPlan: Sendable {
    /// Where a policy's lexicon stands in the scanner.
    enum LexiconPlace: Sendable {
        case index(Int)
        /// The host gives it, and has not.
        case notLoaded
    }

    struct MaskPlan: Sendable {
        let mask: CheckedMask
        let patterns: [Pattern]
        /// Why the mask cannot be applied at all; nil where it can.
        let missing: String?
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
                    places[name] = .index(builder.index(of: host.filling(checked.lexicon), digest: host.digest))
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
                // Every pattern was compiled once when the policy was checked; one that fails now hides too little.
                let patterns = mask.patterns.compactMap { try? Pattern($0) }
                if patterns.count < mask.patterns.count { missing = "a pattern cannot be compiled" }
                masks.append(MaskPlan(mask: mask, patterns: patterns, missing: missing))
                rules.append(
                    MaskRule(
                        name: mask.name, profile: mask.fold, lexicons: indices,
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
        case .pseudonym: self = .pseudonym(template: "{id}")
        }
    }
}

/// Phrases that the host gives for a lexicon, in place of what the policies list.
public struct HostLexicon: Sendable {
    /// The phrases, each a text in its own language.
    public let phrases: [String]
    /// The digest of the phrases, which decisions name.
    public let digest: String

    /// Phrases; blank ones are left out, for they would be found everywhere or nowhere.
    public init(_ phrases: [String]) {
        self.phrases = phrases.filter { $0.unicodeScalars.contains { !$0.properties.isWhitespace } }
        var digest = Digest()
        for phrase in self.phrases { digest.add(phrase) }
        self.digest = digest.text()
    }

    /// The declared lexicon with these phrases, looked for as the policy says.
    func filling(_ lexicon: Lexicon) -> Lexicon {
        var filled = lexicon
        let boundary = lexicon.phrases.first?.boundary ?? .word
        filled.phrases = phrases.map { Phrase($0, boundary: boundary) }
        return filled
    }
}

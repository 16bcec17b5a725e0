import Bylaw
import BylawPattern
import BylawText

/// Tells what a mask finds in a text, as far as that is known without a request: by its phrases, its lexicons and its
/// patterns, not by values.
struct MaskFinder: Sendable {
    private let scanner: Scanner
    private let patterns: [Pattern]

    /// Lexicons that the host gives are not looked into.
    init(_ mask: CheckedMask, of policy: CheckedPolicy, usesPatterns: Bool = true) {
        var lexicons = policy.lexicons.filter { lexicon in
            !lexicon.isHosted && mask.lexicons.contains { $0.utf8.elementsEqual(lexicon.lexicon.name.utf8) }
        }.map(\.lexicon)
        if !mask.phrases.isEmpty {
            lexicons.append(Lexicon(name: mask.name, phrases: mask.phrases.map { Phrase($0) }, profile: mask.fold))
        }
        scanner = Scanner(lexicons)
        patterns = usesPatterns ? mask.patterns : []
    }

    /// The first part of a text that the mask finds.
    func firstFind(in text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            var scan = TextScan()
            scanner.scan(bytes, into: &scan)
            let range =
                scan.matches.first?.range ?? patterns.lazy.compactMap { $0.firstSpan(in: bytes) }.first { !$0.isEmpty }
            return range.map { String(decoding: bytes[$0], as: UTF8.self) }
        }
    }
}

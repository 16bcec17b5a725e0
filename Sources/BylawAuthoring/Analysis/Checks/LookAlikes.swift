import Bylaw
import BylawPattern
import BylawSource
import BylawText

/// Finds words that are not what they look like: written with letters of scripts that do not go together, as UTS 39
/// restricts them, and names that differ from another only by look-alike letters.
struct LookAlikes: AnalysisCheck {
    let codes = ["look-alike"]

    func findings(in set: AnalysedSet) -> [Diagnostic] {
        let scripts = WordScripts()
        return set.files.flatMap { mixedWords(of: $0, scripts) } + set.policies.flatMap(alikeNames)
    }

    private func mixedWords(of file: SourceFile, _ scripts: WordScripts) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var word = String.UnicodeScalarView()
        var (start, offset) = (0, 0)
        func finish() {
            defer { word.removeAll(keepingCapacity: true) }
            guard word.contains(where: { $0.value > 0x7F }), let mixed = scripts.mixed(in: String(word)) else { return }
            findings.append(
                .finding(
                    "look-alike", "`\(String(word))` mixes \(mixed.joined(separator: " and ")) letters",
                    at: SourceLocation(file, SourceRange(start, offset)),
                    help: "write the word in one script"))
        }
        for scalar in String(decoding: file.bytes, as: UTF8.self).unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
                if word.isEmpty { start = offset }
                word.append(scalar)
            } else if !word.isEmpty {
                finish()
            }
            offset += UTF8.width(scalar)
        }
        finish()
        return findings
    }

    private func alikeNames(_ policy: AnalysedSet.Policy) -> [Diagnostic] {
        var known: [[UInt32]: Located<String>] = [:]
        return policy.names.compactMap { name in
            let skeleton = FoldedText(name.value, profile: [.confusables, .width, .invisible]).scalars
            guard let other = known[skeleton] else {
                known[skeleton] = name
                return nil
            }
            guard !other.value.utf8.elementsEqual(name.value.utf8) else { return nil }
            return .finding(
                "look-alike", "`\(name.value)` looks like another name", at: name.location,
                labels: [.init(other.location, "this one has other letters")], help: "write both with the same letters")
        }
    }
}

/// The scripts of a word.
private struct WordScripts: Sendable {
    private static let names = [
        "Latin", "Cyrillic", "Greek", "Armenian", "Cherokee", "Coptic", "Lisu", "Georgian", "Hebrew", "Arabic", "Thai",
        "Devanagari", "Han", "Hiragana", "Katakana", "Bopomofo", "Hangul",
    ]
    /// Scripts whose letters look like those of another so often that they go with none.
    private static let alone: Set = ["Cyrillic", "Greek", "Armenian", "Cherokee", "Coptic", "Lisu"]

    private let scripts: [(name: String, pattern: Pattern)]

    init() {
        scripts = Self.names.compactMap { name in (try? Pattern("\\p{\(name)}")).map { (name, $0) } }
    }

    /// The scripts of a word that do not go together, by their names; nil where they do. UTS 39's moderately restrictive
    /// level: any script goes with Latin but those that look like it.
    func mixed(in word: String) -> [String]? {
        var word = word
        let found = word.withUTF8 { bytes in scripts.filter { $0.pattern.isMatch(bytes) }.map(\.name) }
        return found.count > 1 && !Self.alone.isDisjoint(with: found) ? found : nil
    }
}

extension AnalysedSet.Policy {
    /// Every name that the policy declares or may use.
    fileprivate var names: [Located<String>] {
        let vocabulary = loaded.vocabulary
        let types = vocabulary.types.flatMap { [$0.name] + $0.value.names }
        let judges = syntax.judges
        let entries = (judges.actor + judges.action + judges.resource).flatMap { [$0.kind, $0.alias] + $0.type.names }
        var names = types + entries + (judges.context?.names ?? [])
        names += vocabulary.roles.map(\.name) + vocabulary.lexicons.map(\.name)
        names += syntax.vocabulary.lets.map(\.name) + syntax.tables.map(\.name) + syntax.facts.map(\.name)
        names += syntax.rules.map(\.name) + syntax.masks.map(\.name) + syntax.labels.map(\.name)
        names += syntax.tallies.map(\.name) + syntax.softeners.map(\.name) + syntax.tiers.map(\.name)
        return names + syntax.modes.map(\.name)
    }
}

extension TypeSyntax {
    /// The fields and the words of enumerations in a type.
    fileprivate var names: [Located<String>] {
        switch self {
        case .name: []
        case .enumeration(let values, _): values
        case .list(let type, _), .map(let type, _), .optional(let type, _): type.names
        case .record(let fields, _): fields.flatMap { [$0.name] + $0.value.names }
        }
    }
}

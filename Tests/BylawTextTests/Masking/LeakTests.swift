import BylawTestSupport
import BylawText
import Foundation
import Testing

/// Real names, disguised and planted in real posts. What must be hidden is known from where it was planted.
@Suite("Names planted in posts", .enabled(if: SharedData.isPresent("data/companies.tsv")))
struct LeakTests {
    private static let planted = 1000

    private static func names() throws -> [String] {
        guard let url = SharedData.url("data/companies.tsv") else { return [] }
        let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
        let names = rows.compactMap {
            $0.split(separator: "\t", omittingEmptySubsequences: false).first.map(String.init)
        }
        let stride = max(1, names.count / planted)
        return names.enumerated().filter { $0.offset % stride == 0 }.prefix(planted).map(\.element)
    }

    private static func posts() throws -> [String] {
        var posts: [String] = []
        for language in ["ja", "en", "zh", "de"] {
            guard let url = SharedData.url("data/posts/\(language).jsonl") else { continue }
            for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n").prefix(250) {
                let post = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                if let text = post?["text"] as? String { posts.append(text) }
            }
        }
        return posts
    }

    /// The names that leak, each planted under an evasion in a post of its own.
    private func leaking(_ evasion: Evasion, _ profile: FoldProfile, _ count: Int = planted) throws -> [String] {
        let names = try Self.names().prefix(count)
        let posts = try Self.posts()
        let lexicon = Lexicon(name: "companies", phrases: names.map { Phrase($0) }, profile: profile)
        let rule = MaskRule(name: "company", lexicons: [0], replacement: .redact)
        let masker = Masker([rule], scanner: Scanner([lexicon]))
        var leaking: [String] = []
        for (index, name) in names.enumerated() {
            let disguised = evasion.apply(name)
            let post = posts[index % posts.count]
            let middle = post.index(post.startIndex, offsetBy: post.count / 2)
            let before = post[..<middle] + " "
            let text = before + disguised + " " + post[middle...]
            let session = MaskSession(masker, values: [])
            let masked = session.mask(String(text), rules: [0])
            let place = before.utf8.count..<before.utf8.count + disguised.utf8.count
            let isHidden = masked.spans.contains {
                $0.utf8.lowerBound <= place.lowerBound && place.upperBound <= $0.utf8.upperBound
            }
            if !isHidden || !masked.leaks.isEmpty { leaking.append(disguised) }
        }
        return leaking
    }

    @Test(
        "are all hidden, however disguised; with the fold that undoes a disguise switched off, many are not",
        arguments: Evasion.forNames)
    func planted(_ evasion: Evasion) throws {
        let leaks = try leaking(evasion, .default.union(.kana))
        #expect(leaks.isEmpty, "\(evasion.name): \(leaks.count): \(leaks.prefix(8))")
        guard evasion.fold != [] else { return }
        #expect(try leaking(evasion, .default.union(.kana).subtracting(evasion.fold), 200).count > 10)
    }
}

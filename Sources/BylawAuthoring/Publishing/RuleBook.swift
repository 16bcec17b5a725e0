public import Bylaw

/// The rule book of a community, made from the policies themselves: what is judged by is what is published.
///
/// `CheckedPolicy -> BookChapter -> BookPage -> Markdown | HTML`. What members are told is the policies' own words; the
/// rest is said in the words of each language, in English where there are none.
public struct RuleBook: Sendable {
    /// The languages that the book is in.
    public let languages: [String]
    private let policies: [CheckedPolicy]
    private let old: [CheckedPolicy]?

    /// - Parameters:
    ///   - policies: What is published, in this order.
    ///   - old: What was published before: the book tells what has changed since. Nil: it tells nothing of that.
    ///   - languages: Those of the policies, unless given.
    public init(_ policies: [PolicySet], since old: [PolicySet]? = nil, languages: [String]? = nil) {
        self.policies = policies.flatMap(\.checked)
        self.old = old?.flatMap(\.checked)
        self.languages = languages ?? Self.languages(of: self.policies)
    }

    /// Those of the languages whose fixed words are English, for want of others.
    public var languagesWithoutWords: [String] { languages.filter { BookLanguages.words(for: $0) == nil } }

    /// The book in one language, as Markdown.
    public func markdown(in language: String) -> String { MarkdownRenderer(page: page(language)).document() }

    /// The book in all its languages, as one page of HTML that needs nothing else.
    public func html() -> String { HTMLRenderer(pages: languages.map(page)).document() }

    private func page(_ language: String) -> BookPage {
        PageWriter(words: BookLanguages.words(for: language) ?? BookLanguages.fallback, language: language)
            .page(policies, since: old)
    }

    /// The languages that the policies declare, else those that their titles are in, in the order of their first use.
    private static func languages(of policies: [CheckedPolicy]) -> [String] {
        var languages: [String] = []
        for policy in policies {
            let titles = policy.title?.texts.map(\.name.value) ?? []
            for language in policy.languages.isEmpty ? titles : policy.languages
            where language != "und" && !languages.contains(language) {
                languages.append(language)
            }
        }
        return languages.isEmpty ? [BookLanguages.fallback.language] : languages
    }
}

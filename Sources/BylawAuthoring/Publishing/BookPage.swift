import Bylaw

/// A rule book in one language, before it becomes Markdown or HTML.
struct BookPage {
    let words: any BookWords
    /// The language that was asked for, which the words may lack.
    let language: String
    let chapters: [BookChapter]
    let changes: BookChanges?
}

/// A policy in a rule book.
struct BookChapter {
    /// The policy's id.
    let policy: String
    let version: String
    let title: BookText
    let fields: [BookLine]
    let parts: [(section: BookSection, entries: [BookEntry])]

    var entries: [BookEntry] { parts.flatMap(\.entries) }
}

/// One rule, tally, tier: whatever has a name.
struct BookEntry {
    let section: BookSection
    /// The name in the policy, which decisions report.
    let name: String
    /// What it is called: the first sentence of what members are told.
    var title: BookText?
    /// What members are told beyond that.
    var lead: BookText?
    var lines: [BookLine] = []
    var quote: BookQuote?
    /// Conditions, each with what it is.
    var code: [(field: BookField, text: String)] = []
}

/// What is said of an entry under one heading.
struct BookLine: Hashable {
    let field: BookField
    /// Each a line of its own.
    let values: [BookText]
}

/// A text with its language, where that is not the page's.
struct BookText: Hashable {
    var line: Inline
    var language: String?

    init(_ line: Inline, language: String? = nil) {
        self.line = line
        self.language = language
    }
}

/// The sentence that a rule puts into force.
struct BookQuote: Hashable {
    let text: BookText
    let reading: SourceQuote.Reading
    /// What the text that it is from is called.
    let from: BookText?
}

/// What changed since another version of the policies.
struct BookChanges {
    /// The former version, where it is the same for all.
    let since: String?
    let policies: [(title: BookText, policy: String, notes: [Inline], items: [BookChange])]
}

/// What became of one entry.
struct BookChange {
    enum Kind {
        case added, removed, changed
    }

    let kind: Kind
    let entry: BookEntry
    /// What is said now and was said otherwise, or not at all, before.
    let differences: [(field: BookField, before: [BookText], now: [BookText])]
    let isConditionChanged: Bool
}

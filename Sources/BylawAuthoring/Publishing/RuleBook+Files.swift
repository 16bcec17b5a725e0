extension RuleBook {
    /// A file of the rule book.
    public struct File: Sendable {
        /// What it is called in a folder: `rules.ja.md`.
        public let name: String
        /// What stands in it.
        public let text: String
    }

    /// The book as files: Markdown in each language, or one page of HTML.
    public func files(asHTML: Bool) -> [File] {
        guard !asHTML else { return [File(name: "rules.html", text: html())] }
        return languages.map { File(name: "rules.\($0).md", text: markdown(in: $0)) }
    }
}

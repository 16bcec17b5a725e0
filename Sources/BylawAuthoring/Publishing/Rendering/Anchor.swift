/// The ids that links within a rule book lead to. They stay the same for as long as a rule keeps its name.
enum Anchor {
    static func of(_ chapter: BookChapter, _ language: String) -> String {
        "\(language)/\(chapter.policy)@\(chapter.version)"
    }

    static func of(_ entry: BookEntry, in chapter: BookChapter, _ language: String) -> String {
        "\(of(chapter, language))/\(entry.section)/\(entry.name)"
    }
}

import Bylaw

/// Writes what policies say in the words of one language: `CheckedPolicy -> BookChapter`.
struct PageWriter {
    let words: any BookWords
    let language: String
    /// The language of the fixed words, where it is not the page's.
    var wordsLanguage: String? { BookLanguages.words(for: language) == nil ? words.language : nil }

    func page(_ policies: [CheckedPolicy], since old: [CheckedPolicy]?) -> BookPage {
        let chapters = policies.map(chapter)
        return BookPage(
            words: words, language: language, chapters: chapters,
            changes: old.map { ChangeFinder(words: words).changes(from: $0.map(chapter), to: chapters) })
    }

    func chapter(_ policy: CheckedPolicy) -> BookChapter {
        let writer = EntryWriter(page: self, policy: policy)
        let parts: [(BookSection, [BookEntry])] = [
            (.rules, policy.rules.map(writer.rule)),
            (.labels, policy.labels.map(writer.label)),
            (.masks, policy.masks.map(writer.mask)),
            (.tallies, policy.tallies.map(writer.tally)),
            (.softeners, policy.softeners.map(writer.softener)),
            (.deciders, policy.review?.tiers.map(writer.tier) ?? []),
            (.appeals, policy.appeal == nil ? [] : policy.review.map { [writer.appeal($0)] } ?? []),
            (.modes, policy.modes.map(writer.mode)),
        ]
        return BookChapter(
            policy: policy.id, version: policy.version.description,
            title: policy.title.map(text) ?? BookText(Inline(policy.id)), fields: fields(policy),
            parts: parts.filter { !$0.1.isEmpty }.map { (section: $0.0, entries: $0.1) })
    }

    private func fields(_ policy: CheckedPolicy) -> [BookLine] {
        var fields = BookLines(language: wordsLanguage)
        fields.add(.version, Inline(policy.version.description))
        let (from, until) = (policy.effectiveFrom, policy.effectiveUntil)
        fields.add(
            .inForce,
            from == nil && until == nil
                ? words.alwaysInForce()
                : words.inForce(
                    from: from.map { words.date(BookDate($0)) }, until: until.map { words.date(BookDate($0)) }))
        var status: [Inline] = []
        if policy.isShadow { status.append(words.trial()) }
        if let mode = policy.whileMode { status.append(words.onlyWhile(mode: mode)) }
        fields.add(.status, status)
        for (field, part) in [(BookField.actors, RequestPart.actor), (.actions, .action), (.resources, .resource)] {
            let kinds = policy.schema.variants(of: part).map { Inline.name($0.kind) }
            if !kinds.isEmpty { fields.add(field, words.any(of: kinds)) }
        }
        fields.add(.otherwise, words.otherwise(policy.otherwise))
        fields.add(.sources, texts: policy.sources.map(sourceTitle))
        if let owner = policy.meta.owner { fields.add(.owner, texts: [BookText(Inline(owner))]) }
        return fields.lines
    }

    /// What a text is called, with a link to it where it has an address.
    func sourceTitle(_ source: SourceDocument) -> BookText {
        var title = text(source.title)
        if let address = source.url?.value {
            let label = title.line.spans.map { span in
                switch span {
                case .text(let text), .name(let text), .placeholder(let text), .link(let text, _): text
                }
            }.joined()
            title.line = Inline([.link(label, address: address)])
        }
        return title
    }

    /// A title in this language; titles have no placeholders.
    func text(_ message: MessageSyntax) -> BookText {
        text(
            message.texts.map { text in
                (
                    text.name.value,
                    Inline(
                        text.value.parts.map { part in
                            switch part {
                            case .literal(let text): .text(text)
                            case .placeholder(let expression): .placeholder(expression.text)
                            }
                        })
                )
            })
    }

    /// A message in this language, with its placeholders.
    func text(_ message: CheckedMessage, of policy: CheckedPolicy, on actions: [String]) -> BookText {
        text(
            message.texts.map { text in
                (
                    text.language,
                    Inline(
                        text.parts.map { part in
                            switch part {
                            case .literal(let text): .text(text)
                            case .value(let path): .placeholder(policy.schema.written(path, on: actions))
                            case .due: .placeholder(words.duePlaceholder())
                            case .points: .placeholder(words.pointsPlaceholder())
                            case .appealBy: .placeholder(words.appealPlaceholder())
                            }
                        })
                )
            })
    }

    /// The text of this language; where there is none that of the first language, marked as such.
    private func text(_ texts: [(language: String, line: Inline)]) -> BookText {
        if let own = texts.first(where: { $0.language == language }) ?? texts.first(where: { $0.language == "und" }) {
            return BookText(own.line)
        }
        return texts.first.map { BookText($0.line, language: $0.language) } ?? BookText(Inline())
    }
}

/// Lines as they are gathered; what says nothing is left out.
struct BookLines {
    private(set) var lines: [BookLine] = []
    /// The language of the book's own words, where it is not the page's.
    private let language: String?

    init(language: String?) { self.language = language }

    mutating func add(_ field: BookField, _ values: Inline...) { add(field, values) }

    mutating func add(_ field: BookField, _ values: [Inline]) {
        add(field, texts: values.map { BookText($0, language: language) })
    }

    mutating func add(_ field: BookField, texts: [BookText]) {
        let said = texts.filter { !$0.line.isEmpty }
        if !said.isEmpty { lines.append(BookLine(field: field, values: said)) }
    }
}

extension RequestSchema {
    /// A place in a request by the name that the policy's author uses for it: `post.text`.
    func written(_ path: RequestPath, on actions: [String] = []) -> String {
        var variants = variants(of: path.part)
        if path.part == .action, !actions.isEmpty { variants = variants.filter { actions.contains($0.kind) } }
        let name = variants.count == 1 ? variants[0].alias : path.part.rawValue
        return ([name] + path.fields).joined(separator: ".")
    }
}

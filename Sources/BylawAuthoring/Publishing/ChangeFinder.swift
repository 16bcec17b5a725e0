import Bylaw

/// Finds what two rule books say differently, in the words of one language.
struct ChangeFinder {
    let words: any BookWords

    func changes(from old: [BookChapter], to new: [BookChapter]) -> BookChanges {
        var policies: [(title: BookText, policy: String, notes: [Inline], items: [BookChange])] = []
        var former: Set<String> = []
        for chapter in new {
            guard
                let before = old.last(where: { $0.policy == chapter.policy && $0.version == chapter.version })
                    ?? old.last(where: { $0.policy == chapter.policy })
            else {
                policies.append((chapter.title, chapter.policy, [words.policyAdded()], []))
                continue
            }
            former.insert(before.version)
            var notes: [Inline] = []
            if before.version != chapter.version {
                notes.append(words.versionChanged(from: before.version, to: chapter.version))
            }
            var items: [BookChange] = []
            if let own = change(of: head(before), to: head(chapter)) { items.append(own) }
            items += self.items(from: before.entries, to: chapter.entries)
            if !notes.isEmpty || !items.isEmpty { policies.append((chapter.title, chapter.policy, notes, items)) }
        }
        for chapter in old where !new.contains(where: { $0.policy == chapter.policy }) {
            policies.append((chapter.title, chapter.policy, [words.policyRemoved()], []))
        }
        return BookChanges(since: former.count == 1 ? former.first : nil, policies: policies)
    }

    /// What is said of a policy itself, but for its version, as an entry.
    private func head(_ chapter: BookChapter) -> BookEntry {
        BookEntry(
            section: .rules, name: chapter.policy, title: chapter.title,
            lines: chapter.fields.filter { $0.field != .version })
    }

    private func items(from old: [BookEntry], to new: [BookEntry]) -> [BookChange] {
        func isSame(_ a: BookEntry, _ b: BookEntry) -> Bool { a.section == b.section && a.name == b.name }
        var items: [BookChange] = []
        for entry in new {
            if let before = old.first(where: { isSame($0, entry) }) {
                if let change = change(of: before, to: entry) { items.append(change) }
            } else {
                items.append(BookChange(kind: .added, entry: entry, differences: [], isConditionChanged: false))
            }
        }
        for entry in old where !new.contains(where: { isSame($0, entry) }) {
            items.append(BookChange(kind: .removed, entry: entry, differences: [], isConditionChanged: false))
        }
        return items
    }

    /// What is said otherwise of one entry; nil where nothing is.
    private func change(of old: BookEntry, to new: BookEntry) -> BookChange? {
        let (before, now) = (said(old), said(new))
        var differences: [(field: BookField, before: [BookText], now: [BookText])] = []
        var fields = now.map(\.field)
        for line in before where !fields.contains(line.field) { fields.append(line.field) }
        for field in fields {
            let former = before.first { $0.field == field }?.values ?? []
            let current = now.first { $0.field == field }?.values ?? []
            guard former != current else { continue }
            differences.append(
                (field, former.filter { !current.contains($0) }, current.filter { !former.contains($0) }))
        }
        let isConditionChanged = !old.code.elementsEqual(new.code) { $0.field == $1.field && $0.text == $1.text }
        guard !differences.isEmpty || isConditionChanged else { return nil }
        return BookChange(
            kind: .changed, entry: new, differences: differences, isConditionChanged: isConditionChanged)
    }

    /// Everything that is said of an entry in words, what members are told and the quotation too.
    private func said(_ entry: BookEntry) -> [BookLine] {
        var lines: [BookLine] = []
        let told = [entry.title, entry.lead].compactMap(\.self)
        if !told.isEmpty { lines.append(BookLine(field: .says, values: told)) }
        if let quote = entry.quote {
            let reading = BookText(Inline(words.reading(quote.reading)))
            lines.append(BookLine(field: .source, values: [quote.text, reading]))
        }
        return lines + entry.lines
    }
}

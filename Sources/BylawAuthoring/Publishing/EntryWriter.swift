import Bylaw
import BylawCEL
import BylawSource

/// Writes what one part of a policy says.
struct EntryWriter {
    let page: PageWriter
    let policy: CheckedPolicy
    var words: any BookWords { page.words }

    func rule(_ rule: CheckedRule) -> BookEntry {
        var entry = BookEntry(section: .rules, name: rule.name)
        if let says = rule.consequence.says {
            let (first, rest) = page.text(says, of: policy, on: rule.actions).split()
            (entry.title, entry.lead) = (first, rest)
        }
        var lines = BookLines(language: page.wordsLanguage)
        if !rule.actions.isEmpty { lines.add(.actions, words.any(of: rule.actions.map { .name($0) })) }
        switch rule.trigger {
        case .when(let condition):
            lines.add(.checklist, texts: checklist(condition, on: rule.actions))
            entry.code.append((.condition, ConditionText.of(condition)))
        case .require(let condition):
            lines.add(.checklist, texts: checklist(condition, on: rule.actions))
            entry.code.append((.requirement, ConditionText.of(condition)))
        case .labelMissing(let label): lines.add(.occasion, words.labelMissing(name(ofLabel: label)))
        case .labelContradicted(let label): lines.add(.occasion, words.labelContradicted(name(ofLabel: label)))
        case .labelUnsupported(let label): lines.add(.occasion, words.labelUnsupported(name(ofLabel: label)))
        }
        if let unless = rule.unless { entry.code.append((.exception, ConditionText.of(unless))) }
        add(rule.consequence, stop: rule.stop, as: .follows, on: rule.actions, to: &lines)
        entry.lines = lines.lines
        entry.quote = rule.source.map { source in
            let document = policy.sources.first { $0.id.value == source.document }
            return BookQuote(
                text: BookText(
                    Inline(source.quote.value),
                    language: document.flatMap { $0.language.value == page.language ? nil : $0.language.value }),
                reading: source.reading, from: document.map(page.sourceTitle))
        }
        return entry
    }

    private func name(ofLabel index: Int) -> String {
        policy.labels.indices.contains(index) ? policy.labels[index].name : ""
    }

    /// What a rule brings about, and how to put it right.
    private func add(
        _ consequence: CheckedConsequence, stop: EmergencyStop? = nil, as field: BookField, on actions: [String] = [],
        setsNoPoints: Bool = false,
        to lines: inout BookLines
    ) {
        var follows = [words.effect(consequence.effect)]
        if let awaited = consequence.awaited {
            follows.append(
                words.awaits(
                    fact: awaited.fact, from: awaited.from?.text, askedBy: awaited.askBy, via: awaited.via))
        }
        if let tier = consequence.tier { follows.append(words.decides(tier: tier)) }
        if let remedy = consequence.ifDone { follows.append(words.remedy(remedy)) }
        for points in consequence.strikes {
            follows.append(
                points.isSevere
                    ? words.severe(points.points, tally: points.tally, subject: points.subject?.text)
                    : words.strike(points.points, tally: points.tally, subject: points.subject?.text))
        }
        if setsNoPoints { follows.append(words.noPoints()) }
        for points in consequence.merits {
            follows.append(words.merit(points.points, tally: points.tally, subject: points.subject?.text))
        }
        follows += consequence.duties.map { words.duty(duty($0)) }
        if let stop { follows.append(words.stopped(tier: stop.tier)) }
        lines.add(field, follows)
        if let awaited = consequence.awaited {
            lines.add(.deadline, awaited.within.map { [words.within($0)] } ?? [])
            lines.add(.late, words.late(awaited.late ?? .staysHeld))
        }
        if let mend = consequence.mend { lines.add(.mend, texts: [page.text(mend, of: policy, on: actions)]) }
        if let asks = consequence.asks { lines.add(.asks, texts: [page.text(asks, of: policy, on: actions)]) }
    }

    private func duty(_ duty: CheckedConsequence.Duty) -> BookDuty {
        let to: BookDuty.Addressee? = duty.target.map { target in
            switch target {
            case .actor: .actor
            case .name(let name): .other(.name(name))
            case .member(let expression): .other(.name(expression.text))
            }
        }
        return BookDuty(kind: duty.kind, to: to, within: duty.within, after: duty.after, isAlways: duty.isAlways)
    }

    /// The named items of a condition, those in them too, each with how to put it right.
    private func checklist(
        _ condition: CheckedCondition, on actions: [String], in parent: String = ""
    ) -> [BookText] {
        let named = condition.items.filter { $0.name != nil }
        var texts: [BookText] = []
        if case .atLeast(let count, let items) = condition, !named.isEmpty {
            texts.append(BookText(words.needed(count, of: items.count), language: page.wordsLanguage))
        }
        for item in named {
            let name = parent + (item.name ?? "")
            var line = Inline.name(name)
            if item.isOptional { line.append(" (\(words.optionalItem()))") }
            var text = BookText(line)
            if let mend = item.mend {
                let told = page.text(mend, of: policy, on: actions)
                text = BookText("\(line): \(told.line)", language: told.language)
            }
            texts.append(text)
            texts += checklist(item.condition, on: actions, in: name + ".")
        }
        return texts
    }

    func softener(_ softener: CheckedSoftener) -> BookEntry {
        var entry = BookEntry(section: .softeners, name: softener.name)
        var lines = BookLines(language: page.wordsLanguage)
        lines.add(.softened, words.any(of: softener.rules.map { .name($0) }))
        add(
            softener.consequence, as: .instead,
            setsNoPoints: softener.setsStrikes && softener.consequence.strikes.isEmpty, to: &lines)
        entry.lines = lines.lines
        entry.code = [(.condition, ConditionText.of(softener.when))]
        return entry
    }
}

extension BookText {
    /// The first sentence, and what stands behind it.
    fileprivate func split() -> (first: BookText, rest: BookText?) {
        var first: [Inline.Span] = []
        for (index, span) in line.spans.enumerated() {
            guard case .text(let text) = span, let end = Sentences(text).firstEnd else {
                first.append(span)
                continue
            }
            first.append(.text(String(text[..<end])))
            let tail = text[end...].drop { $0.isWhitespace }
            let rest = (tail.isEmpty ? [] : [Inline.Span.text(String(tail))]) + line.spans[(index + 1)...]
            return (
                BookText(Inline(first), language: language),
                rest.isEmpty ? nil : BookText(Inline(rest), language: language)
            )
        }
        return (self, nil)
    }
}

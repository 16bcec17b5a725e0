import Bylaw

/// What policies say of texts, points and people.
extension EntryWriter {
    func label(_ label: CheckedLabel) -> BookEntry {
        var entry = BookEntry(section: .labels, name: label.name)
        var lines = BookLines(language: page.wordsLanguage)
        lines.add(.values, words.any(of: label.values.map { .name($0) }))
        if let declared = label.declared { lines.add(.declared, .name(policy.schema.written(declared))) }
        entry.lines = lines.lines
        entry.code = (label.infer + label.evidence).map {
            (.condition, "\($0.value): \(ConditionText.of($0.condition))")
        }
        return entry
    }

    func mask(_ mask: CheckedMask) -> BookEntry {
        var entry = BookEntry(section: .masks, name: mask.name)
        var lines = BookLines(language: page.wordsLanguage)
        var hides =
            mask.values.map { words.hiddenValue(policy.schema.written($0)) } + mask.lexicons.map(words.hiddenLexicon)
        if !mask.patterns.isEmpty { hides.append(words.hiddenPatterns(mask.patterns.count)) }
        if !mask.phrases.isEmpty { hides.append(words.hiddenPhrases(mask.phrases.count)) }
        lines.add(.hides, hides)
        lines.add(.rewrites, mask.rewrite.map { .name(policy.schema.written($0)) })
        lines.add(.verifies, mask.verify.map { .name(policy.schema.written($0)) })
        lines.add(.replacement, words.replacement(mask.replacement))
        entry.lines = lines.lines
        return entry
    }

    func tally(_ tally: TallyTerms) -> BookEntry {
        var entry = BookEntry(section: .tallies, name: tally.tally)
        var lines = BookLines(language: page.wordsLanguage)
        if let per = tally.per { lines.add(.who, .name(per)) }
        lines.add(.counts, words.counted(tally.window))
        lines.add(.perIncident, words.perIncident(tally.perIncident))
        lines.add(.warnings, tally.warnings.map { [words.warnings($0)] } ?? [])
        lines.add(.training, tally.training.map { [words.training($0)] } ?? [])
        lines.add(.ladder, (tally.ladder + [tally.severe].compactMap(\.self)).map(words.rung))
        entry.lines = lines.lines
        return entry
    }

    func tier(_ tier: ReviewTier) -> BookEntry {
        var entry = BookEntry(section: .deciders, name: tier.name)
        var lines = BookLines(language: page.wordsLanguage)
        lines.add(.who, words.any(of: tier.who.map { .name($0) }))
        lines.add(.votes, words.votes(tier))
        if let within = tier.within {
            lines.add(.deadline, words.within(within))
            lines.add(.late, words.late(tier.late ?? .staysHeld))
        }
        if let recusal = tier.recuseWhen {
            let isRelation = recusal.filter { !$0.isWhitespace } == "reviewer.relatedTo(case.parties)"
            lines.add(.recusal, isRelation ? words.relatedMayNot() : words.whoFitsMayNot())
            entry.code = [(.condition, recusal)]
        }
        if let next = tier.ifTooFew { lines.add(.tooFew, words.late(.tier(next))) }
        entry.lines = lines.lines
        return entry
    }

    func appeal(_ review: ReviewTerms) -> BookEntry {
        var entry = BookEntry(section: .appeals, name: "appeal")
        var lines = BookLines(language: page.wordsLanguage)
        lines.add(.term, words.appealTerm(review.appeal?.within))
        lines.add(.often, review.appeal?.atMost.map { [words.appealOften($0)] } ?? [])
        let isAnother = review.appealTier == "another-tier"
        lines.add(.heard, words.appealHeard(by: isAnother ? nil : review.appealTier))
        entry.lines = lines.lines
        return entry
    }

    func mode(_ mode: ModeTerms) -> BookEntry {
        var entry = BookEntry(section: .modes, name: mode.mode)
        var lines = BookLines(language: page.wordsLanguage)
        lines.add(.switchedBy, words.any(of: mode.onBy.map { .name($0) }))
        lines.add(.lasts, words.lasts(mode.lasts))
        lines.add(.renewals, words.renewals(mode.renewals))
        entry.lines = lines.lines
        return entry
    }
}

/// Finds matches, each by the fastest machine that can say what is asked.
struct Matcher: Sendable {
    private let plan: MatchPlan
    private let pool: ScratchPool

    init(_ plan: MatchPlan, limits: PatternLimits) {
        self.plan = plan
        pool = ScratchPool(plan, limits: limits)
    }

    /// Whether there is a match.
    func isMatch(in text: Text) -> Bool {
        if let literal = plan.wholeLiteral { return literal.next(in: text, from: 0) != nil }
        if let required = plan.required, required.next(in: text, from: 0) == nil { return false }
        return pool.withScratch { scratch in
            let outcome = scratch.ends.end(
                in: text, from: 0, isAnchored: plan.isAnchored, isEarly: true, candidates: plan.candidates)
            switch outcome {
            case .none: return false
            case .found: return true
            case .gaveUp:
                return scratch.decider.run(text, from: 0, upTo: text.count, isAnchored: plan.isAnchored) != nil
            }
        }
    }

    /// The first match that begins at or after `start`.
    func firstSpan(in text: Text, from start: Int) -> Range<Int>? {
        if plan.wholeLiteral != nil { return literalSpan(in: text, from: start) }
        return pool.withScratch { span(in: text, from: start, scratch: $0) }
    }

    /// The same, with its groups.
    func firstMatch(in text: Text, from start: Int) -> PatternMatch? {
        pool.withScratch { scratch in
            span(in: text, from: start, scratch: scratch).map { groups(of: $0, in: text, scratch: scratch) }
        }
    }

    /// Calls `body` with every match that does not overlap the one before, from left to right.
    ///
    /// Looks for one after the other. Where searches read far beyond their matches, so that together they would read the
    /// text again and again, one sweep finds the rest.
    func forEachSpan(in text: Text, _ body: (Range<Int>, Scratch) -> Void) {
        pool.withScratch { scratch in
            var position = 0
            var lastEnd: Int?
            var allowance = 4 * text.count + 4096
            while let found = span(in: text, from: position, scratch: scratch) {
                allowance -= max(0, scratch.lastRead - found.upperBound)
                if allowance < 0 {
                    for found in scratch.sweeper.run(text, from: position, lastEnd: lastEnd) { body(found, scratch) }
                    return
                }
                if found.isEmpty, found.lowerBound == lastEnd {
                    // RE2's and Go's rule: nothing empty where the last match ended.
                    guard position < text.count else { break }
                    position += text.characterLength(at: position)
                    continue
                }
                body(found, scratch)
                position = found.upperBound
                lastEnd = position
            }
        }
    }

    /// The groups of a match whose span is known.
    func groups(of span: Range<Int>, in text: Text, scratch: Scratch) -> PatternMatch {
        guard plan.groupCount > 0 else { return PatternMatch(span: span) }
        let slots =
            if let onePass = scratch.onePass {
                onePass.run(text, over: span)
            } else if scratch.backtracker.canRun(over: span) {
                scratch.backtracker.run(text, over: span)
            } else {
                scratch.grouper.run(text, from: span.lowerBound, upTo: span.upperBound, isAnchored: true)
            }
        return slots.map { PatternMatch(slots: $0) } ?? PatternMatch(span: span)
    }

    private func literalSpan(in text: Text, from start: Int) -> Range<Int>? {
        guard let length = plan.fixedLength, let found = plan.wholeLiteral?.next(in: text, from: start) else {
            return nil
        }
        return found..<found + length
    }

    private func span(in text: Text, from start: Int, scratch: Scratch) -> Range<Int>? {
        guard start <= text.count, !plan.isAnchored || start == 0 else { return nil }
        if plan.wholeLiteral != nil {
            scratch.lastRead = start
            return literalSpan(in: text, from: start)
        }
        if let required = plan.required, required.next(in: text, from: start) == nil { return nil }
        let end = scratch.ends.end(
            in: text, from: start, isAnchored: plan.isAnchored, isEarly: false, candidates: plan.candidates)
        scratch.lastRead = scratch.ends.lastRead
        switch end {
        case .none: return nil
        case .gaveUp: return spanByPike(in: text, from: start, scratch: scratch)
        case .found(let end):
            if plan.isAnchored { return start..<end }
            if let length = plan.fixedLength { return end - length..<end }
            if case .found(let begin)? = scratch.starts?.start(in: text, from: end, downTo: start) {
                return begin..<end
            }
            return spanByPike(in: text, from: start, scratch: scratch)
        }
    }

    private func spanByPike(in text: Text, from start: Int, scratch: Scratch) -> Range<Int>? {
        scratch.lastRead = text.count
        let slots = scratch.spanner.run(text, from: start, upTo: text.count, isAnchored: plan.isAnchored)
        return slots.map { $0[0]..<$0[1] }
    }
}

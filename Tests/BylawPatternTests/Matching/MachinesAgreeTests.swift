import Foundation
import Testing

@testable import BylawPattern

/// The machine that follows all ways is the measure; every faster one must say the same.
@Suite("all machines agree") struct MachinesAgreeTests {
    /// `BYLAW_AGREEMENT_TEXTS=1000000` for a long run.
    private static let texts =
        ProcessInfo.processInfo.environment["BYLAW_AGREEMENT_TEXTS"].flatMap { Int($0) } ?? 20_000
    private static let textsPerPattern = 5
    private static let parts = 4

    @Test("on generated patterns and texts", arguments: 0..<parts)
    func generated(part: Int) throws {
        var generator = PatternGenerator(seed: 0xB71A + UInt64(part))
        for round in 0..<Self.texts / Self.parts / Self.textsPerPattern {
            let written = generator.pattern(depth: 1 + generator.number(below: 5))
            // A small automaton is given up again and again, and so puts the way back to the slower machine to the test.
            let room = round % 3 == 0 ? 600 : PatternLimits.default.automatonBytes
            let subject = try Subject(written, automatonBytes: room)
            for _ in 0..<Self.textsPerPattern {
                let text = generator.text()
                subject.compare(on: text, from: generator.number(below: text.count + 1))
            }
        }
    }

    @Test(
        "on patterns that once divided them",
        arguments: [
            // An assertion that was decided late led back to ways that the pattern prefers less.
            ("(?:[[:punct:]]|\\B|\\p{Greek})+", "σaд--@b\n\tÉд1アKς0Д"),
            ("(?:a|\\b|é)*", "éa éé"),
        ])
    func known(pattern: String, text: String) throws {
        let subject = try Subject(pattern, automatonBytes: 1 << 20)
        subject.compare(on: Array(text.utf8), from: 0)
    }
}

/// One pattern in every machine.
private struct Subject {
    let pattern: Pattern
    let plan: MatchPlan
    let grouper: PikeMachine

    init(_ written: String, automatonBytes: Int) throws {
        let limits = PatternLimits(automatonBytes: automatonBytes)
        pattern = try Pattern(written, limits: limits)
        var parser = Parser(written, limits: limits)
        try parser.parse()
        plan = try #require(MatchPlan(parser.tree, groupCount: pattern.groupCount, limits: limits))
        grouper = PikeMachine(plan.forward, slotCount: plan.slotCount)
    }

    func compare(on bytes: [UInt8], from start: Int) {
        bytes.withUnsafeBufferPointer { buffer in
            let text = Text(buffer)
            let place: Comment =
                "\(pattern.text.debugDescription) on \(String(decoding: bytes, as: UTF8.self).debugDescription)"
            let first = expected(text, from: 0)
            let match = pattern.firstMatch(in: buffer)
            // One comparison, not seven expectations: this runs a million times.
            let agrees =
                match == first && pattern.isMatch(buffer) == (first != nil)
                && pattern.firstSpan(in: buffer) == first?.span
                && pattern.firstMatch(in: buffer, from: start) == expected(text, from: start)
                && first.map { groupsAgree($0, text) } ?? true
            if !agrees { Issue.record("\(place): \(String(describing: match)) is not \(String(describing: first))") }

            let all = allExpected(text)
            if pattern.allMatches(in: buffer) != all || pattern.allSpans(in: buffer) != all.map(\.span) {
                Issue.record("\(place): all matches differ from \(all.map(\.span))")
            }
            let swept = SweepMachine(plan.forward).run(text, from: 0, lastEnd: nil)
            if swept != all.map(\.span) { Issue.record("\(place): swept \(swept), not \(all.map(\.span))") }
        }
    }

    private func expected(_ text: Text, from start: Int) -> PatternMatch? {
        grouper.run(text, from: start, upTo: text.count, isAnchored: false).map { PatternMatch(slots: $0) }
    }

    /// The machines that are told the span.
    private func groupsAgree(_ match: PatternMatch, _ text: Text) -> Bool {
        let backtracker = Backtracker(plan.forward, slotCount: plan.slotCount)
        let onePass = OnePassMachine(plan.forward, slotCount: plan.slotCount)
        return backtracker.run(text, over: match.span).map { PatternMatch(slots: $0) } == match
            && (onePass.map { $0.run(text, over: match.span).map { PatternMatch(slots: $0) } == match } ?? true)
    }

    /// RE2's rule, word for word.
    private func allExpected(_ text: Text) -> [PatternMatch] {
        var matches: [PatternMatch] = []
        var position = 0
        while position <= text.count, let match = expected(text, from: position) {
            if match.span.isEmpty, match.span.lowerBound == matches.last?.span.upperBound {
                if position == text.count { break }
                position += text.characterLength(at: position)
            } else {
                matches.append(match)
                position = match.span.upperBound
            }
        }
        return matches
    }
}

import BylawJSON
@testable import BylawPattern
import BylawSource

/// A pattern, and behind the first line break a text: the fast machines find what the slow one finds that follows all ways,
/// an automaton that overflows at once too.
struct PatternTarget: FuzzTarget {
    static var seeds: [[UInt8]] {
        Seeds.suite("data/regex-tests.json") { test in
            guard let regex = test["regex"]?.string, let text = test["haystack"]?.string else { return nil }
            return Array("\(regex)\n\(text)".utf8)
        } + ["(a+)+$\naaaaaaaaaaaaaaaa!", "(?:a{9}){9}\naaa", "(?i:ſ|K)*\\b\nsſkK"].map { Array($0.utf8) }
    }

    static let words = [
        "(?:", "(?i)", "(?s-m:", "(?P<n>", "|", ")*", "+?", "??", "{2,3}", "{1000}", "[^a-z]", "[[:alpha:]]", "\\pL",
        "\\p{Greek}", "\\P{Lu}", "\\b", "\\B", "\\A", "\\z", "^", "$", "\\C", "\\Q", "\\E", "\\x{1F600}", "\\d", "\\W",
    ]

    /// Small, so that a pattern takes no longer than an input may, and each limit is met.
    private let limits = PatternLimits(
        textBytes: 400, nesting: 50, repetition: 100, programSize: 4000, captureCells: 20_000, automatonBytes: 1 << 18)
    private let tightLimits = PatternLimits(
        textBytes: 400, nesting: 50, repetition: 100, programSize: 4000, captureCells: 20_000, automatonBytes: 600)
    private static let longestText = 200

    func exercise(_ input: [UInt8]) {
        let end = input.firstIndex(of: UInt8(ascii: "\n")) ?? input.count
        let written = String(decoding: input[..<end], as: UTF8.self)
        let text = Array(input.dropFirst(end + 1).prefix(Self.longestText))
        do throws(PatternError) {
            for limits in [limits, tightLimits] {
                let pattern = try Pattern(written, limits: limits)
                text.withUnsafeBufferPointer { compare(pattern, on: $0, limits) }
            }
        } catch {
            let file = SourceFile(name: "pattern", text: written)
            requireHarmless([
                Diagnostic(error.code, error.message, at: SourceLocation(file, error.range), help: error.help)
            ])
        }
    }

    private func compare(_ pattern: Pattern, on bytes: UnsafeBufferPointer<UInt8>, _ limits: PatternLimits) {
        var parser = Parser(pattern.text, limits: limits)
        guard (try? parser.parse()) != nil,
            let plan = MatchPlan(parser.tree, groupCount: pattern.groupCount, limits: limits)
        else { fatalError("a pattern that was compiled has no plan") }
        let text = Text(bytes)
        let slow = PikeMachine(plan.forward, slotCount: plan.slotCount)
        let expected = slow.run(text, from: 0, upTo: text.count, isAnchored: false).map { PatternMatch(slots: $0) }
        require(pattern.firstMatch(in: bytes) == expected, "the first match is not \(String(describing: expected))")
        require(pattern.isMatch(bytes) == (expected != nil), "whether there is a match")
        let all = pattern.allSpans(in: bytes)
        require(all.first == expected?.span, "the first of all matches is not the first match")
        require(all == SweepMachine(plan.forward).run(text, from: 0, lastEnd: nil), "a sweep finds others than \(all)")
        require(pattern.allMatches(in: bytes).map(\.span) == all, "matches with groups lie elsewhere")
        if let match = expected, !pattern.requiredLiterals.isEmpty {
            let found = bytes[match.span]
            require(
                pattern.requiredLiterals.contains { literal in
                    found.indices.contains { found[$0...].starts(with: literal) }
                }, "a match without any of the literals that all have")
        }
    }
}

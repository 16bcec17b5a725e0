import BylawSource
import BylawTestSupport
import Foundation
import Synchronization
import Testing

@testable import BylawCEL

/// Texts that nobody means well with: none may crash, hang or overflow the stack, whatever else comes of them.
@Suite("Hostile texts")
struct HostileTextTests {
    /// Everything that can be done with a text. Whether it parses.
    @discardableResult
    private func exercise(_ text: String, _ environment: Environment = Community.environment) -> Bool {
        let (parsed, problems) = ParsedExpression.parse(text)
        let length = text.utf8.count
        for problem in problems {
            #expect(problem.range.start >= 0 && problem.range.end <= length, "\(text): \(problem)")
            #expect(!problem.message.isEmpty && problem.message.last != ".")
        }
        guard let parsed else {
            #expect(!problems.isEmpty)
            return false
        }
        let (checked, found) = environment.check(parsed)
        for problem in found { #expect(problem.range.start >= 0 && problem.range.end <= length) }
        #expect((checked == nil) == !found.isEmpty)
        for expression in [checked, environment.withoutCheck(parsed)].compactMap({ $0 }) {
            var layout = FrameLayout()
            let program = expression.plan(into: &layout)
            let frame = Frame(layout, costLimit: 20_000)
            _ = program.evaluate(in: frame)
            _ = program.explain(in: frame)
            _ = expression.estimatedCost()
        }
        return true
    }

    private static let words = [
        "post", "label", "count", "any", "now", "x", "has", "all", "exists", "map", "filter", "cel", "bind", "optMap",
        "sortBy", "transformMap", "size", "matches", "optional", "none", "of", "in", "true", "null", "while", "1",
        "0x", "1u", "1.5", "1e9", "9223372036854775808", "'a'", "\"", "'''", "r'", "b'\\xff'", "'\\u{1}'", "\\", "(",
        ")", "[", "]", "{", "}", ".", ".?", "[?", ",", ":", "?", "!", "-", "+", "*", "/", "%", "==", "!=", "<", "&&",
        "||", "&", "=", "`a b`", "`", "//", "\n", " ", "é", "\u{0}", "\u{FEFF}", "fact", "mentions", "'hedges'",
        "circle",
    ]

    @Test("soups of words", arguments: [1, 2, 3, 4])
    func soup(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<1_500 {
            let count = Int(random.next() % 24)
            exercise(
                (0..<count).map { _ in Self.words[Int(random.next() % UInt64(Self.words.count))] }
                    .joined(separator: random.next() % 2 == 0 ? " " : ""))
        }
    }

    @Test("soups of bytes", arguments: [1, 2])
    func bytes(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<1_000 {
            let bytes = (0..<(random.next() % 40)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            exercise(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test("generated expressions with a part taken out, doubled or moved", arguments: [1, 2, 3, 4])
    func mutated(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var generator = ExpressionGenerator(seed: seed)
        for round in 0..<400 { exercise(mutate(generator.expression(1 + round % 4), &random)) }
    }

    @Test(
        "the conformance tests' expressions with a part taken out, doubled or moved",
        .enabled(if: SharedData.isPresent("cel-conformance")))
    func mutatedConformance() throws {
        let cases = try ConformanceCase.load(from: #require(SharedData.url("cel-conformance")))
        var random = SeededGenerator(seed: 42)
        var parsed = 0
        for test in cases {
            for _ in 0..<3 where exercise(mutate(test.expression, &random)) { parsed += 1 }
        }
        // Some survive: otherwise the checker and the plan have seen nothing.
        #expect(parsed > 300)
    }

    private func mutate(_ text: String, _ random: inout SeededGenerator) -> String {
        var bytes = Array(text.utf8)
        for _ in 0...(random.next() % 3) where !bytes.isEmpty {
            let start = Int(random.next() % UInt64(bytes.count))
            let end = min(bytes.count, start + 1 + Int(random.next() % 6))
            let part = Array(bytes[start..<end])
            let place = Int(random.next() % UInt64(bytes.count))
            switch random.next() % 4 {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: part, at: place)
            case 2:
                let word = Self.words[Int(random.next() % UInt64(Self.words.count))]
                bytes.replaceSubrange(start..<end, with: Array(word.utf8))
            default: bytes[place] = UInt8(truncatingIfNeeded: random.next() % 128)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The deepest expressions that the limits allow, of every kind of nesting.
    private static var deepest: [String] {
        let depth = ExpressionLimits.standard.depth - 2
        let nesting = ExpressionLimits.standard.nesting - 2
        func nest(_ open: String, _ inner: String, _ close: String, _ count: Int = nesting) -> String {
            String(repeating: open, count: count) + inner + String(repeating: close, count: count)
        }
        func chain(_ part: String, _ count: Int = depth) -> String { "any" + String(repeating: part, count: count) }
        return [
            nest("(", "1", ")"), nest("[", "1", "]"), nest("{'a':", "1", "}"), nest("[1][", "0", "]"),
            nest("size(", "''", ")"), nest("any.f(", "1", ")"), nest("!-", "any", "", nesting / 2),
            nest("any ? any : ", "any", ""), nest("any && (any || ", "any", ")"), nest("1 + (", "1", ")"),
            nest("any == (", "1", ")"), nest("[any].map(x, ", "x", ")"), nest("[?", "any", "]"),
            nest("{1: 2}.transformMap(k, v, ", "v", ")"), nest("cel.bind(a, any, ", "a", ")"),
            nest("any.optMap(x, ", "x", ")"), nest("has(any[", "0", "].a)", nesting / 2),
            nest("cel.bind(a, [", "1", "], a)", nesting / 2), nest("(1 + 1 + size(", "''", "))", nesting / 2),
            chain(".a"), chain(".?a"), chain("[0]"), chain("[?0]"), chain(".f()"), chain(" + any"), chain(" == any"),
            chain(" in any"), chain(".map(x, x)"), chain(".orValue(1)"), nest("(", "any", " + any + any)"),
        ]
    }

    @Test("the deepest expressions fit the smallest stack: 512 KiB, as threads have on macOS", arguments: deepest)
    func smallStack(text: String) {
        let done = DispatchSemaphore(value: 0)
        let isParsed = Mutex(false)
        let thread = Thread {
            let parses = exercise(text)
            isParsed.withLock { $0 = parses }
            done.signal()
        }
        thread.stackSize = 512 * 1024
        thread.start()
        done.wait()
        #expect(isParsed.withLock { $0 })
    }

    @Test(
        "the largest expressions are checked and planned without taking forever",
        arguments: [
            "[] == []" + String(repeating: " && [] == []", count: 3_000),
            "has(any.a)" + String(repeating: " && has(any.a)", count: 4_000),
            (0..<2_500).map { "has(post.replies[\($0)].company)" }.joined(separator: " || "),
            "[" + String(repeating: "[],", count: 12_000) + "]",
            "[" + String(repeating: "[1],", count: 7_000) + "]",
            "{" + (0..<4_000).map { "\($0): [\($0)]," }.joined() + "}",
            String(repeating: "$", count: 60_000),
            String(repeating: "'", count: 60_001),
            String(repeating: "a b ", count: 15_000),
            String(repeating: "f(1 2) ", count: 8_000),
            String(repeating: ")", count: 60_000),
            String(repeating: "[,", count: 30_000),
            String(repeating: "1.", count: 30_000),
            "'" + String(repeating: "\\q", count: 30_000) + "'",
            String(repeating: "//\n", count: 20_000),
        ])
    func large(text: String) {
        exercise(text)
    }
}

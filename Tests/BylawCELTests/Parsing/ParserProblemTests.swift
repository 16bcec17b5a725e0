import BylawSource
import Testing

@testable import BylawCEL

@Suite("What is wrong with the grammar of an expression")
struct ParserProblemTests {
    /// The text of each problem's place, with its code.
    private func problems(_ text: String, limits: ExpressionLimits = .standard) -> [String] {
        let file = SourceFile(name: "test", text: text)
        let (expression, problems) = ParsedExpression.parse(text, limits: limits)
        #expect((expression == nil) == !problems.isEmpty)
        return problems.map { "\($0.code) \(file.text(in: $0.range))" }
    }

    @Test(
        "each slip is told at its place",
        arguments: [
            ("a = 1", ["unexpected-character ="]),
            ("a & b", ["unexpected-character &"]),
            ("a and b", ["syntax and"]),
            ("1 +", ["syntax "]),
            ("(1 + 2", ["syntax ("]),
            ("[1, 2", ["syntax ["]),
            ("'abc", ["unterminated-string 'abc"]),
            ("'a\\qb'", ["bad-escape \\q"]),
            ("'\\x4'", ["bad-escape \\x4"]),
            ("'\\uD800'", ["bad-escape \\uD800"]),
            ("b'\\u0041'", ["bad-escape \\u"]),
            ("9223372036854775808", ["number-range 9223372036854775808"]),
            ("-9223372036854775809", ["number-range -9223372036854775809"]),
            ("18446744073709551616u", ["number-range 18446744073709551616u"]),
            ("1e999", ["number-range 1e999"]),
            ("12abc", ["bad-number abc"]),
            ("while", ["reserved-word while"]),
            ("for(1)", ["reserved-word for"]),
            ("a.in", ["syntax in"]),
            ("a.true", ["syntax true"]),
            ("has(a)", ["bad-macro a"]),
            ("has(a.?b)", ["bad-macro a.?b"]),
            ("[1].all(x.y, true)", ["bad-macro x.y"]),
            ("[1].all(x, x, true)", ["bad-macro x"]),
            ("a ? b", ["syntax "]),
            ("{1: 2, 3}", ["syntax }"]),
            ("a.`b$`", ["bad-name `b$`"]),
            ("`a`", ["syntax `a`"]),
            ("", ["syntax "]),
            ("1 2", ["syntax 2"]),
            ("é", ["unexpected-character é"]),
            ("'\\", ["unterminated-string '\\"]),
        ])
    func place(text: String, expected: [String]) {
        #expect(problems(text) == expected)
    }

    @Test("one parse tells several problems")
    func several() {
        #expect(problems("f(1 +, 2 *) && [3, ,4] && '\\q'") == ["syntax ,", "syntax )", "syntax ,", "bad-escape \\q"])
        #expect(
            problems("(a = 1) || {'x' 1, 'y': } || while") == [
                "unexpected-character =", "syntax 1", "syntax }", "reserved-word while",
            ])
    }

    @Test(
        "depth is an error, however it is written",
        arguments: [
            String(repeating: "(", count: 60_000),
            String(repeating: "[", count: 60_000),
            String(repeating: "{", count: 60_000),
            String(repeating: "!-", count: 30_000) + "1",
            "1" + String(repeating: "+1", count: 30_000),
            "a" + String(repeating: ".b", count: 30_000),
            "a" + String(repeating: "[0]", count: 20_000),
            String(repeating: "true?true:", count: 6_000) + "true",
            String(repeating: "f(", count: 30_000),
            String(repeating: "a.f(", count: 15_000),
            "1" + String(repeating: "<1", count: 30_000),
        ])
    func deep(text: String) {
        #expect(problems(text).contains { $0.hasPrefix("too-deep") })
    }

    @Test("a long run of one sign is not deep", arguments: ["!", "-"])
    func runs(sign: String) {
        #expect(problems(String(repeating: sign, count: 50_000) + (sign == "!" ? "true" : "x")).isEmpty)
    }

    @Test("a long flat chain of `&&` is not deep, but has a number of nodes")
    func flat() {
        #expect(problems("a" + String(repeating: "&&a", count: 10_000)).isEmpty)
        #expect(problems("a" + String(repeating: "&&a", count: 20_000)) == ["too-many-nodes a"])
    }

    @Test("a text of 100,000 parentheses is an error, whatever the limit on bytes")
    func parentheses() {
        let text = String(repeating: "(", count: 100_000)
        #expect(problems(text) == ["too-long "])
        #expect(problems(text, limits: ExpressionLimits(bytes: 1_000_000)) == ["too-deep ("])
    }
}

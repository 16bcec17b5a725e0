import BylawCEL
import Testing

@Suite("The strings library")
struct StringExtensionTests {
    @Test(
        "counts positions in Unicode scalars",
        arguments: [
            Call("charAt", "tacocat", 3, is: "'o'"),
            Call("charAt", "tacocat", 7, is: "''"),
            Call("charAt", "tacocat", 8, fails: .range),
            Call("charAt", "tacocat", -1, fails: .range),
            Call("charAt", "tacocat", .int(.max), fails: .range),
            Call("charAt", "©αT", 1, is: "'α'"),
            Call("charAt", "e\u{301}", 1, is: "'\u{301}'"),
            Call("charAt", 42, 2, fails: .noSuchOverload),
            Call("substring", "tacocat", 4, is: "'cat'"),
            Call("substring", "tacocat", 7, is: "''"),
            Call("substring", "ta©o©αT", 2, 6, is: "'©o©α'"),
            Call("substring", "👩‍👩‍👧", 0, 1, is: "'👩'"),
            Call("substring", "tacocat", 40, fails: .range),
            Call("substring", "tacocat", 1, 50, fails: .range),
            Call("substring", "tacocat", 4, 3, fails: .invalidArgument),
            Call("substring", "tacocat", -1, 3, fails: .range),
            Call("reverse", "Ta©oCαt", is: "'tαCo©aT'"),
            Call("reverse", "a😀", is: "'😀a'"),
            Call("reverse", "", is: "''"),
        ])
    func positions(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "finds texts",
        arguments: [
            Call("indexOf", "tacocat", "", is: "0"),
            Call("indexOf", "tacocat", "ac", is: "1"),
            Call("indexOf", "tacocat", "none", is: "-1"),
            Call("indexOf", "tacocat", "", 3, is: "3"),
            Call("indexOf", "tacocat", "", 7, is: "7"),
            Call("indexOf", "tacocat", "at", 3, is: "5"),
            Call("indexOf", "ta©o©αT", "©", 3, is: "4"),
            Call("indexOf", "hello wello", "elbo room!!", is: "-1"),
            Call("indexOf", "tacocat", "a", 8, fails: .range),
            Call("indexOf", "tacocat", "a", -1, fails: .range),
            Call("indexOf", "hello", true, fails: .noSuchOverload),
            Call("lastIndexOf", "tacocat", "", is: "7"),
            Call("lastIndexOf", "tacocat", "at", is: "5"),
            Call("lastIndexOf", "", "@@", is: "-1"),
            Call("lastIndexOf", "tacocat", "a", 3, is: "1"),
            Call("lastIndexOf", "tacocat", "", 3, is: "3"),
            Call("lastIndexOf", "ta©o©αT", "©", 3, is: "2"),
            Call("lastIndexOf", "ta©o©αT", "©α", 4, is: "4"),
            Call("lastIndexOf", "bananananana", "nana", 7, is: "6"),
            Call("lastIndexOf", "hello wello", "hello wello", is: "0"),
            Call("lastIndexOf", "tacocat", "a", -1, fails: .range),
            Call("lastIndexOf", "tacocat", "a", 30, fails: .range),
            Call("indexOf", "abababababababababababababac", "ababababababababac", is: "10"),
            Call("contains", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "aaaaaaaaaaaaaaaaaaaaab", is: "true"),
        ])
    func search(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "replaces, splits and joins",
        arguments: [
            Call("replace", "{0} days {0} hours", "{0}", "2", is: "'2 days 2 hours'"),
            Call("replace", "{0} days {0} hours", "{0}", "2", 1, is: "'2 days {0} hours'"),
            Call("replace", "aaa", "aa", "b", is: "'ba'"),
            Call("replace", "abc", "", "_", is: "'_a_b_c_'"),
            Call("replace", "aé", "", "_", is: "'_a_é_'"),
            Call("replace", "", "", "_", is: "'_'"),
            Call("replace", "abc", "", "_", 2, is: "'_a_bc'"),
            Call("replace", "abc", "b", "x", 0, is: "'abc'"),
            Call("replace", "abc", "b", "x", -1, is: "'axc'"),
            Call("replace", "42", "2", 1, fails: .noSuchOverload),
            Call("split", "hello world", " ", is: "['hello', 'world']"),
            Call("split", "a,b,c", ",", 0, is: "[]"),
            Call("split", "a,b,c", ",", 1, is: "['a,b,c']"),
            Call("split", "a,b,c", ",", 2, is: "['a', 'b,c']"),
            Call("split", "o©o©o", "©", -1, is: "['o', 'o', 'o']"),
            Call("split", ",a,", ",", is: "['', 'a', '']"),
            Call("split", "aé😀", "", is: "['a', 'é', '😀']"),
            Call("split", "abc", "", 2, is: "['a', 'bc']"),
            Call("split", "", ",", is: "['']"),
            Call("split", "42", 2, fails: .noSuchOverload),
            Call("join", ["x", "y"], is: "'xy'"),
            Call("join", ["x", "y"], "-", is: "'x-y'"),
            Call("join", [], "-", is: "''"),
            Call("join", [1, "b"], "-", fails: .noSuchOverload),
        ])
    func edits(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "changes case, trims and quotes",
        arguments: [
            Call("lowerAscii", "TacoCÆt Xii", is: "'tacocÆt xii'"),
            Call("upperAscii", "tacoCαt{[@`", is: "'TACOCαT{[@`'"),
            Call("lowerAscii", "[@Z`{", is: "'[@z`{'"),
            Call("trim", " \u{0C}\n\r\t\u{0B}text  ", is: "'text'"),
            Call(
                "trim", "\u{85}\u{A0}\u{1680}\u{2000}text\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}", is: "'text'"
            ),
            Call("trim", "\u{180E}\u{200B}\u{FEFF}", is: "'\u{180E}\u{200B}\u{FEFF}'"),
            Call("trim", " \u{301}", is: "'\u{301}'"),
            Call("trim", "  ", is: "''"),
            Call("trim", "", is: "''"),
            Call("strings.quote", "first\nsecond", is: #"'"first\\nsecond"'"#),
            Call("strings.quote", "\u{07}\u{08}\u{0C}\t\u{0B}\r", is: #"'"\\a\\b\\f\\t\\v\\r"'"#),
            Call("strings.quote", #"\ "q" 'p'"#, is: #"'"\\\\ \\"q\\" \'p\'"'"#),
            Call("strings.quote", "завтра 🐱", is: #"'"завтра 🐱"'"#),
        ])
    func shapes(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test("answers hostile searches in linear time")
    func hostile() {
        let text = Value.string(String(repeating: "a", count: 200_000))
        let part = Value.string(String(repeating: "a", count: 100_000) + "b")
        #expect(Call("contains", text, part, is: "false").results == ["false"])
        #expect(Call("lastIndexOf", text, part, is: "-1").results == ["-1"])
        let long = Value.string(String(repeating: "x", count: 4000))
        #expect(Call("replace", text, "", long, fails: .sizeLimit).results == ["error sizeLimit"])
    }
}

@Suite("format")
struct FormatTests {
    @Test(
        "fills in values",
        arguments: [
            ("no substitution", [], "no substitution"),
            ("%% and %%%s%%", ["text"], "% and %text%"),
            ("%.3f", [1.2345], "1.234"),
            ("%.3f", [123.4999], "123.500"),
            ("%.3f", [-123.4994], "-123.499"),
            ("%.5f", [-1.2], "-1.20000"),
            ("%.0f %.0f %.0f", [0.5, 1.5, 2.5], "0 2 2"),
            ("%.1f", [0.05], "0.1"),
            ("%.1f", [0.25], "0.2"),
            ("%.1f", [9.96], "10.0"),
            ("%.2f", [0.0], "0.00"),
            ("%.0f", [-0.4], "-0"),
            ("%f %f", [2.71828, 2], "2.718280 2.000000"),
            ("%f", [1e20], "100000000000000000000.000000"),
            ("%.20f", [0.1], "0.10000000000000000555"),
            ("%.25f", [.double(.leastNonzeroMagnitude)], "0.0000000000000000000000000"),
            ("%f", [.uint(.max)], "18446744073709551616.000000"),
            ("%e %e", [2.71828, .uint(3)], "2.718280e+00 3.000000e+00"),
            ("%.6e", [1052.032911275], "1.052033e+03"),
            ("%.2e", [0.0], "0.00e+00"),
            ("%e", [-0.0], "-0.000000e+00"),
            ("%.1e", [9.96], "1.0e+01"),
            ("%.0e", [95.0], "1e+02"),
            ("%e", [1e100], "1.000000e+100"),
            ("%.3e", [.double(.leastNonzeroMagnitude)], "4.941e-324"),
            ("%e %f %d", [.double(.nan), .double(.infinity), .double(-.infinity)], "NaN Infinity -Infinity"),
            ("%f", ["NaN"], "NaN"),
            ("%d %d", [64, .uint(64)], "64 64"),
            ("%d", [1.5], "1.500000"),
            ("%b %b %b", [5, -5, true], "101 -101 1"),
            ("%o %o", [11, -8], "13 -10"),
            ("%x %X %x", [30, .uint(6000), -255], "1e 1770 -ff"),
            ("%x", [.int(.min)], "-8000000000000000"),
            ("%x %X", ["Hello", .bytes(of: 0xFF, 0x0A)], "48656c6c6f FF0A"),
            ("%s %s", [.null, 999_999_999_999], "null 999999999999"),
            ("%s", [.bytes(of: 120, 121, 122)], "xyz"),
            ("%s", [.timestamp("2023-02-03T23:31:20+00:00")], "2023-02-03T23:31:20Z"),
            ("%s", [.duration("1h45m47s")], "6347s"),
            ("%s", [.type(.int)], "int"),
            ("%s", [["abc", 3.14, .null, [9, 8], .duration("2h")]], "[abc, 3.14, null, [9, 8], 7200s]"),
            ("%s", [.map(("key2", .duration("2h")), ("key1", .bytes(of: 120)))], "{key1: x, key2: 7200s}"),
            ("%s", [.map((1, "a"), (.uint(2), "b"), (true, .double(.nan)))], "{1: a, 2: b, true: NaN}"),
            ("%s", [[.double(.nan), .double(.infinity), .double(-.infinity)]], "[NaN, Infinity, -Infinity]"),
            ("%s", ["a", "left over"], "a"),
            ("é%sé", ["é"], "ééé"),
        ] as [(String, [Value], String)])
    func fills(format: String, values: [Value], expected: String) {
        let results = Call("format", .string(format), .list(values), is: "").results
        #expect(results == [Value.string(expected).literalText()])
    }

    @Test(
        "refuses clauses and values that don't fit",
        arguments: [
            ("%d %d", [0]), ("%b", ["abc"]), ("%d", [.duration("30m2s")]), ("%o", ["a"]), ("%x", [0.5]), ("%E", [0.5]),
            ("%d", [.null]), ("%f", [.null]), ("%b", [.null]), ("%o", [.null]), ("%f", ["1"]), ("%d", [true]),
            ("%", []), ("%5d", [1]), ("%.s", ["a"]), ("%.1001f", [1.0]), ("%.99999999999999999999f", [1.0]),
            ("%s", [.some(1)]), ("%s", [[.some(1)]]), ("%s", [.bytes(of: 0xFF)]),
        ] as [(String, [Value])])
    func refuses(format: String, values: [Value]) {
        #expect(Call("format", .string(format), .list(values), is: "").results == ["error invalidArgument"])
    }
}

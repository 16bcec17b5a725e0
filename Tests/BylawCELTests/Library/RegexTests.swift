import BylawCEL
import Testing

@Suite("Regular expressions in conditions")
struct RegexTests {
    @Test(
        "match anywhere in the text, unless anchored",
        arguments: [
            Call("matches", "hubba", "ubb", is: "true"),
            Call("matches", "hubba", "^ubb", is: "false"),
            Call("matches", "", "", is: "true"),
            Call("matches", "mañana", "a+ñ+a+", is: "true"),
            Call("matches", "🐱😀😀", "(a|😀){2}", is: "true"),
            Call("matches", "日", "^.$", is: "true"),
            Call("matches", "e\u{301}", "^é$", is: "false"),
            Call("matches", "a", "(", fails: .invalidArgument),
            Call("matches", "a", "(?=a)", fails: .invalidArgument),
            Call("matches", "a", 1, fails: .noSuchOverload),
            Call("matches", 1, "a", fails: .noSuchOverload),
        ])
    func matches(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "take out what matched, or its one group",
        arguments: [
            Call("regex.extract", "hello world", "w.r", is: "optional.of('wor')"),
            Call("regex.extract", "hello world", "hello(.*)", is: "optional.of(' world')"),
            Call("regex.extract", "item-A, item-B", "item-(\\w+)", is: "optional.of('A')"),
            Call("regex.extract", "HELLO", "hello", is: "optional.none()"),
            Call("regex.extract", "b", "(a)|b", is: "optional.none()"),
            Call("regex.extract", "test", "", is: "optional.of('')"),
            Call("regex.extract", "phone: 415-5551212", "(\\d+)-(\\d+)", fails: .invalidArgument),
            Call("regex.extract", "phone", "(?:p)(h)", is: "optional.of('h')"),
            Call("regex.extract", "a", "[", fails: .invalidArgument),
            Call("regex.extractAll", "id:123, id:456", "id:\\d+", is: "['id:123', 'id:456']"),
            Call("regex.extractAll", "testuser@a, jo@b", "(\\w+)@", is: "['testuser', 'jo']"),
            Call("regex.extractAll", "日本日", "日", is: "['日', '日']"),
            Call("regex.extractAll", "abc", "x", is: "[]"),
            Call("regex.extractAll", "ab", "(a)(b)", fails: .invalidArgument),
            Call("regex.extractAll", "abab", "(a)|b", is: "['a', 'a']"),
            Call("regex.extractAll", "val=a, val=, val=c", "val=([^,]*)", is: "['a', 'c']"),
            Call("regex.extractAll", "a b c", "(\\S*)\\s*", is: "['a', 'b', 'c']"),
            Call("regex.extractAll", "banananana", "(ana)", is: "['ana', 'ana']"),
            Call("regex.extract", "val=", "val=(.*)", is: "optional.none()"),
        ])
    func extracts(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "replace what matched",
        arguments: [
            Call("regex.replace", "banana", "a", "x", is: "'bxnxnx'"),
            Call("regex.replace", "banana", "a", "x", 0, is: "'banana'"),
            Call("regex.replace", "abc", "^", "start_", is: "'start_abc'"),
            Call("regex.replace", "abc", "$", "_end", is: "'abc_end'"),
            Call("regex.replace", "a-b", "\\b", "|", is: "'|a|-|b|'"),
            Call("regex.replace", "banana", "ana", "x", is: "'bxna'"),
            Call("regex.replace", "%(foo) %(bar)", "%\\((\\w+)\\)", "${\\1}", is: "'${foo} ${bar}'"),
            Call("regex.replace", "banana", "a", "x", 1, is: "'bxnana'"),
            Call("regex.replace", "banana", "a", "x", -1, is: "'bxnxnx'"),
            Call("regex.replace", "banana", "a", "x", 100, is: "'bxnxnx'"),
            Call("regex.replace", "foo bar", "(fo)o (ba)r", "\\2 \\1", is: "'ba fo'"),
            Call("regex.replace", "foo", "o", "[\\0]", is: "'f[o][o]'"),
            Call("regex.replace", "foo", "o", "\\\\", is: "'f\\\\\\\\'"),
            Call("regex.replace", "b", "(a)|b", "<\\1>", is: "'<>'"),
            Call("regex.replace", "日本", "", "-", is: "'-日-本-'"),
            Call("regex.replace", "foo", "(o)", "\\2", fails: .invalidArgument),
            Call("regex.replace", "foo", "(o)", "\\", fails: .invalidArgument),
            Call("regex.replace", "foo", "o", "\\n", fails: .invalidArgument),
            Call("regex.replace", "foo", "(", "x", fails: .invalidArgument),
            Call("regex.replace", "foo", "o", 1, fails: .noSuchOverload),
            Call("regex.replace", "foo", "o", "x", "y", fails: .noSuchOverload),
        ])
    func replaces(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test("a pattern that is no literal is told about without being quoted")
    func secrecy() {
        let result = Value.matches("a", "secret\\y")
        #expect(result.failure?.message == "the regular expression is malformed: pattern-bad-escape")
    }
}

import Foundation
import Testing

@Suite("bylaw eval")
struct EvalTests {
    @Test(
        "kinds of values that JSON has no types for stay apart in the tagged notation",
        arguments: [
            ("5", #"{"int":"5"}"#), ("5u", #"{"uint":"5"}"#), ("5.0", #"{"double":"5.0"}"#),
            ("9223372036854775807", #"{"int":"9223372036854775807"}"#), ("0.0 / 0.0", #"{"double":"NaN"}"#),
            ("1.0 / 0.0", #"{"double":"Infinity"}"#), ("-1.0 / 0.0", #"{"double":"-Infinity"}"#),
            ("-0.0", #"{"double":"-0.0"}"#), ("'é'", #"{"string":"é"}"#), (#"b'\xff\x00'"#, #"{"bytes":"/wA="}"#),
            ("true", #"{"bool":true}"#), ("null", #"{"null":null}"#),
            ("timestamp('2009-02-13T23:31:30.5+09:00')", #"{"timestamp":"2009-02-13T14:31:30.5Z"}"#),
            ("duration('-1.5s')", #"{"duration":"-1.5s"}"#), ("type(1)", #"{"type":"int"}"#),
            ("optional.of(1u)", #"{"optional":{"uint":"1"}}"#), ("optional.none()", #"{"optional":null}"#),
            ("[1, 'a']", #"{"list":[{"int":"1"},{"string":"a"}]}"#),
            ("{1: 'a', true: null}", #"{"map":[[{"int":"1"},{"string":"a"}],[{"bool":true},{"null":null}]]}"#),
        ])
    func tagged(expression: String, tagged: String) throws {
        let run = try CommandRun.bylaw("eval", "--format", "tagged", "--", expression)
        #expect(run.output == tagged + "\n")
        #expect(run.status == 0)
        // What is written can be read again, and is the same value.
        let again = try CommandRun.bylaw("eval", "x", "--format", "tagged", "--bindings", #"{"x":\#(tagged)}"#)
        #expect(again.output == run.output)
    }

    @Test(
        "a value is printed as an expression, or as plain JSON",
        arguments: [
            ("[1, 2u, 3.0, 'a']", "[1, 2u, 3.0, 'a']", #"[1,2,3.0,"a"]"#),
            (
                "{'a': b'\\xff', 'b': duration('90s')}", "{'a': b'\\xff', 'b': duration('90s')}",
                #"{"a":"/w==","b":"90s"}"#
            ),
            ("0.0 / 0.0", "double('NaN')", #""NaN""#), ("optional.none()", "optional.none()", "null"),
        ])
    func formats(expression: String, text: String, json: String) throws {
        #expect(try CommandRun.bylaw("eval", expression).output == text + "\n")
        #expect(try CommandRun.bylaw("eval", "--format", "json", expression).output == json + "\n")
    }

    @Test("bindings are plain JSON: 5 is an int, 5.0 a double, and an object never a tagged value by chance")
    func plainBindings() throws {
        let bindings = #"{"x":{"a":5,"b":5.0,"c":18446744073709551615,"d":{"type":"member"}}}"#
        let run = try CommandRun.bylaw("eval", "[x.a, x.b, x.c, x.d]", "--bindings", bindings)
        #expect(run.output == "[5, 5.0, 18446744073709551615u, {'type': 'member'}]\n")
        let entity = try CommandRun.bylaw("eval", "x.type", "--bindings", #"{"x":{"type":"member"}}"#)
        #expect(entity.output == "'member'\n")
        let tagged = try CommandRun.bylaw(
            "eval", "x + y", "--format", "tagged", "--bindings", #"{"x":{"value":{"uint":"1"}},"y":{"uint":2}}"#)
        #expect(tagged.output == #"{"uint":"3"}"# + "\n")
    }

    @Test("an expression without a value exits 1, and the part to blame is underlined")
    func evaluationError() throws {
        let run = try CommandRun.bylaw("eval", "['あ'].map(x, x.size() / 0)")
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(
            run.errors == """
                error[divide-by-zero]: division by zero
                 --> expression:1:14
                  |
                1 | ['あ'].map(x, x.size() / 0)
                  |               ^^^^^^^^^^^^

                1 error

                """)
    }

    @Test(
        "what is no expression exits 1, and what is no binding 2",
        arguments: [
            (["1 +"], 1, "expression:1:4"), (["memebr", "--bindings", #"{"member":1}"#], 1, "did you mean `member`?"),
            (["1 + 1u"], 1, "error[wrong-type]"), (["x", "--bindings", "{"], 2, "--bindings:1:2"),
            (["x", "--bindings", "[]"], 2, "error[invalid-binding]"),
            (["x", "--format", "tagged", "--bindings", #"{"x":{"int":"many"}}"#], 2, "this is no int"),
            ([], 2, "which expression?"), (["1", "--lines"], 2, "--lines"), (["1", "--format", "xml"], 2, "xml"),
        ])
    func refused(arguments: [String], status: Int32, message: String) throws {
        let run = try CommandRun.bylaw(["eval"] + arguments)
        #expect(run.status == status)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test("unchecked, an overload is found when it is called for")
    func unchecked() throws {
        #expect(try CommandRun.bylaw("eval", "1 == 1.0").status == 1)
        #expect(try CommandRun.bylaw("eval", "1 == 1.0", "--unchecked").output == "true\n")
    }

    @Test("with --lines each expression is answered in its place")
    func lines() throws {
        let run = try CommandRun.bylaw(
            "eval", "--lines", "--format", "tagged",
            input: """
                {"expr":"x + 1u","bindings":{"x":{"uint":"4"}}}
                {"expr":"1 / 0"}

                {"expr":
                {"bindings":{}}
                {"expr":"1 == 1.0","disable_check":true}
                {"expr":"y","bindings":{"com.y":true},"container":"com"}
                """)
        #expect(run.status == 2)
        #expect(
            run.output == """
                {"value":{"uint":"5"}}
                {"bylaw":1,"error":{"code":"divide-by-zero","message":"division by zero","line":2,"column":1,"help":null}}
                {"bylaw":1,"error":{"code":"json-syntax","message":"the text ends where a value is due","line":4,"column":9,"help":null}}
                {"bylaw":1,"error":{"code":"missing-member","message":"the line has no `expr`","line":5,"column":1,"help":null}}
                {"value":{"bool":true}}
                {"value":{"bool":true}}

                """)
        #expect(run.errors == "3 of 6 lines are answered by an error\n")
    }
}

import BylawJSON
import BylawSource
import Testing

@Suite("Diagnostics as JSON")
struct JSONRendererTests {
    @Test("a diagnostic has all its members, in order")
    func whole() {
        let file = SourceFile(name: "a.yaml", text: "x: 1\n日本: \"2\"\n")
        let diagnostic = Diagnostic(
            "wrong", severity: .warning, "`日本` is \"wrong\"", at: SourceLocation(file, SourceRange(8, 11)),
            labels: [Diagnostic.Label(SourceLocation(file, SourceRange(0, 1)), "first")], notes: ["n1", "n2"],
            help: "mend it")
        let expected = """
            [
              {
                "code": "wrong",
                "severity": "warning",
                "message": "`日本` is \\"wrong\\"",
                "file": "a.yaml",
                "start": {
                  "line": 2,
                  "column": 2,
                  "offset": 8
                },
                "end": {
                  "line": 2,
                  "column": 3,
                  "offset": 11
                },
                "labels": [
                  {
                    "text": "first",
                    "file": "a.yaml",
                    "start": {
                      "line": 1,
                      "column": 1,
                      "offset": 0
                    },
                    "end": {
                      "line": 1,
                      "column": 2,
                      "offset": 1
                    }
                  }
                ],
                "notes": [
                  "n1",
                  "n2"
                ],
                "help": "mend it"
              }
            ]
            """
        #expect(JSONRenderer(layout: .pretty).render([diagnostic, diagnostic]) == expected)
    }

    @Test("what is not there is null or empty")
    func nothing() {
        #expect(JSONRenderer().render([]) == "[]")
        let expected =
            #"[{"code":"c","severity":"error","message":"m","file":null,"start":null,"end":null,"labels":[],"#
            + #""notes":[],"help":null}]"#
        #expect(JSONRenderer().render([Diagnostic("c", "m", at: nil)]) == expected)
    }

    @Test("a diagnostic of JSON itself renders in its text")
    func ofJSON() {
        let file = SourceFile(name: "request.json", text: "{\n  \"id\": \"日本\",\n  \"id\": 2\n}\n")
        let error = #expect(throws: JSONError.self) { try JSONValue.parse(file.bytes) }
        let expected = """
            error[duplicate-key]: the key `id` stands twice in one object
             --> request.json:3:3
              |
            2 |   "id": "日本",
              |   ---- first here
            3 |   "id": 2
              |   ^^^^

            """
        #expect((error?.diagnostic(in: file)).map(TextRenderer().render) == expected)
    }
}

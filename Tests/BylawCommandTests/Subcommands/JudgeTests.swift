import Foundation
import Testing

@Suite("bylaw judge")
struct JudgeTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder([
            "policy.yaml": SamplePolicy.text(), "open.json": SamplePolicy.request("r-1"),
            "closed.json": SamplePolicy.request("r-2", visibility: "private"),
        ])
    }

    private func judge(_ arguments: String..., input: String = "") throws -> CommandRun {
        try CommandRun.shell(
            "bylaw judge --policies policy.yaml " + arguments.joined(separator: " ") + " < input",
            in: try folder.with("input", input))
    }

    private func object(_ text: some StringProtocol) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("the exit code is 0 whatever the outcome", arguments: [("open.json", "allow"), ("closed.json", "deny")])
    func outcome(file: String, outcome: String) throws {
        let run = try judge(file)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(try object(run.output)["outcome"] as? String == outcome)
        #expect(run.output.hasPrefix("{\n  \"bylaw\": 1,\n"))
    }

    @Test("a request is read from standard input where no file is named, or `-`", arguments: ["", "-"])
    func standardInput(file: String) throws {
        let run = try judge(file, input: SamplePolicy.request("r-1"))
        #expect(run.status == 0)
        #expect(try object(run.output)["request"] as? String == "r-1")
    }

    @Test("the same request gives the same bytes")
    func sameBytes() throws {
        #expect(try judge("closed.json").output.utf8.elementsEqual(try judge("closed.json").output.utf8))
    }

    @Test(
        "what is no request is unreadable input, with its place but without its text",
        arguments: [
            ("not JSON こ", "error[json-syntax]", "standard input:1:1"),
            (#"{"id":"こ","actor":5}"#, "`actor` must be an object", "standard input:1:19"),
            (#"{"id":"こ"}"#, "error[missing-member]", "standard input:1:1"),
            (#"{"id":"こ","id":"こ"}"#, "error[duplicate-key]", "standard input:1:11"),
            ("", "the text is empty", "standard input:1:1"),
        ])
    func badRequest(request: String, message: String, place: String) throws {
        let run = try judge(input: request)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(message) && run.errors.contains("note: at \(place)\n"), "\(run.errors)")
        #expect(!run.errors.contains("こ"))
    }

    @Test("a request without a time takes the one that is given")
    func time() throws {
        let request = SamplePolicy.request("r-1").replacing(#""time":"2024-09-01T10:00:00+09:00","#, with: "")
        #expect(try judge(input: request).status == 2)
        let run = try judge("--time 2025-01-01T00:00:00Z", input: request)
        #expect(try object(run.output)["time"] as? String == "2025-01-01T00:00:00Z")
        #expect(try judge("--time yesterday", input: request).status == 2)
    }

    @Test("policies with problems cannot be judged by, and a missing file is unreadable input")
    func noPolicies() throws {
        let folder = try TemporaryFolder(["bad.yaml": SamplePolicy.text(rule: "    when: true"), "r.json": "{}"])
        let bad = try CommandRun.bylaw("judge", "--policies", "bad.yaml", "r.json", in: folder.root)
        #expect(bad.status == 1)
        #expect(bad.errors.contains("error[missing-effect]") && bad.output.isEmpty)
        #expect(try CommandRun.bylaw("judge", "--policies", "none", "r.json", in: folder.root).status == 2)
        #expect(try CommandRun.bylaw("judge", "--policies", "bad.yaml", "none.json", in: folder.root).status == 2)
    }

    @Test("with --lines a bad line is answered in its place, and the stream goes on")
    func lines() throws {
        let run = try judge(
            "--lines",
            input: [
                SamplePolicy.request("r-1"), "", "{\"id\":\"秘密\",", "   ", "{}",
                SamplePolicy.request("r-2", visibility: "private"),
            ].joined(separator: "\n"))
        #expect(run.status == 2)
        #expect(run.errors == "2 of 4 lines are answered by an error\n")
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
        try #require(lines.count == 5 && lines[4].isEmpty)
        #expect(try object(lines[0])["request"] as? String == "r-1")
        let cut = try #require(try object(lines[1])["error"] as? [String: Any])
        #expect(cut["code"] as? String == "json-syntax")
        #expect(cut["line"] as? Int == 3)
        #expect(cut["column"] as? Int == 12)
        let empty = try #require(try object(lines[2])["error"] as? [String: Any])
        #expect(empty["code"] as? String == "missing-member")
        #expect(empty["line"] as? Int == 5)
        #expect(try object(lines[3])["outcome"] as? String == "deny")
        #expect(!run.output.contains("秘密"))
    }

    @Test("with --lines good lines alone end well, and their decisions are those of single requests")
    func goodLines() throws {
        let run = try judge("--lines", input: SamplePolicy.request("r-1") + "\n")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let single = try judge(input: SamplePolicy.request("r-1"))
        #expect(try object(run.output) as NSDictionary == object(single.output) as NSDictionary)
        #expect(run.output.filter { $0 == "\n" }.count == 1)
    }

    @Test("each line is answered before the next one is asked for")
    func interactive() throws {
        let run = try CommandRun.shell(
            """
            mkfifo asked answered
            bylaw judge --policies policy.yaml --lines < asked > answered &
            exec 3> asked 4< answered
            cat open.json >&3; echo >&3
            read -r first <&4
            cat closed.json >&3; echo >&3
            read -r second <&4
            exec 3>&-
            wait $!
            echo "$? $first"
            """, in: folder.root)
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("0 {\"bylaw\":1,\"request\":\"r-1\""))
    }

    @Test("a closed standard input is unreadable input")
    func closedInput() throws {
        let run = try CommandRun.shell("bylaw judge --policies policy.yaml <&-", in: folder.root)
        #expect(run.status == 2)
        #expect(run.errors.contains("standard input"))
    }

    @Test("whoever stops reading ends the command quietly")
    func closedOutput() throws {
        let line = SamplePolicy.request("r-1") + "\n"
        let pipe = try CommandRun.shell(
            "(bylaw judge --policies policy.yaml --lines < input; echo $? > code) | head -n 1; cat code",
            in: try folder.with("input", String(repeating: line, count: 2_000)))
        #expect(pipe.output.hasSuffix("}\n0\n"))
        #expect(pipe.errors.isEmpty)
        let closed = try CommandRun.shell("bylaw judge --policies policy.yaml open.json >&-", in: folder.root)
        #expect(closed.status == 0)
        #expect(closed.errors.isEmpty)
    }
}

extension TemporaryFolder {
    /// The folder, with one more file in it.
    fileprivate func with(_ path: String, _ text: String) throws -> URL {
        try write(Data(text.utf8), to: path)
        return root
    }
}

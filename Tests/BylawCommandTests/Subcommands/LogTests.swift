import Foundation
import Testing

@Suite("bylaw judge --log, bylaw log verify") struct LogTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder([
            "policy.yaml": SamplePolicy.text(),
            "key": "a secret of sixteen bytes and more",
            "other": "another secret of sixteen bytes",
            "requests.jsonl": (1...300).map {
                SamplePolicy.request("r-\($0)", visibility: $0 % 2 == 0 ? "private" : "public") + "\n"
            }.joined(),
        ])
    }

    private func judge(_ options: String = "") throws -> CommandRun {
        try CommandRun.shell(
            "bylaw judge --policies policy.yaml --log log.jsonl --log-key key --lines \(options) requests.jsonl",
            in: folder.root)
    }

    private func verify(_ options: String = "log.jsonl --key key") throws -> CommandRun {
        try CommandRun.shell("bylaw log verify \(options)", in: folder.root)
    }

    @Test("every decision that was answered is in the log, and the log verifies")
    func logs() throws {
        let run = try judge()
        #expect(run.status == 0, "\(run.errors)")
        let answered = run.output.split(separator: "\n").map(String.init)
        #expect(answered.count == 300)
        let logged = try folder.text("log.jsonl").split(separator: "\n").filter { $0.contains(#""record":"decision""#) }
        #expect(logged.count == 300)
        for answer in answered { #expect(logged.contains { $0.contains(answer) }) }

        let verified = try verify("log.jsonl --key key --closed --expect-count 300")
        #expect(verified.status == 0, "\(verified.errors)")
        #expect(verified.output.hasPrefix("302 records, 300 decisions, nothing was changed\nlast: 302:"))
        #expect(verified.errors.isEmpty)

        // A second run goes on in it.
        #expect(try judge().status == 0)
        #expect(try verify("log.jsonl --key key --expect-count 600").status == 0)
    }

    @Test("a single decision is logged too")
    func single() throws {
        try folder.write(Data(SamplePolicy.request("one").utf8), to: "request.json")
        let run = try CommandRun.shell(
            "bylaw judge --policies policy.yaml --log log.jsonl --log-key key request.json", in: folder.root)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try folder.text("log.jsonl").contains(#""request":"one""#))
    }

    @Test("the first line that was changed is named, with why, and the answer is no")
    func tampered() throws {
        #expect(try judge().status == 0)
        var lines = try folder.text("log.jsonl").split(separator: "\n").map(String.init)
        let kept = try verify().output.split(separator: "\n").last.map { $0.split(separator: " ")[1].dropLast() }
        lines[6] = lines[6].replacing(#""outcome":"deny""#, with: #""outcome":"allow""#)
            .replacing(#""outcome":"allow""#, with: #""outcome":"hold""#)
        try folder.write(Data((lines.joined(separator: "\n") + "\n").utf8), to: "log.jsonl")
        let run = try verify()
        #expect(run.status == 1)
        #expect(run.errors == "log.jsonl:7: it was changed: its MAC does not fit\n")

        let json = try verify("log.jsonl --key key --format json")
        #expect(json.status == 1)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let problem = try #require(object["problem"] as? [String: Any])
        #expect(problem["code"] as? String == "changed-line")
        #expect(problem["line"] as? Int == 7)
        #expect(object["records"] as? Int == 6)
        #expect(object["whole"] as? Bool == false)

        #expect(try verify("log.jsonl --key other").errors.contains("log.jsonl:1: it was written with the key `host:"))
        // Nothing is continued, nor judged.
        let again = try judge()
        #expect(again.status == 2)
        #expect(again.output.isEmpty)
        #expect(again.errors.contains("error[log-damaged]"))

        lines.removeLast(3)
        _ = lines.remove(at: 6)
        try folder.write(Data((lines[..<6].joined(separator: "\n") + "\n").utf8), to: "log.jsonl")
        #expect(try verify().status == 0)
        #expect(try verify("log.jsonl --key key --closed").status == 1)
        let expected = try verify("log.jsonl --key key --expect-last \(try #require(kept))")
        #expect(expected.status == 1)
        #expect(expected.errors.contains("is not the one that was kept, or is gone"))
    }

    @Test("wrong usage is told, and no key is shown")
    func usage() throws {
        try folder.write(Data("short".utf8), to: "short")
        for options in [
            "log.jsonl --key nowhere", "nowhere.jsonl --key key", "log.jsonl --key short", "log.jsonl",
            "log.jsonl --key key --expect-last 7",
        ] {
            let run = try verify(options)
            #expect(run.status == 2, "\(options)")
            #expect(!run.errors.isEmpty)
        }
        let half = try CommandRun.shell(
            "bylaw judge --policies policy.yaml --log log.jsonl requests.jsonl", in: folder.root)
        #expect(half.status == 2)
        let run = try judge()
        #expect(!(run.output + run.errors).contains("a secret"))
    }
}

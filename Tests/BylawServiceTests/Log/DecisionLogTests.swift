import Bylaw
import BylawService
import Foundation
import Testing

@Suite("A decision log") struct DecisionLogTests {
    private let bench: LogBench

    init() throws { bench = try LogBench() }

    @Test("holds every decision in order, with whose it is, and verifies")
    func writes() throws {
        try bench.write(5)
        #expect(try bench.requests() == (1...5).map { "evt-\($0)" })
        let result = try bench.verify(.init(decisions: 5, isClosed: true))
        #expect(result.problem == nil)
        #expect(result.records == 7)
        #expect(result.decisions == 5)
        #expect(result.first == 1)
        #expect(result.last?.sequence == 7)
        #expect(result.isClosed)

        let line = try #require(try bench.lines().dropFirst().first)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
        let of = try #require(object["of"] as? [String: Any])
        #expect((of["actor"] as? [String: String]) == ["type": "member", "id": "u_7"])
        #expect(of["action"] as? String == "post")
        #expect((of["resource"] as? [String: String]) == ["type": "circle", "id": "c_1"])
        let logged = try JSONSerialization.data(
            withJSONObject: try #require(object["decision"]), options: [.sortedKeys])
        let decided = try JSONSerialization.data(
            withJSONObject: try JSONSerialization.jsonObject(with: Data(LogBench.decision("evt-1").json())),
            options: [.sortedKeys])
        #expect(logged == decided)
    }

    @Test("goes on where it was closed")
    func reopens() throws {
        try bench.write(2)
        try bench.write(3, from: 3)
        #expect(try bench.requests() == (1...5).map { "evt-\($0)" })
        #expect(try bench.verify(.init(decisions: 5, isClosed: true)).isWhole)
    }

    @Test("goes over to another file where one is full, and on from there")
    func rotates() throws {
        try bench.write(20, .init(fileBytes: 4_000))
        try bench.write(20, .init(fileBytes: 4_000), from: 21)
        let files = try bench.files
        #expect(files.count > 4)
        #expect(files.first?.hasSuffix("decisions.jsonl.000001") == true)
        #expect(try bench.requests() == (1...40).map { "evt-\($0)" })
        #expect(try bench.verify(.init(decisions: 40, isClosed: true)).isWhole)
        for file in files {
            let size = try #require(try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int)
            #expect(size < 8_000)
        }
    }

    @Test("goes on from a full file where a crash came before the next was begun")
    func crashInRotation() throws {
        try bench.write(20, .init(fileBytes: 4_000))
        // The last file is not there yet, or has no whole line yet.
        for rest in [nil, "", #"{"bylaw":1,"chain":{"record":"beg"#] {
            try? bench.folder.remove(LogBench.name)
            if let rest { try bench.folder.write(rest, to: LogBench.name) }
            let log = try bench.open(.init(fileBytes: 4_000))
            #expect((log.mending != nil) == (rest?.isEmpty == false))
            try log.append(LogBench.decision("later"))
            try log.close()
            #expect(try bench.verify(.init(isClosed: true)).isWhole)
            #expect(try bench.requests().last == "later")
        }
    }

    @Test("sets aside what a crash left in the middle of a line, says so, and goes on", arguments: [1, 40, 500])
    func tornLine(cut: Int) throws {
        try bench.write(3)
        var bytes = try bench.folder.bytes(LogBench.name)
        // Without its end, as a crash leaves it, and with part of a line.
        let lines = try bench.lines()
        bytes = lines[..<4].flatMap { $0 + [UInt8(ascii: "\n")] }
        let torn = Array(lines[3].prefix(cut))
        try bench.folder.write(bytes + torn, to: LogBench.name)
        #expect(try bench.verify().problem?.reason == .torn)
        #expect(try bench.verify().problem?.line == 5)

        let log = try bench.open()
        let mending = try #require(log.mending)
        #expect(mending.bytes == torn.count)
        #expect(try Array(Data(contentsOf: URL(filePath: mending.file))) == torn)
        try log.append(LogBench.decision("later"))
        try log.close()
        #expect(try bench.requests() == ["evt-1", "evt-2", "evt-3", "later"])
        #expect(try bench.verify(.init(decisions: 4, isClosed: true)).isWhole)
        #expect(try bench.folder.text(LogBench.name).contains(#""record":"mended""#))
        #expect(try bench.folder.text(LogBench.name).contains(mending.digest))
    }

    @Test("continues nothing that was changed, or was written with another key")
    func damaged() throws {
        try bench.write(3)
        let other = try #require(LogKey(bytes: "another secret of sixteen bytes".utf8))
        #expect(throws: DecisionLogError.self) { try DecisionLog(path: bench.path, key: other) }
        var bytes = try bench.folder.bytes(LogBench.name)
        bytes[bytes.count / 2] ^= 1
        try bench.folder.write(bytes, to: LogBench.name)
        let error = #expect(throws: DecisionLogError.self) { try bench.open() }
        guard case .damaged(let problem) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(problem.line != nil)
        // Nothing was written to it.
        #expect(try bench.folder.bytes(LogBench.name) == bytes)
    }

    @Test("is written by one log at a time")
    func locked() throws {
        let log = try bench.open()
        #expect(throws: DecisionLogError.inUse(bench.path)) { try bench.open() }
        try log.close()
        try bench.open().close()
    }

    @Test("takes nothing once it is closed, and is closed once")
    func closed() throws {
        let log = try bench.open()
        try log.append(LogBench.decision("evt-1"))
        try log.close()
        try log.close()
        #expect(throws: DecisionLogError.closed) { try log.append(LogBench.decision("evt-2")) }
        #expect(try bench.verify().decisions == 1)
    }

    @Test("tells its end, by which a cut is noticed later")
    func position() throws {
        let log = try bench.open()
        for index in 1...3 { try log.append(LogBench.decision("evt-\(index)")) }
        try log.flush()
        let kept = log.position
        #expect(kept.sequence == 4)
        try log.append(LogBench.decision("evt-4"))
        try log.close()
        #expect(try bench.verify(.init(positions: [kept, log.position])).isWhole)
        #expect(LogPosition(kept.description) == kept)

        try bench.put(Array(try bench.lines()[..<3]))
        #expect(try bench.verify().isWhole)
        #expect(try bench.verify(.init(positions: [kept])).problem?.reason == .otherLast(expected: kept))
        #expect(try bench.verify(.init(decisions: 3)).problem?.reason == .tooFew(2, expected: 3))
        #expect(try bench.verify(.init(isClosed: true)).problem?.reason == .notClosed)
    }

    @Test("never shows its key")
    func keyIsHidden() throws {
        var dumped = ""
        dump(bench.key, to: &dumped)
        for text in ["\(bench.key)", String(reflecting: bench.key), dumped] { #expect(!text.contains("secret")) }
        try bench.write(1)
        #expect(try !bench.folder.text(LogBench.name).contains("secret"))
        #expect(LogKey(bytes: "short".utf8) == nil)
        #expect(LogKey(id: #"a"},"b"#, bytes: Array(repeating: 7, count: 32)) == nil)
    }

    @Test("is a file, and nothing that might never end", arguments: ["/dev/null", "/dev/zero", "/"])
    func noFile(path: String) throws {
        #expect(throws: DecisionLogError.self) { try DecisionLog(path: path, key: bench.key) }
    }

    @Test("can be read by its owner alone")
    func permissions() throws {
        try bench.write(1)
        let attributes = try FileManager.default.attributesOfItem(atPath: bench.path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
}

import Bylaw
import BylawService
import BylawTestSupport
import Foundation
import Testing

/// What somebody without the key does to a log.
@Suite("Tampering with a decision log") struct TamperingTests {
    private let bench: LogBench

    init() throws { bench = try LogBench() }

    private func expect(
        _ reason: LogProblem.Reason, line: Int?, _ expected: LogVerification.Expectation = .init()
    ) throws {
        let problem = try #require(try bench.verify(expected).problem)
        #expect(problem.reason == reason)
        #expect(problem.line == line)
    }

    @Test("a changed byte")
    func changedByte() throws {
        try bench.write(4)
        var lines = try bench.lines()
        let text = String(decoding: lines[2], as: UTF8.self)
        lines[2] = Array(text.replacing(#""outcome":"deny""#, with: #""outcome":"hold""#).utf8)
        try bench.put(lines)
        try expect(.changed, line: 3)
    }

    @Test("a removed line, wherever", arguments: 0..<5)
    func removedLine(index: Int) throws {
        try bench.write(4)
        var lines = try bench.lines()
        lines.remove(at: index)
        try bench.put(lines)
        let expected: LogProblem.Reason =
            index == 0 ? .noBeginning : .otherSequence(UInt64(index + 2), expected: UInt64(index + 1))
        try expect(expected, line: index + 1)
    }

    @Test("two lines that changed places")
    func swappedLines() throws {
        try bench.write(4)
        var lines = try bench.lines()
        lines.swapAt(2, 3)
        try bench.put(lines)
        try expect(.otherSequence(4, expected: 3), line: 3)
    }

    @Test("a line put in: a copy of another, one of another log, or one that was never written")
    func insertedLine() throws {
        try bench.write(4)
        let lines = try bench.lines()
        try bench.put(Array(lines[...2] + lines[2...]))
        try expect(.otherSequence(3, expected: 4), line: 4)

        // Another log with the same key has a genuine line of that number.
        let other = try LogBench()
        try other.write(4)
        try bench.put(Array(lines[...2]) + [other.lines()[3]] + lines[4...])
        try expect(.otherPrevious, line: 4)

        try bench.put(Array(lines[...2]) + [Array(#"{"bylaw":1,"decision":{}}"#.utf8)] + lines[3...])
        try expect(.malformed, line: 4)
        try bench.put(Array(lines[...2]) + [[]] + lines[3...])
        try expect(.malformed, line: 4)
    }

    @Test("an end that was cut off: between lines, and within one")
    func truncatedEnd() throws {
        try bench.write(4)
        let lines = try bench.lines()
        try bench.put(Array(lines[..<4]))
        // The file alone does not tell it from a log that is in use.
        #expect(try bench.verify().isWhole)
        #expect(try !bench.verify().isClosed)
        try expect(.notClosed, line: nil, .init(isClosed: true))
        try bench.folder.write(try bench.folder.bytes(LogBench.name).dropLast(), to: LogBench.name)
        try expect(.torn, line: 4)
        try bench.folder.write("", to: LogBench.name)
        try expect(.empty, line: nil)
    }

    @Test("an end that was cut off from a file with another behind it")
    func truncatedFullFile() throws {
        try bench.write(20, .init(fileBytes: 4_000))
        let first = try bench.folder.text("decisions.jsonl.000001").split(separator: "\n")
        let rest = first.dropLast().map { $0 + "\n" }.joined()
        try bench.folder.write(rest, to: "decisions.jsonl.000001")
        let problem = try #require(try bench.verify().problem)
        #expect(problem.file.hasSuffix("decisions.jsonl.000002"))
        #expect(problem.line == 1)
        guard case .otherSequence = problem.reason else {
            Issue.record("\(problem)")
            return
        }
    }

    @Test("another key")
    func otherKey() throws {
        try bench.write(2)
        let other = try #require(LogKey(bytes: "another secret of sixteen bytes".utf8))
        let problem = try #require(try bench.verify(key: other).problem)
        #expect(problem.reason == .otherKey(bench.key.name, given: other.name))
        #expect(problem.line == 1)

        // Whoever writes the name of the key has not the key.
        let name = bench.key.name
        let forged = try LogBench(key: "another secret of sixteen bytes")
        try forged.write(2)
        let text = try forged.folder.text(LogBench.name).replacing(forged.key.name, with: name)
        try bench.folder.write(text, to: LogBench.name)
        try expect(.changed, line: 1)
    }

    @Test("files in the wrong order, left out, or joined")
    func filesMoved() throws {
        try bench.write(20, .init(fileBytes: 4_000))
        let files = try bench.files
        try #require(files.count >= 4)
        func problem(_ files: [String]) throws -> LogProblem? {
            try LogVerification(files: files, key: bench.key, expecting: .init(isClosed: true)).problem
        }
        #expect(try problem(files) == nil)
        #expect(try problem([files[1], files[0]] + Array(files[2...]))?.file == files[0])
        #expect(try problem([files[0]] + Array(files[2...]))?.file == files[2])
        #expect(try problem(files.dropLast())?.reason == .nextFileMissing)
        // A part of a log is right as far as it goes, and says where it begins.
        let part = try LogVerification(files: Array(files[1...]), key: bench.key)
        #expect(part.isWhole)
        #expect(try #require(part.first) > 1)

        let both = try ["decisions.jsonl.000001", "decisions.jsonl.000002"].flatMap(bench.folder.bytes)
        try bench.folder.write(both, to: "joined")
        #expect(try problem([bench.folder.path("joined")])?.reason == .misplacedBeginning)
    }

    @Test("any single bit of any byte, in 1,200 places", arguments: [1, 2, 3])
    func flippedBits(seed: UInt64) throws {
        try bench.write(6)
        let bytes = try bench.folder.bytes(LogBench.name)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            var changed = bytes
            let place = Int.random(in: bytes.indices, using: &random)
            changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            try bench.folder.write(changed, to: LogBench.name)
            let result = try bench.verify(.init(isClosed: true))
            #expect(!result.isWhole, "a flip of byte \(place) was not noticed")
            // The line is named in which it stands; a broken line break may show one line later.
            let line = bytes[..<place].count { $0 == UInt8(ascii: "\n") } + 1
            #expect(result.problem?.line == line || result.problem?.line == line + 1)
        }
    }
}

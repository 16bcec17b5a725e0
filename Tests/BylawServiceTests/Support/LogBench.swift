import Bylaw
import BylawService
import Foundation
import Testing

/// A folder with a decision log in it, and decisions to log.
final class LogBench: Sendable {
    static let name = "decisions.jsonl"

    let folder: TemporaryFolder
    let key: LogKey

    init(key: String = "a secret of sixteen bytes and more") throws {
        folder = try TemporaryFolder()
        self.key = try #require(LogKey(bytes: key.utf8))
    }

    var path: String { folder.path(Self.name) }

    func open(_ configuration: DecisionLog.Configuration = .init()) throws -> DecisionLog {
        try DecisionLog(path: path, key: key, configuration)
    }

    /// A decision about a request of that id.
    static func decision(_ id: String) -> Decision { evaluator.judge(Square.request(id), standing: .none) }

    /// A closed log of so many decisions.
    func write(_ count: Int, _ configuration: DecisionLog.Configuration = .init(), from first: Int = 1) throws {
        let log = try open(configuration)
        for index in first..<(first + count) {
            try log.append(Self.decision("evt-\(index)"), of: Square.request("evt-\(index)"))
            // One batch a decision, so that files end where they are full.
            if configuration.fileBytes < 1 << 16 { try log.flush() }
        }
        try log.close()
    }

    /// The files of the log in their order.
    var files: [String] {
        get throws {
            let full = try folder.names.filter { $0.hasPrefix(Self.name + ".0") }
            return (full + [Self.name]).map(folder.path)
        }
    }

    func verify(
        _ expected: LogVerification.Expectation = .init(), key: LogKey? = nil
    ) throws -> LogVerification {
        try LogVerification(files: try files, key: key ?? self.key, expecting: expected)
    }

    /// The lines of the log's last file.
    func lines() throws -> [[UInt8]] {
        try folder.bytes(Self.name).split(separator: UInt8(ascii: "\n")).map(Array.init)
    }

    func put(_ lines: [[UInt8]]) throws { try folder.write(lines.flatMap { $0 + [UInt8(ascii: "\n")] }, to: Self.name) }

    /// The ids of the requests of all decisions in the log, in order.
    func requests() throws -> [String] {
        try files.flatMap { file in
            try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").compactMap { line in
                let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                return (object?["decision"] as? [String: Any])?["request"] as? String
            }
        }
    }

    private static let evaluator: Evaluator = {
        do {
            return Evaluator(try PolicySet(texts: ["square.yaml": Square.policy("deny")]))
        } catch {
            preconditionFailure("\(error)")
        }
    }()
}

/// A file that fails, or waits, as a test asks for.
final class FaultyFile: LogFile {
    struct Faults: Sendable {
        /// So many bytes have room on the disk.
        var room: Int?
        /// Each write waits so long, in microseconds.
        var delay: UInt32 = 0
        var cannotSynchronize = false
        /// Whether half of a write may stand in the file and cannot be cut off.
        var cannotTruncate = false
    }

    private let file: any LogFile
    private let faults: Guarded<Faults>

    init(_ file: any LogFile, _ faults: Guarded<Faults>) {
        self.file = file
        self.faults = faults
    }

    func append(_ bytes: [UInt8]) throws(DecisionLogError) {
        let now = faults.value
        if now.delay > 0 { usleep(now.delay) }
        guard let room = now.room, room < bytes.count else {
            faults.change { $0.room = $0.room.map { $0 - bytes.count } }
            return try file.append(bytes)
        }
        faults.change { $0.room = 0 }
        try file.append(Array(bytes[..<room]))
        throw .file("decisions.jsonl", reason: "No space left on device")
    }

    func truncate(to size: Int) throws(DecisionLogError) {
        guard !faults.value.cannotTruncate else { throw .file("decisions.jsonl", reason: "Input/output error") }
        try file.truncate(to: size)
    }

    func synchronize() throws(DecisionLogError) {
        guard !faults.value.cannotSynchronize else { throw .file("decisions.jsonl", reason: "Input/output error") }
        try file.synchronize()
    }

    func close() { file.close() }
}

/// A value that several threads look at. The thread sanitizer sees what this lock does, unlike a `Mutex` on Linux.
final class Guarded<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var stored: Value

    init(_ value: Value) { stored = value }

    var value: Value { lock.withLock { stored } }

    func change<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(&stored)
    }
}

import BenchmarkWork
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How fast the command judges lines, what memory that takes, and how soon it answers one request.
struct CommandMeasure {
    let command: String
    /// The folder with the policies and examples.
    let repository: URL

    func run() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bylaw-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for count in [10_000, 100_000] {
            let file = folder.appending(path: "\(count).jsonl").path
            guard FileManager.default.createFile(atPath: file, contents: nil),
                let handle = FileHandle(forWritingAtPath: file)
            else { throw WrongResult("cannot write \(file)") }
            try CommandRequests.write(count, to: handle)
            try handle.close()
            let output = folder.appending(path: "decisions.jsonl").path
            let runs = try (0..<5).map { _ in try judge(["--lines", file], into: output) }
            let decisions = try Self.lines(of: output)
            guard decisions == count else { throw WrongResult("\(decisions) decisions on \(count) lines") }
            let times = runs.map(\.seconds).sorted()
            let peak = runs.map(\.peakBytes).max() ?? 0
            print(
                String(
                    format: "bylaw judge --lines, %d lines: median %.0f a second, best %.0f a second, peak %.1f MiB",
                    count, Double(count) / times[times.count / 2], Double(count) / times[0],
                    Double(peak) / 1_048_576))
        }
        let request = repository.appending(path: "Examples/shares/1-allowed.json").path
        let times = try (0..<41).map { _ in try judge([request], into: "/dev/null").seconds * 1_000 }.sorted()
        print(
            String(
                format: "bylaw judge for one request, from start to end: median %.1f ms, best %.1f ms", times[20],
                times[0]))
    }

    /// How many lines a file has. It is not read at once: a process begins with the memory of the one that starts it.
    private static func lines(of path: String) throws -> Int {
        guard let file = FileHandle(forReadingAtPath: path) else { throw WrongResult("cannot read \(path)") }
        defer { try? file.close() }
        var lines = 0
        while let part = try file.read(upToCount: 1 << 16), !part.isEmpty { lines += part.count { $0 == 0x0A } }
        return lines
    }

    private struct Run {
        let seconds: Double
        let peakBytes: Int
    }

    private func judge(_ arguments: [String], into output: String) throws -> Run {
        let policies = repository.appending(path: "Policies/workcircle").path
        let words = [command, "judge", "--policies", policies] + arguments
        let clock = ContinuousClock()
        let start = clock.now
        let peak = try Self.run(words, into: output)
        let time = (clock.now - start).components
        return Run(seconds: Double(time.seconds) + Double(time.attoseconds) * 1e-18, peakBytes: peak)
    }

    /// Runs a program until it ends, and returns the most memory that it had. The system tells it of the child that was
    /// waited for, which Foundation's processes do not pass on.
    private static func run(_ words: [String], into output: String) throws -> Int {
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child = pid_t()
        guard posix_spawn(&child, words[0], &actions, nil, &arguments, environ) == 0 else {
            throw WrongResult("\(words[0]) does not start")
        }
        var (status, usage) = (Int32(), rusage())
        guard wait4(child, &status, 0, &usage) == child, status == 0 else {
            throw WrongResult("\(words.joined(separator: " ")) ends with status \(status >> 8 & 0xFF)")
        }
        #if canImport(Darwin)
            return usage.ru_maxrss
        #else
            return usage.ru_maxrss * 1_024
        #endif
    }
}

import Foundation

/// A process of `ledger-worker`, which records incidents.
package final class WorkerRun: Sendable {
    /// What became of it.
    package struct Result: Sendable {
        /// The exit code; the signal's number with a minus where a signal ended it.
        package let status: Int32
        /// The numbers of the incidents that were acknowledged.
        package let acknowledged: [Int]
        /// What it wrote to standard error.
        package let errors: String
    }

    private let process: Process
    private let folder: URL
    private let ends: AsyncStream<Int32>

    /// Starts one on a store by its URL, for incidents by number, so many in one step. A line of shell may come before.
    package init(_ url: String, _ incidents: Range<Int>, batch: Int = 1, after shell: String = "true") throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "bylaw-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", "\(shell) && exec \"$@\"", "sh", Self.executable.path, url, String(incidents.lowerBound),
            String(incidents.upperBound), String(batch),
        ]
        // Files rather than pipes: what was acknowledged stays when the process is ended.
        for (name, path) in [("output", \Process.standardOutput), ("errors", \.standardError)] {
            try Data().write(to: folder.appending(path: name))
            process[keyPath: path] = try FileHandle(forWritingTo: folder.appending(path: name))
        }
        let (ends, continuation) = AsyncStream.makeStream(of: Int32.self)
        self.ends = ends
        process.terminationHandler = { process in
            let code = process.terminationStatus
            continuation.yield(process.terminationReason == .exit ? code : -code)
            continuation.finish()
        }
        try process.run()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Ends it without warning, within 4 ms of its acknowledging so many incidents: sooner or later in what a step takes.
    package func kill(after count: Int) async {
        // A thread of its own: where tests leave no other one idle, the worker would be done before anybody looks.
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [self] in
                while process.isRunning, (try? acknowledged().count) ?? 0 < count { usleep(2_000) }
                usleep(.random(in: 0...4_000))
                if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
                continuation.resume()
            }
        }
    }

    /// Waits for its end.
    package func end() async throws -> Result {
        var status: Int32 = 0
        for await end in ends { status = end }
        return Result(status: status, acknowledged: try acknowledged(), errors: try text("errors"))
    }

    /// A line that was not written to its end is no acknowledgement.
    private func acknowledged() throws -> [Int] {
        try text("output").split(separator: "\n", omittingEmptySubsequences: false).dropLast().compactMap { Int($0) }
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    /// It is built into the same folder as the tests.
    private static let executable: URL = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        return (bundle ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent()
            .appending(path: "ledger-worker")
    }()
}

import BylawTestSupport
import Foundation

/// One run of the built command `bylaw`, as a person or a program starts it.
struct CommandRun {
    /// The exit code; the signal's number with a minus where a signal ended it.
    let status: Int32
    /// What it wrote to standard output.
    let output: String
    /// What it wrote to standard error.
    let errors: String

    /// The executable, which is built into the same folder as the tests.
    static let executable: URL = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        return (bundle ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent().appending(path: "bylaw")
    }()

    /// Runs `bylaw` with arguments in a folder; without input, standard input is empty.
    static func bylaw(
        _ arguments: String..., input: String = "", in folder: URL = SharedData.packageRoot,
        environment: [String: String] = [:]
    ) throws -> CommandRun {
        try run(executable, arguments, input: input, in: folder, environment)
    }

    /// As above, for arguments in a list.
    static func bylaw(_ arguments: [String], in folder: URL = SharedData.packageRoot) throws -> CommandRun {
        try run(executable, arguments, input: "", in: folder, [:])
    }

    /// Runs a line of shell in which `bylaw` is the command.
    static func shell(_ script: String, in folder: URL) throws -> CommandRun {
        let function = "bylaw() { '\(executable.path)' \"$@\"; }; "
        return try run(URL(filePath: "/bin/sh"), ["-c", function + script], input: "", in: folder, [:])
    }

    /// What every run gets; how sanitizers report is said once, for the tests and for what they start.
    private static let basicEnvironment = ProcessInfo.processInfo.environment
        .filter { ["TSAN_OPTIONS", "ASAN_OPTIONS", "LSAN_OPTIONS"].contains($0.key) }
        .merging(["PATH": "/usr/bin:/bin", "TERM": "xterm"]) { $1 }

    private static func run(
        _ executable: URL, _ arguments: [String], input: String, in folder: URL, _ environment: [String: String]
    ) throws -> CommandRun {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = Self.basicEnvironment.merging(environment) { $1 }
        // Files rather than pipes: a pipe that nobody empties would stop the command.
        let scratch = try TemporaryFolder(["input": input, "output": "", "errors": ""])
        process.standardInput = try FileHandle(forReadingFrom: scratch.url("input"))
        process.standardOutput = try FileHandle(forWritingTo: scratch.url("output"))
        process.standardError = try FileHandle(forWritingTo: scratch.url("errors"))
        try process.run()
        process.waitUntilExit()
        let code = process.terminationStatus
        return CommandRun(
            status: process.terminationReason == .exit ? code : -code,
            output: try scratch.text("output"), errors: try scratch.text("errors"))
    }
}

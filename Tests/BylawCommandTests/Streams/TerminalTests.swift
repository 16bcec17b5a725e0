import Foundation
import Testing

@testable import BylawCommand

@Suite("Colours")
struct TerminalTests {
    /// Runs `bylaw check` on a missing path with a terminal as standard error, and returns what the terminal shows.
    private func shown(_ environment: [String: String]) throws -> String {
        var terminal: Int32 = -1
        var other: Int32 = -1
        try #require(openpty(&terminal, &other, nil, nil, nil) == 0)
        let process = Process()
        process.executableURL = CommandRun.executable
        process.arguments = ["check", "none.yaml"]
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle(fileDescriptor: other, closeOnDealloc: true)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(terminal, &buffer, buffer.count)
        close(terminal)
        return String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    }

    @Test("problems are coloured on a terminal")
    func terminal() throws {
        #expect(try shown(["TERM": "xterm"]).contains("\u{1B}["))
        #expect(try shown(["TERM": "xterm", "NO_COLOR": ""]).contains("\u{1B}["))
    }

    @Test(
        "they are plain where NO_COLOR asks for it, or the terminal knows no colours",
        arguments: [["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "dumb"]])
    func plain(environment: [String: String]) throws {
        let text = try shown(environment)
        #expect(text.contains("error[missing-file]"))
        #expect(!text.contains("\u{1B}["))
    }

    @Test("they are plain in a file")
    func file() throws {
        let run = try CommandRun.bylaw("check", "none.yaml", environment: ["TERM": "xterm-256color"])
        #expect(run.errors.contains("error[missing-file]"))
        #expect(!run.errors.contains("\u{1B}["))
    }
}

import Foundation
import Testing

@testable import BylawCommand

/// Whatever stands in files, their names, requests and the ledger: nothing that is shown steers the terminal or turns the
/// writing direction.
@Suite("Hostile names and texts on a terminal")
struct HostileOutputTests {
    /// An escape sequence, a C1 control that begins one, a change of direction, a bell, a carriage return.
    private static let hostile = "\u{1B}]0;x\u{07}\u{9B}31m\u{202E}abc\r\u{2066}"

    private func expectHarmless(_ text: String, _ place: Comment) {
        #expect(!text.isEmpty, place)
        let bad = text.unicodeScalars.filter { scalar in
            scalar != "\n" && (scalar.properties.generalCategory == .control || scalar.properties.isBidiControl)
        }
        #expect(bad.isEmpty, "\(place): \(text.debugDescription)")
    }

    @Test("problems in a file, its name and its folder's")
    func files() throws {
        let name = Self.hostile.replacing("\r", with: "") + ".yaml"
        let folder = try TemporaryFolder([
            "a\u{1B}[31m/\(name)": "bylaw: 1\npolicy: \"x\\e[31m\"\n\(Self.hostile): \u{FEFF}\n",
            "p.yaml": "\u{202E}: [\n",
        ])
        for arguments in [["."], ["a\u{1B}[31m/\(name)"], ["no\u{9B}31m"], ["--no\u{1B}]0;x"]] {
            let run = try CommandRun.bylaw(["check"] + arguments, in: folder.root)
            #expect(run.status != 0)
            expectHarmless(run.errors, "\(arguments)")
        }
    }

    @Test("a member's id in the ledger")
    func ledger() throws {
        let folder = try TemporaryFolder()
        let ledger = folder.url("l.db").path
        let id = "u\u{1B}[31m\u{202E}"
        let run = try CommandRun.bylaw(
            "ledger", "standing", id, "--ledger", ledger, "--time", "2024-09-01T10:00:00Z", in: folder.root)
        expectHarmless(run.output + run.errors, "standing")
    }

    @Test("the value of an expression, which means the same")
    func value() throws {
        let run = try CommandRun.bylaw("eval", #"'a\u009B31m\u202E\u001b\u007F'"#)
        #expect(run.output == #"'a\u009B31m\u202E\u001b\u007f'"# + "\n")
        expectHarmless(run.output, "eval")
    }

    @Test("JSON, on a terminal alone")
    func json() throws {
        let arguments = ["eval", "--format", "json", #"'a\u009B31m\u202E\u001b\u007F'"#]
        #expect(try CommandRun.bylaw(arguments).output.unicodeScalars.contains("\u{202E}"))
        let shown = try onTerminal(arguments).replacing("\r\n", with: "\n")
        #expect(shown == #""a\u009B31m\u202E\u001b\u007F""# + "\n")
    }

    /// What a terminal gets as standard output.
    private func onTerminal(_ arguments: [String]) throws -> String {
        var terminal: Int32 = -1
        var other: Int32 = -1
        try #require(openpty(&terminal, &other, nil, nil, nil) == 0)
        let process = Process()
        process.executableURL = CommandRun.executable
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(fileDescriptor: other, closeOnDealloc: true)
        try process.run()
        process.waitUntilExit()
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(terminal, &buffer, buffer.count)
        close(terminal)
        return String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    }
}

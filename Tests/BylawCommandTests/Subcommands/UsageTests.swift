import ArgumentParser
import Testing

@testable import BylawCommand

@Suite("Usage of bylaw")
struct UsageTests {
    @Test("every command says its name, so that none is looked up at every start")
    func names() {
        var commands: [any ParsableCommand.Type] = [BylawTool.self]
        while let command = commands.popLast() {
            #expect(command.configuration.commandName != nil, "\(command)")
            commands += command.configuration.subcommands
        }
    }

    @Test("what was asked for goes to standard output and is no failure", arguments: ["--help", "--version"])
    func answers(flag: String) throws {
        let run = try CommandRun.bylaw(flag)
        #expect(run.status == 0)
        #expect(!run.output.isEmpty && run.output.hasSuffix("\n"))
        #expect(run.errors.isEmpty)
    }

    @Test(
        "wrong usage exits 2 and says so on standard error",
        arguments: [
            ["nonsense"], ["check"], ["judge"], ["judge", "--nonsense"], ["check", "--format", "xml", "."],
            ["judge", "--policies"], ["check", ""], ["test", ""], ["judge", "--policies", "", "-"],
        ])
    func wrong(arguments: [String]) throws {
        let run = try CommandRun.bylaw(arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("Error: "))
    }
}

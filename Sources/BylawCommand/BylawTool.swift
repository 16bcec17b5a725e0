import ArgumentParser
import Dispatch
import Foundation

/// The command `bylaw`. Each subcommand reads its arguments, asks the library and shows what it says.
///
/// Every subcommand says its name, even where it is the type's: looking that up in the runtime for all of them takes as
/// long as reading a file of policies.
@main
struct BylawTool: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bylaw",
        abstract: "Judge posts and actions by a community's policies.",
        discussion: """
            Results go to standard output, problems to standard error.
            Exit codes: 0 all is well; 1 the answer is no (a problem was found, a fixture failed, an evaluation \
            error); 2 wrong usage or unreadable input.
            """,
        version: "0.1.0",
        subcommands: [
            Check.self, Publish.self, Bundle.self, Judge.self, Test.self, Eval.self, Explain.self, Diff.self,
            LedgerCommand.self, LogCommand.self,
            CaseCommand.self, Due.self, ExplainCode.self, SchemaCommand.self, Init.self,
        ])

    static func main() {
        // Whoever reads the output may stop early; the write then says so, and nothing is killed.
        signal(SIGPIPE, SIG_IGN)
        // A stream that was closed before the command began must not become what is opened next.
        for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 { _ = open("/dev/null", O_RDWR) }
        Task {
            await run()
            Foundation.exit(0)
        }
        dispatchMain()
    }

    private static func run() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let status as ExitStatus {
            Foundation.exit(status.rawValue)
        } catch let error as StreamError {
            try? Reporter().show([error.diagnostic])
            Foundation.exit(ExitStatus.unusable.rawValue)
        } catch {
            let isAnswer = exitCode(for: error).isSuccess
            let text = fullMessage(for: error)
            let line = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
            try? isAnswer ? Reporter().print(line) : Reporter().note(line)
            Foundation.exit(isAnswer ? 0 : ExitStatus.unusable.rawValue)
        }
    }
}

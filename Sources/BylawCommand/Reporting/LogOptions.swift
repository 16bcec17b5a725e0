import ArgumentParser
import Bylaw
import BylawService

/// Into which log decisions go, and by which key.
struct LogOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Log every decision to this file, whose lines are chained.", valueName: "file"))
    var log: String?

    @Option(
        help: ArgumentHelp(
            "With --log: the file with the key, at least \(LogKey.minimumBytes) bytes.", valueName: "file"))
    var logKey: String?

    func validate() throws {
        guard (log == nil) == (logKey == nil) else {
            throw ValidationError("`--log` and `--log-key` need one another")
        }
    }

    /// Opens the log that is named; nil where none is. One that cannot be opened ends the command: nothing is judged of
    /// which there would be no record.
    func open(_ reporter: Reporter) throws -> DecisionLog? {
        guard let log, let logKey else { return nil }
        do {
            let opened = try DecisionLog(path: log, key: LogKey.read(from: logKey))
            if let mending = opened.mending {
                try reporter.note(
                    "the end of `\(log)` was not whole: \(mending.bytes) bytes are in `\(mending.file)` now\n")
            }
            return opened
        } catch let error as DecisionLogError {
            try reporter.fail([error.diagnostic], .unusable)
        }
    }
}

extension DecisionLog? {
    /// The decision as it may be acted on: logged, where there is a log, or held.
    func logged(_ decision: Decision, of request: Request) -> Decision {
        self?.logged(decision, of: request) ?? decision
    }

    /// As the other, but a task that waits blocks no thread.
    func logged(_ decision: Decision, of request: Request) async -> Decision {
        await self?.logged(decision, of: request) ?? decision
    }

    /// Closes the log; decisions that are not in it end the command.
    func close(_ reporter: Reporter) throws {
        do {
            try self?.close()
        } catch {
            try reporter.show([error.diagnostic])
            throw ExitStatus.unusable
        }
    }
}

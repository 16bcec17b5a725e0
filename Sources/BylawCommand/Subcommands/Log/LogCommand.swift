import ArgumentParser

/// `bylaw log`: the record of decisions.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Look at logs of decisions.", subcommands: [LogVerify.self])
}

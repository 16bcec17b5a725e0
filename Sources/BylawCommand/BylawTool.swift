import ArgumentParser

@main
struct BylawTool: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "bylaw", abstract: "Judge posts and actions by a community's policies.")
}

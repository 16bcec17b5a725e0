import ArgumentParser
import BylawAuthoring
import BylawSource
import Foundation

/// `bylaw init`: makes a small folder of policies to begin with.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a small folder with a policy, a lexicon and a fixture.",
        discussion: "Nothing that is there is ever written over.")

    @Argument(help: "The folder; this one, unless given.", transform: NamedPath.read)
    var folder = "."

    @Option(help: "The language of messages: \(Self.languages).", transform: Self.language)
    var language = StarterLanguage.en

    func run() throws {
        do {
            try Starter(language: language).write(to: URL(filePath: folder))
        } catch {
            try Reporter().fail([error.diagnostic], error.diagnostic.code == "already-there" ? .no : .unusable)
        }
        try Reporter().print(Starter.nextSteps(in: folder))
    }

    private static let languages = StarterLanguage.allCases.map(\.rawValue).joined(separator: ", ")

    private static func language(_ text: String) throws -> StarterLanguage {
        guard let language = StarterLanguage(rawValue: text) else { throw ValidationError("one of \(languages)") }
        return language
    }
}

import ArgumentParser
import Bylaw
import BylawAuthoring
import BylawSource
import Foundation

/// `bylaw publish`: the rule book that members read.
struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Publish policies as the rule book that members read.")

    @Argument(help: "Policy files, or folders of them.", transform: NamedPath.read)
    var paths: [String]

    @Option(help: "Publish in this language alone.")
    var language: String?

    @Option(help: "A file, or a folder for a file of each language. Standard output, unless given.")
    var output: String?

    @Flag(help: "One page of HTML with all languages, in the place of Markdown.")
    var html = false

    func run() throws {
        print(RuleBook([try PolicySet(contentsOf: URL(filePath: paths[0]))], languages: language.map { [$0] }).html())
    }
}

import ArgumentParser
import BylawAuthoring

/// `bylaw schema`: prints what editors complete, explain and check by.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of the files, for editors.",
        discussion: """
            Without a kind, the schema fits any file. Editors that use yaml-language-server take it from a file's first \
            line, by a URL or a path from that file: # yaml-language-server: $schema=../bylaw.schema.json
            """)

    @Argument(help: "One of \(Self.kinds).", transform: Self.kind)
    var kind: SchemaKind?

    func run() throws {
        try Reporter().print((kind.map { PolicySchema($0) } ?? PolicySchema()).text)
    }

    private static let kinds = SchemaKind.allCases.map(\.rawValue).joined(separator: ", ")

    private static func kind(_ text: String) throws -> SchemaKind {
        guard let kind = SchemaKind(rawValue: text) else { throw ValidationError("one of \(kinds)") }
        return kind
    }
}

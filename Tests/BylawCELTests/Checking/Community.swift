import BylawCEL

/// A small community's records and the environment that its conditions see.
enum Community {
    static let circle = RecordType(
        "Circle",
        fields: [
            .init("id", .string), .init("visibility", .enumeration(Enumeration(["public", "private"]))),
            .init("topic", .string, isOptional: true),
        ])
    static let author = RecordType(
        "Author", fields: [.init("id", .string), .init("company", .string, isOptional: true)])
    static let post = RecordType(
        "Post",
        fields: [
            .init("revision", .int), .init("text", .host(HostType("text", isString: true))),
            .init("circle", .record(circle), isOptional: true), .init("author", .record(author)),
            .init("tags", .list(.string)), .init("replies", .list(.record(author))),
            .init("scores", .map(.string, .int)),
        ])
    static let label = CELType.enumeration(Enumeration(["fact", "rumor", "none"]))

    /// Claims `mentions` with a known lexicon and `fact`; numbers its slots 100 and 200.
    static let hostCalls = HostCalls(names: ["mentions", "fact"]) { call in
        switch (call.name, call.receiver?.kind, call.arguments.first?.kind) {
        case ("mentions", .attribute(let path, .host)?, .literal(.string(let lexicon))?):
            guard String(lexicon) == "hedges" else {
                return .problem(
                    code: "unknown-lexicon", message: "no lexicon is named `\(String(lexicon))`",
                    help: "did you mean `hedges`?", call.arguments[0].range)
            }
            return .slot(100 + path.fields.count, .bool)
        case ("fact", nil, .literal(.string)?): return .slot(200, .bool)
        default: return .notMine
        }
    }

    static let environment: Environment = {
        var environment = Environment(libraries: Library.all)
        environment.declare(variable: "post", type: .record(post))
        environment.declare(variable: "label", type: label)
        environment.declare(variable: "labels", type: .list(label))
        environment.declare(variable: "now", type: .timestamp)
        environment.declare(variable: "count", type: .int)
        environment.declare(variable: "any", type: .dyn)
        environment.hostCalls = hostCalls
        return environment
    }()

    static func check(_ text: String, expecting type: CELType? = .bool) -> (CheckedExpression?, [ExpressionProblem]) {
        let (parsed, problems) = ParsedExpression.parse(text)
        guard let parsed else { return (nil, problems) }
        return environment.check(parsed, expecting: type)
    }
}

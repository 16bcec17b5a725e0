import BylawCEL
import BylawSource

/// Resolves the calls by which conditions ask for texts, facts and standing: the seam between CEL, which knows nothing
/// of them, and the policy.
struct HostCallResolver: Sendable {
    /// The functions that this host claims.
    static let names: Set<String> = [
        "mentions", "count", "found", "reveals", "quotes", "fact", "latest", "points", "warnings", "hasRole",
        "hasTitle",
        "suspended",
    ]

    let names: HostNames
    let table: HostSlotTable
    let paths: RequestPaths

    func resolve(_ call: HostCall) -> HostAnswer {
        guard let receiver = call.receiver else {
            return call.name == "fact" ? fact(call) : .notMine
        }
        if case .attribute(let path, _) = receiver.kind, path.fields.isEmpty {
            if path.variable == "standing" { return standing(call) }
            if path.variable == "facts", call.name == "latest" {
                return named(call, .fact, names.facts, .map(.string, .dyn)) { .latestFact($0) }
            }
        }
        return text(call, receiver)
    }

    private func fact(_ call: HostCall) -> HostAnswer {
        named(call, .fact, names.facts, .bool) { .fact($0) }
    }

    private func standing(_ call: HostCall) -> HostAnswer {
        switch call.name {
        case "points": named(call, .tally, names.tallies, .int) { .points(tally: $0) }
        case "warnings": named(call, .tally, names.tallies, .int) { .warnings(tally: $0) }
        case "hasRole": named(call, .role, names.roles, .bool) { .hasRole($0) }
        case "hasTitle": named(call, .title, names.titles, .bool) { .hasTitle($0) }
        case "suspended": named(call, .action, names.actions, .bool) { .suspended(action: $0) }
        default: .notMine
        }
    }

    private func text(_ call: HostCall, _ receiver: HostCall.Form) -> HostAnswer {
        guard ["mentions", "count", "found", "reveals", "quotes"].contains(call.name) else { return .notMine }
        // Other types have methods of these names, or will; only texts are the host's.
        switch receiver.kind {
        case .attribute(let path, let type):
            guard type == AttributeType.text.celType, let place = paths.path(path) else {
                return notText(call, receiver)
            }
            return text(call, place)
        case .literal, .other:
            return notText(call, receiver)
        }
    }

    private func text(_ call: HostCall, _ place: RequestPath) -> HostAnswer {
        switch call.name {
        case "mentions":
            return named(call, .lexicon, names.lexicons, .bool) { .mentions(place, lexicon: $0) }
        case "count":
            return named(call, .lexicon, names.lexicons, .int) { .count(place, lexicon: $0) }
        case "found":
            return named(call, .lexicon, names.lexicons, .list(.string)) { .found(place, lexicon: $0) }
        case "reveals":
            return named(call, .mask, names.masks, .bool) { .reveals(place, mask: $0) }
        default:
            guard call.arguments.count == 1, let argument = call.arguments.first else {
                return wrongCount(call, "one text")
            }
            guard case .attribute(let path, let type) = argument.kind, type == AttributeType.text.celType,
                let other = paths.path(path)
            else {
                return .problem(
                    code: "wrong-argument", message: "`quotes` takes an attribute of type `text`",
                    help: "declare the field as `text`", argument.range)
            }
            return slot(.quotes(place, other), .bool)
        }
    }

    /// A method of texts on something that is none. A list has no such methods, so this is surely meant as one.
    private func notText(_ call: HostCall, _ receiver: HostCall.Form) -> HostAnswer {
        .problem(
            code: "not-a-text", message: "`\(call.name)` reads attributes of type `text`",
            help: "declare the field as `text` in `types`", receiver.range)
    }

    /// A call with one literal name that must be known.
    private func named(
        _ call: HostCall, _ kind: NamedKind, _ known: [String], _ type: CELType, _ make: (String) -> HostSlot
    ) -> HostAnswer {
        guard call.arguments.count == 1, let argument = call.arguments.first else {
            return wrongCount(call, "the name of a \(kind.word)")
        }
        guard case .literal(.string(let value)) = argument.kind else {
            return .problem(
                code: "wrong-argument", message: "`\(call.name)` takes the name of a \(kind.word) in quotes", help: nil,
                argument.range)
        }
        let name = String(value)
        guard known.contains(where: { $0.isSameUTF8(as: name) }) else {
            return .problem(
                code: kind.unknown, message: "there is no \(kind.word) `\(name)`",
                help: Spelling.suggestion(for: name, in: known), argument.range)
        }
        return slot(make(name), type)
    }

    private func wrongCount(_ call: HostCall, _ what: String) -> HostAnswer {
        .problem(
            code: "wrong-argument", message: "`\(call.name)` takes \(what), found \(call.arguments.count) arguments",
            help: nil, call.range)
    }

    private func slot(_ slot: HostSlot, _ type: CELType) -> HostAnswer { .slot(table.number(of: slot), type) }
}

/// What calls name.
private struct NamedKind {
    let word: String
    /// The code of the problem that there is none of that name.
    let unknown: String

    private init(_ word: String, code: String) { (self.word, unknown) = (word, code) }

    static let lexicon = NamedKind("lexicon", code: "unknown-lexicon")
    static let mask = NamedKind("mask", code: "unknown-mask")
    static let fact = NamedKind("fact", code: "unknown-fact")
    static let tally = NamedKind("tally", code: "unknown-tally")
    static let role = NamedKind("role", code: "unknown-role")
    static let title = NamedKind("title", code: "unknown-title")
    static let action = NamedKind("action", code: "unknown-action")
}

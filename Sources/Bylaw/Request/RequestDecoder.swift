import BylawSource

/// What is wrong with a request's envelope.
public struct RequestError: Error, Sendable, Hashable {
    /// The stable name of the kind of problem: `missing-member`.
    public let code: String
    /// What is wrong; never a value of the request.
    public let message: String
    /// Which part: `actor.id`; empty for the whole.
    public let path: String
    /// What to do about it.
    public let help: String?
    /// The bytes of the JSON text that it is about, where there is a text.
    public let utf8: Range<Int>?

    package init(_ code: String, _ message: String, path: [String], help: String? = nil, utf8: Range<Int>? = nil) {
        self.code = code
        self.message = message
        self.path = path.joined(separator: ".")
        self.help = help
        self.utf8 = utf8
    }

    /// The same problem with its place in a text.
    func located(at utf8: Range<Int>?) -> RequestError {
        RequestError(
            code, message, path: path.isEmpty ? [] : path.split(separator: ".").map(String.init), help: help,
            utf8: utf8)
    }
}

/// Reads a request's envelope from a tree of values, the same for JSON and YAML.
///
/// The envelope is strict, for a slip in it (`stge: done`) would change what is judged; attributes are free.
package struct RequestDecoder {
    /// The time of requests that have none.
    private let defaultTime: Timestamp?

    package init(defaultTime: Timestamp? = nil) { self.defaultTime = defaultTime }

    /// What a request may have; the same for JSON and YAML.
    package static let members = [
        "id", "incident", "time", "stage", "actor", "action", "resource", "context", "facts", "rulings", "modes",
        "stopped",
    ]

    package func request(_ value: AttributeValue) throws(RequestError) -> Request {
        guard case .object(let members) = value else {
            throw RequestError("not-a-request", "a request is an object, found \(value.kindName)", path: [])
        }
        if value["subject"] != nil, value["actor"] == nil {
            return try request(AuthZEN.lifted(members))
        }
        for member in members where !Self.members.contains(where: member.name.isSameUTF8) {
            throw RequestError(
                "unknown-member", "a request has no member `\(member.name)`", path: [member.name],
                help: Spelling.suggestion(for: member.name, in: Self.members))
        }
        let actor = try entity(value["actor"], "actor")
        let action = try self.action(value["action"])
        let resource = try entity(value["resource"], "resource")
        var context: [Attribute] = []
        switch value["context"] {
        case nil, .null: break
        case .object(let attributes): context = attributes
        case let other?: throw wrongType("an object", other, ["context"])
        }
        guard let time = try timestamp(value["time"], ["time"]) ?? defaultTime else {
            throw RequestError("missing-member", "the request has no `time`", path: ["time"])
        }
        let facts = try facts(value["facts"])
        let rulings = try rulings(value["rulings"])
        let modes = try texts(value["modes"], "modes")
        let stopped = try texts(value["stopped"], "stopped")
        let id = try string(value["id"], ["id"]) ?? Self.digest(value)
        return Request(
            id: id, incident: try string(value["incident"], ["incident"]), time: time,
            stage: try stage(value["stage"]), actor: actor, action: action, resource: resource, context: context,
            facts: facts, rulings: rulings, modes: modes, stopped: stopped)
    }

    func facts(_ value: AttributeValue?) throws(RequestError) -> [Fact] { try list(value, "facts", fact) }

    func rulings(_ value: AttributeValue?) throws(RequestError) -> [Ruling] { try list(value, "rulings", ruling) }

    func texts(_ value: AttributeValue?, _ name: String) throws(RequestError) -> [String] {
        try list(value, name) { (item, path) throws(RequestError) in
            guard case .string(let text) = item else { throw wrongType("a string", item, path) }
            return text
        }
    }

    /// The id of a request that has none: the same content gives the same id, so that telling something twice is no
    /// second incident.
    private static func digest(_ value: AttributeValue) -> String {
        var digest = Digest()
        value.add(to: &digest)
        return digest.text()
    }

    private func entity(_ value: AttributeValue?, _ name: String) throws(RequestError) -> Entity {
        let attributes = try object(value, [name])
        return Entity(
            type: try required(value?["type"], [name, "type"]), id: try required(value?["id"], [name, "id"]),
            attributes.without("type", "id"))
    }

    private func action(_ value: AttributeValue?) throws(RequestError) -> Action {
        let attributes = try object(value, ["action"])
        return Action(
            name: try required(value?["name"], ["action", "name"]), attributes.without("name", "name"))
    }

    private func fact(_ value: AttributeValue, _ path: [String]) throws(RequestError) -> Fact {
        let attributes = try object(value, path)
        guard let at = try timestamp(value["at"], path + ["at"]) else {
            throw RequestError("missing-member", "the fact has no `at`", path: path + ["at"])
        }
        return Fact(
            try required(value["fact"], path + ["fact"]),
            attributes.filter { !["fact", "at", "until"].contains($0.name) },
            at: at, until: try timestamp(value["until"], path + ["until"]))
    }

    private func ruling(_ value: AttributeValue, _ path: [String]) throws(RequestError) -> Ruling {
        let members = ["case", "rule", "verdict", "inputs"]
        for attribute in try object(value, path) where !members.contains(attribute.name) {
            throw RequestError(
                "unknown-member", "a ruling has no member `\(attribute.name)`", path: path + [attribute.name],
                help: Spelling.suggestion(for: attribute.name, in: members))
        }
        let verdict = try required(value["verdict"], path + ["verdict"])
        guard let outcome = Outcome(rawValue: verdict), outcome != .hold else {
            throw RequestError(
                "unknown-word", "a verdict is `allow` or `deny`", path: path + ["verdict"],
                help: Spelling.suggestion(for: verdict, in: ["allow", "deny"]))
        }
        return Ruling(
            case: try required(value["case"], path + ["case"]), rule: try required(value["rule"], path + ["rule"]),
            verdict: outcome, inputs: try required(value["inputs"], path + ["inputs"]))
    }

    private func stage(_ value: AttributeValue?) throws(RequestError) -> Stage {
        guard let text = try string(value, ["stage"]) else { return .proposed }
        guard let stage = Stage(rawValue: text) else {
            throw RequestError(
                "unknown-word", "a stage is `proposed` or `done`", path: ["stage"],
                help: Spelling.suggestion(for: text, in: Stage.allCases.map(\.rawValue)))
        }
        return stage
    }

    private func list<Item>(
        _ value: AttributeValue?, _ name: String,
        _ read: (AttributeValue, [String]) throws(RequestError) -> Item
    ) throws(RequestError) -> [Item] {
        switch value {
        case nil, .null:
            return []
        case .list(let items):
            var result: [Item] = []
            for (index, item) in items.enumerated() { result.append(try read(item, [name, String(index)])) }
            return result
        case let other?:
            throw wrongType("a list", other, [name])
        }
    }

    // Paths are for errors alone, and so made only where there is one.

    private func object(
        _ value: AttributeValue?, _ path: @autoclosure () -> [String]
    ) throws(RequestError) -> [Attribute] {
        switch value {
        case .object(let attributes): return attributes
        case nil, .null: throw missing(path())
        case let other?: throw wrongType("an object", other, path())
        }
    }

    private func required(
        _ value: AttributeValue?, _ path: @autoclosure () -> [String]
    ) throws(RequestError) -> String {
        guard let text = try string(value, path()) else { throw missing(path()) }
        guard !text.isEmpty else {
            throw RequestError("empty-member", "`\(path().joined(separator: "."))` is empty", path: path())
        }
        return text
    }

    private func string(
        _ value: AttributeValue?, _ path: @autoclosure () -> [String]
    ) throws(RequestError) -> String? {
        switch value {
        case nil, .null: return nil
        case .string(let text): return text
        case let other?: throw wrongType("a string", other, path())
        }
    }

    private func timestamp(
        _ value: AttributeValue?, _ path: @autoclosure () -> [String]
    ) throws(RequestError) -> Timestamp? {
        guard let text = try string(value, path()) else { return nil }
        guard let time = Timestamp(text) else {
            throw RequestError(
                "invalid-timestamp", "`\(path().joined(separator: "."))` is no point in time", path: path(),
                help: "write date, time and offset: `2024-08-20T00:00:00+09:00`")
        }
        return time
    }

    private func missing(_ path: [String]) -> RequestError {
        RequestError("missing-member", "the request has no `\(path.joined(separator: "."))`", path: path)
    }

    private func wrongType(_ wanted: String, _ found: AttributeValue, _ path: [String]) -> RequestError {
        RequestError(
            "wrong-type", "`\(path.joined(separator: "."))` must be \(wanted), found \(found.kindName)", path: path)
    }
}

extension [Attribute] {
    /// The attributes but for those of two names.
    fileprivate func without(_ one: String, _ other: String) -> [Attribute] {
        var rest: [Attribute] = []
        rest.reserveCapacity(count)
        for index in indices where !self[index].name.isSameUTF8(as: one) && !self[index].name.isSameUTF8(as: other) {
            rest.append(self[index])
        }
        return rest
    }
}

extension AttributeValue {
    /// Adds the value with its kind, so that no two values give the same bytes; an object's members by their names.
    package func add(to digest: inout Digest) {
        digest.add(kindName)
        switch self {
        case .null: break
        case .bool(let bool): digest.add(bool ? "true" : "false")
        case .int(let int): digest.add(String(int))
        case .double(let double): digest.add(String(double))
        case .string(let text): digest.add(text)
        case .list(let items):
            digest.add(String(items.count))
            for item in items { item.add(to: &digest) }
        case .object(let attributes):
            digest.add(String(attributes.count))
            for attribute in attributes.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
                digest.add(attribute.name)
                attribute.value.add(to: &digest)
            }
        }
    }
}

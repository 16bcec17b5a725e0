import BylawCEL
import BylawSource

/// Turns the types that a policy writes into those that requests are read by.
final class TypeResolver {
    /// How deeply records may lie in one another; each takes its part of the stack.
    package static let maximumDepth = 32

    private let declared: [Named<TypeSyntax>]
    private let byName: [String: TypeSyntax]
    private let problems: Problems
    private var resolved: [String: AttributeType?] = [:]
    /// The names on the way here, to see a record that would hold itself.
    private var trail: [Located<String>] = []

    init(_ declared: [Named<TypeSyntax>], problems: Problems) {
        self.declared = declared
        byName = Dictionary(declared.map { ($0.name.value, $0.value) }) { first, _ in first }
        self.problems = problems
        for entry in declared where AttributeType.builtIn.contains(where: { $0.name == entry.name.value }) {
            problems.error(
                "reserved-name", "`\(entry.name.value)` is a type already", at: entry.name.location)
        }
    }

    /// Resolves every declared type, so that problems in unused ones are reported too.
    func resolveAll() {
        for entry in declared { _ = named(entry.name) }
    }

    /// The type, or nil where it is wrong, which is reported.
    func resolve(_ syntax: TypeSyntax, name: String) -> AttributeType? {
        switch syntax {
        case .name(let name):
            return named(name)
        case .enumeration(let values, _):
            return .enumeration(Enumeration(values.map(\.value)))
        case .list(let element, _):
            return resolve(element, name: name).map(AttributeType.list)
        case .map(let value, _):
            return resolve(value, name: name).map(AttributeType.map)
        case .optional(_, let location):
            problems.error(
                "misplaced-optional", "only a field can be optional", at: location,
                help: "an empty list or a field that is absent says the same")
            return nil
        case .record(let fields, _):
            return record(fields, name: name).map(AttributeType.record)
        }
    }

    /// A record's fields. Fields that are wrong are left out, having been reported.
    func record(_ fields: [Named<TypeSyntax>], name: String) -> RecordSchema? {
        RecordSchema(
            name,
            fields.compactMap { field in
                if case .optional(let type, _) = field.value {
                    return resolve(type, name: field.name.value)
                        .map { .init(field.name.value, $0, isOptional: true) }
                }
                return resolve(field.value, name: field.name.value).map { .init(field.name.value, $0) }
            })
    }

    private func named(_ name: Located<String>) -> AttributeType? {
        if let builtIn = AttributeType.builtIn.first(where: { $0.name == name.value }) { return builtIn.type }
        if let known = resolved[name.value] { return known }
        guard let syntax = byName[name.value] else {
            let known = AttributeType.builtIn.map(\.name) + declared.names()
            problems.error(
                "unknown-type", "there is no type `\(name.value)`", at: name.location,
                help: Spelling.suggestion(for: name.value, in: known))
            return nil
        }
        if let first = trail.first(where: { $0.value == name.value }) {
            problems.error(
                "circular-type", "`\(name.value)` would hold itself", at: name.location,
                labels: [.init(first.location, "on the way from here")])
            return nil
        }
        guard trail.count < Self.maximumDepth else {
            problems.error(
                "too-deep", "types lie in one another over more than \(Self.maximumDepth) levels", at: name.location)
            return nil
        }
        trail.append(name)
        let type = resolve(syntax, name: name.value)
        trail.removeLast()
        resolved[name.value] = .some(type)
        return type
    }
}

import BylawSource
import BylawYAML

/// Reads types, which authors write partly in YAML (`[string]`, `{string: T}`, records) and partly as text
/// (`optional Name`, `public | private`).
struct TypeParser {
    let nodes: NodeReader
    private var problems: Problems { nodes.problems }

    func type(_ node: YAMLNode) -> TypeSyntax? {
        let location = nodes.location(of: node)
        switch node.content {
        case .sequence(let items):
            guard items.count == 1, let element = type(items[0]) else {
                if items.count != 1 {
                    problems.error(
                        "invalid-type", "a list type has exactly one element type", at: location,
                        help: "write `[string]`")
                }
                return nil
            }
            return .list(element, location)
        case .mapping(let mapping):
            if mapping.entries.count == 1, let entry = mapping.entries.first {
                // `{string: T}` is a map and `{optional: [T]}` is what flow YAML allows of `optional [T]`.
                if entry.key.text == "string" { return type(entry.value).map { .map($0, location) } }
                if entry.key.text == "optional" { return type(entry.value).map { .optional($0, location) } }
            }
            let fields = nodes.named(node, "a field's name") { name, node -> TypeSyntax? in
                if name.value.contains(".") {
                    problems.error(
                        "invalid-name", "`\(name.value)` cannot be a field's name", at: name.location,
                        help: "write a record in a record instead")
                    return nil
                }
                return type(node)
            }
            return .record(fields, location)
        case .scalar(let scalar):
            guard scalar.value != .null else {
                nodes.expected("a type", at: node)
                return nil
            }
            return text(scalar.text, scalar: scalar, offset: 0, at: location)
        }
    }

    /// Reads a type written as text; `offset` is where the text begins in its scalar.
    private func text(_ text: String, scalar: YAMLScalar, offset: Int, at location: SourceLocation) -> TypeSyntax? {
        let (trimmed, skipped) = trim(text)
        let start = offset + skipped
        let place = SourceLocation(
            location.file, scalar.sourceRange(of: start..<start + trimmed.utf8.count))
        guard !trimmed.isEmpty else {
            problems.error("invalid-type", "a type is missing here", at: location)
            return nil
        }
        if trimmed.contains("|") { return enumeration(trimmed, scalar: scalar, start: start, at: place) }
        if trimmed.hasPrefix("optional ") {
            let rest = String(trimmed.dropFirst("optional".count))
            return self.text(rest, scalar: scalar, offset: start + "optional".utf8.count, at: place)
                .map { .optional($0, place) }
        }
        if trimmed.hasPrefix("["), trimmed.hasSuffix("]") {
            return self.text(String(trimmed.dropFirst().dropLast()), scalar: scalar, offset: start + 1, at: place)
                .map { .list($0, place) }
        }
        let name = Located(trimmed, at: place)
        guard nodes.checked(name, "a type") else { return nil }
        return .name(name)
    }

    private func enumeration(
        _ text: String, scalar: YAMLScalar, start: Int, at location: SourceLocation
    ) -> TypeSyntax? {
        var values: [Located<String>] = []
        var offset = start
        for part in text.split(separator: "|", omittingEmptySubsequences: false) {
            let (value, skipped) = trim(String(part))
            let range = scalar.sourceRange(of: offset + skipped..<offset + skipped + value.utf8.count)
            let located = Located(value, at: SourceLocation(location.file, range))
            offset += part.utf8.count + 1
            guard !value.isEmpty, !value.contains(where: \.isWhitespace) else {
                problems.error(
                    "invalid-type", "a value of an enumeration is one word", at: located.location,
                    help: "write `public | private`")
                return nil
            }
            if let first = values.first(where: { $0.value.isSameUTF8(as: value) }) {
                problems.error(
                    "duplicate-value", "`\(value)` is listed twice", at: located.location,
                    labels: [.init(first.location, "first listed here")])
                continue
            }
            values.append(located)
        }
        return .enumeration(values, location)
    }

    private func trim(_ text: String) -> (text: String, skipped: Int) {
        let start = text.utf8.prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }.count
        var body = text.utf8.dropFirst(start)
        while let last = body.last, last == 0x20 || last == 0x09 || last == 0x0A { body.removeLast() }
        return (String(Substring(body)), start)
    }
}

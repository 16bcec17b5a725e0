import BylawCEL
import BylawSource

/// An attribute that a mask is about.
struct HiddenField {
    let path: RequestPath
    /// Where the mask's name stands.
    let mask: SourceLocation
}

/// Checks the placeholders of messages: attributes that no mask hides, and a few words.
struct MessageChecker {
    let scope: PolicyScope
    let paths: RequestPaths
    let hidden: [HiddenField]
    let actions: [String]

    private static let words: [String: CheckedMessage.Part] = [
        "due": .due, "points": .points, "appealBy": .appealBy,
    ]

    /// What an item of a checklist says: it is told where the item fails, and so where nothing is guaranteed.
    func mend(_ syntax: MessageSyntax) -> CheckedMessage? { message(syntax, .nothing) }

    /// The message, where `presence` holds; nil where a placeholder is wrong, which is reported.
    func message(_ syntax: MessageSyntax, _ presence: Presence) -> CheckedMessage? {
        var texts: [(language: String, parts: [CheckedMessage.Part])] = []
        for text in syntax.texts {
            let parts = text.value.parts.map { part(in: $0, presence) }
            let right = parts.compactMap(\.self)
            guard right.count == parts.count else { return nil }
            texts.append((text.name.value, right))
        }
        return CheckedMessage(texts: texts)
    }

    private func part(in syntax: TemplateSyntax.Part, _ presence: Presence) -> CheckedMessage.Part? {
        switch syntax {
        case .literal(let text):
            return .literal(text)
        case .placeholder(let expression):
            if let word = Self.words[expression.text] { return word }
            guard let checked = scope.check(expression, actions: actions, assuming: presence) else { return nil }
            guard let path = checked.attributePath.flatMap(paths.path), !path.fields.isEmpty else {
                scope.problems.error(
                    "invalid-placeholder", "a placeholder is an attribute of the request", at: expression.location,
                    help: "or one of `due`, `points` and `appealBy`")
                return nil
            }
            // Where a field is hidden, so is the record around it and everything inside of it.
            if let field = hidden.first(where: { path.overlaps($0.path) }) {
                scope.problems.error(
                    "hidden-placeholder", "a mask hides `\(expression.text)`", at: expression.location,
                    labels: [.init(field.mask, "this mask")], help: "a message cannot show it")
                return nil
            }
            guard isShown(checked.type) else {
                scope.problems.error(
                    "invalid-placeholder", "a placeholder cannot show \(checked.type)", at: expression.location,
                    help: "name a text, a number or a truth value")
                return nil
            }
            return .value(path)
        }
    }

    private func isShown(_ type: CELType) -> Bool {
        switch type {
        case .string, .int, .double, .bool, .timestamp, .duration, .enumeration: true
        case .host(let type): type.isString
        default: false
        }
    }
}

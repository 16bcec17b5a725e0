import BylawSource
import BylawYAML

/// Reads messages and the placeholders in them.
struct MessageParser {
    let nodes: NodeReader
    /// The languages that every message must have; where there is one, a message may be written without naming it.
    let languages: [Located<String>]

    /// Reads `{ ja: …, en: … }`. A title may lack languages, a message to a member may not.
    func message(_ node: YAMLNode, isComplete: Bool = true) -> MessageSyntax? {
        let location = nodes.location(of: node)
        if node.scalar != nil, languages.count <= 1 {
            guard let template = template(node) else { return nil }
            let language = languages.first ?? Located("und", at: location)
            return MessageSyntax(location: location, texts: [Named(language, template)])
        }
        guard node.mapping != nil else {
            nodes.expected("a message in each language", at: node, help: "write `ja: …` and `en: …` below it")
            return nil
        }
        let texts = nodes.named(node, "a language") { language, node -> TemplateSyntax? in
            if !languages.isEmpty, !languages.contains(where: { $0.value == language.value }) {
                nodes.problems.error(
                    "unknown-language", "`\(language.value)` is none of the policy's languages",
                    at: language.location,
                    help: Spelling.suggestion(for: language.value, in: languages.map(\.value)))
            }
            return template(node)
        }
        if isComplete {
            // A language whose text could not be read was reported already.
            let written = node.mapping?.entries.map(\.key.text) ?? []
            for language in languages where !written.contains(language.value) {
                nodes.problems.error(
                    "missing-language", "the message is missing in `\(language.value)`", at: start(of: node),
                    labels: [.init(language.location, "every message must exist in this language")])
            }
        }
        return MessageSyntax(location: location, texts: texts)
    }

    /// The first key of a message, for its whole text is too much to underline.
    private func start(of node: YAMLNode) -> SourceLocation {
        node.mapping?.entries.first.map { SourceLocation(nodes.file, $0.key.range) } ?? nodes.location(of: node)
    }

    func template(_ node: YAMLNode) -> TemplateSyntax? {
        guard let scalar = node.scalar, scalar.value != .null else {
            nodes.expected("text", at: node)
            return nil
        }
        return template(scalar, at: nodes.location(of: node))
    }

    private func template(_ scalar: YAMLScalar, at location: SourceLocation) -> TemplateSyntax? {
        let bytes = Array(scalar.text.utf8)
        let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
        var parts: [TemplateSyntax.Part] = []
        var literal: [UInt8] = []
        var index = 0
        func place(_ range: Range<Int>) -> SourceLocation {
            SourceLocation(location.file, scalar.sourceRange(of: range))
        }
        while index < bytes.count {
            let byte = bytes[index]
            let isDoubled = index + 1 < bytes.count && bytes[index + 1] == byte
            if (byte == open || byte == close), isDoubled {
                literal.append(byte)
                index += 2
            } else if byte == close {
                nodes.problems.error(
                    "unbalanced-brace", "this brace closes nothing", at: place(index..<index + 1),
                    help: "write `}}` for a brace in the text")
                return nil
            } else if byte == open {
                guard let end = bytes[index...].firstIndex(of: close) else {
                    nodes.problems.error(
                        "unbalanced-brace", "this placeholder is not closed", at: place(index..<index + 1),
                        help: "write `{{` for a brace in the text")
                    return nil
                }
                if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
                literal = []
                let text = String(decoding: bytes[index + 1..<end], as: UTF8.self)
                parts.append(
                    .placeholder(ExpressionSyntax(text, in: scalar, from: index + 1, at: place(index..<end + 1))))
                index = end + 1
            } else {
                literal.append(byte)
                index += 1
            }
        }
        if !literal.isEmpty || parts.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
        return TemplateSyntax(parts: parts)
    }
}

import BylawSource
package import BylawYAML

extension PolicyParser {
    /// Reads a file that describes a text which policies put into force; nil where something that it needs is missing,
    /// which is reported.
    package func sourceDocument(_ root: YAMLNode) -> SourceDocument? {
        guard let reader = MappingReader(root, Shapes.sourceDocument, nodes) else { return nil }
        checkFormat(reader)
        let id = reader["source"].flatMap { nodes.name($0, "a source's id") }
        let language = reader["language"].flatMap { nodes.name($0, "a language") }
        let messages = MessageParser(nodes: nodes, languages: [])
        let title = reader["title"].flatMap { messages.message($0) }
        let file = reader["file"].flatMap(fileName)
        let url = reader["url"].flatMap(webAddress)
        let omissions = reader["omits"].map { nodes.list($0) { omission($0, messages) } } ?? []
        let meta = meta(reader["meta"])
        guard let id, let language, let title, let file else { return nil }
        return SourceDocument(
            id: id, title: title, language: language, file: file, url: url, omissions: omissions, meta: meta)
    }

    private func omission(_ node: YAMLNode, _ messages: MessageParser) -> SourceDocument.Omission? {
        let isSpan = node.mapping.map { $0["from"] != nil || $0["to"] != nil } ?? false
        guard let reader = MappingReader(node, isSpan ? Shapes.omittedSpan : Shapes.omittedQuote, nodes) else {
            return nil
        }
        let reason = reader["reason"].flatMap { messages.message($0) }
        func quotation(_ key: String) -> Located<String>? { reader[key].flatMap(nodes.quotation) }
        let extent: SourceDocument.Omission.Extent?
        if isSpan {
            let (from, to) = (quotation("from"), quotation("to"))
            extent = from.flatMap { from in to.map { .span(from: from, to: $0) } }
        } else {
            extent = quotation("quote").map { .quote($0) }
        }
        guard let extent, let reason else { return nil }
        return SourceDocument.Omission(location: reader.location, extent: extent, reason: reason)
    }

    /// A file's name that stays in its folder.
    private func fileName(_ node: YAMLNode) -> Located<String>? {
        guard let text = nodes.text(node) else { return nil }
        guard PolicyPath("source.yaml").resolving(text.value) != nil else {
            nodes.problems.error(
                "outside-root", "`\(text.value)` lies outside the folder that holds the texts", at: text.location,
                help: "write the file's name alone")
            return nil
        }
        return text
    }

    /// An address that may be linked to: a rule book must not carry a script in one.
    private func webAddress(_ node: YAMLNode) -> Located<String>? {
        guard let text = nodes.text(node) else { return nil }
        let isWeb = ["https://", "http://"].contains { text.value.hasPrefix($0) && text.value.count > $0.count }
        guard isWeb, !text.value.unicodeScalars.contains(where: \.properties.isWhitespace) else {
            nodes.problems.error(
                "invalid-address", "`\(text.value)` is no web address", at: text.location,
                help: "write `https://…`")
            return nil
        }
        return text
    }
}

extension NodeReader {
    /// What somebody wrote, word for word; a quotation of nothing is reported.
    func quotation(_ node: YAMLNode) -> Located<String>? {
        guard let text = text(node) else { return nil }
        guard text.value.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            problems.error(
                "empty-quote", "this quotes nothing", at: text.location, help: "write the sentence, word for word")
            return nil
        }
        return text
    }
}

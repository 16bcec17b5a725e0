import BylawSource

/// Checks which text the rules of a policy quote.
struct SourceChecker {
    /// The texts that the policy puts into force.
    let documents: [SourceDocument]
    let problems: Problems

    /// The quotation with the text that it is from; nil where that cannot be told, which is reported.
    func quote(_ syntax: SourceQuote) -> CheckedQuote? {
        let ids = documents.map(\.id.value)
        if let name = syntax.of {
            guard let id = ids.first(where: { $0.isSameUTF8(as: name.value) }) else {
                problems.error(
                    "unknown-source", "there is no source `\(name.value)`", at: name.location,
                    help: Spelling.suggestion(for: name.value, in: ids) ?? "name its file under `uses`")
                return nil
            }
            return CheckedQuote(quote: syntax.quote, reading: syntax.reading, document: id)
        }
        guard ids.count <= 1 else {
            problems.error(
                "ambiguous-source", "the policy uses \(ids.count) sources, and this may be from any",
                at: syntax.quote.location, help: "add `of: \(ids[0])`, or another's id")
            return nil
        }
        return CheckedQuote(quote: syntax.quote, reading: syntax.reading, document: ids.first)
    }
}

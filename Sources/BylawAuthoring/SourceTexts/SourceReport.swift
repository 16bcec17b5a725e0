public import Bylaw
public import BylawSource
public import Foundation

/// Which sentence of each published text became which rule, what was left out and why, and what nobody accounts for.
///
/// Quotations count byte for byte. A sentence is accounted for where a rule quotes some of it, or where all of it is left
/// out on purpose.
public struct SourceReport: Sendable {
    /// The texts, in the order in which policies describe them.
    package let texts: [SourceText]
    /// What is wrong: quotations that are not verbatim, omissions that match nothing, texts that cannot be read, and
    /// sentences that nobody accounts for.
    public let diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - policies: What puts the texts into force.
    ///   - folder: Where the texts lie, by the names under `file`.
    public init(_ policies: [PolicySet], textsIn folder: URL) {
        let quotes = policies.flatMap(\.checked).flatMap(RuleQuote.all)
        var documents: [SourceDocument] = []
        for document in policies.flatMap(\.sources)
        where !documents.contains(where: { $0.id.value == document.id.value }) {
            documents.append(document)
        }
        var problems: [Diagnostic] = []
        if documents.isEmpty {
            problems.append(
                Diagnostic(
                    "no-sources", "no policy names a text that it puts into force", at: nil,
                    help: "describe it in a file with the key `source`, and name that under `uses`"))
        }
        for quote in quotes where quote.document == nil {
            problems.append(
                Diagnostic(
                    "unchecked-quote", severity: .warning, "nobody says which text this is quoted from",
                    at: quote.location, help: "name its source under `uses`"))
        }
        texts = documents.compactMap { document in
            SourceText(
                document, quotes: quotes.filter { $0.document == document.id.value }, in: folder, problems: &problems)
        }
        diagnostics = problems
    }

    /// Whether every quotation is verbatim, every omission matches, and every sentence is accounted for.
    public var isComplete: Bool { !diagnostics.contains { $0.severity == .error } }
}

/// The quotation of one rule.
package struct RuleQuote: Sendable {
    /// `policy/rule`.
    package let rule: String
    package let quote: String
    package let reading: SourceQuote.Reading
    package let location: BylawSource.SourceLocation
    let document: String?

    static func all(in policy: CheckedPolicy) -> [RuleQuote] {
        policy.rules.compactMap { rule in
            rule.source.map {
                RuleQuote(
                    rule: "\(policy.id)/\(rule.name)", quote: $0.quote.value, reading: $0.reading,
                    location: $0.quote.location, document: $0.document)
            }
        }
    }
}

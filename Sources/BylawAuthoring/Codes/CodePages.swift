public import BylawSource

/// The pages about all kinds of problems.
public enum CodePages {
    /// Every page, by code.
    public static let all: [CodePage] =
        (CodePage.yaml + CodePage.files + CodePage.bundles + CodePage.format + CodePage.conditions + CodePage.names
        + CodePage.expressions
        + CodePage.values + CodePage.patterns + CodePage.lexicons + CodePage.tallies + CodePage.review
        + CodePage.sources + CodePage.analysis + CodePage.requests + CodePage.fixtures + CodePage.matrices
        + CodePage.expectations + CodePage.mutation + CodePage.ledger + CodePage.log
        + CodePage.commands)
        .sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }

    /// The page about a code.
    public static func page(_ code: String) -> CodePage? { all.first { $0.code.utf8.elementsEqual(code.utf8) } }

    /// The page about a code, or the problem that there is none, with the code that may be meant.
    public static func find(_ code: String) throws(UnknownCode) -> CodePage {
        guard let page = page(code) else {
            throw UnknownCode(
                diagnostic: Diagnostic(
                    "unknown-code", "there is no code `\(code)`", at: nil,
                    help: Spelling.suggestion(for: code, in: all.map(\.code))
                        ?? "`bylaw explain-code` without a code lists all"))
        }
        return page
    }

    /// That no problem has such a code.
    public struct UnknownCode: Error, Sendable {
        /// The problem, for people.
        public let diagnostic: Diagnostic
    }
}

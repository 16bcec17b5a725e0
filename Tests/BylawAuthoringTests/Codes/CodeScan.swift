import BylawTestSupport
import Foundation
import Testing

/// The codes that stand in the project's sources.
enum CodeScan {
    // Words end at dots, as in `problems.error`: hence simple word boundaries.
    /// A code is a literal: the first argument of what makes a problem, or one called `code:`.
    nonisolated(unsafe) private static let made =
        /\b(?:report|Diagnostic|fail|error|warning|ReadError|RequestError|JSONError|problem|finding|ExpressionProblem|stop|PatternError|LineError|StreamError|StarterError|Mismatch)\(\s*"([a-z][a-z0-9-]*)"/
    nonisolated(unsafe) private static let labelled = /\b(?:code: |\bsyntax = )"([a-z][a-z0-9-]*)"/
    /// In the files that give each case of an enumeration its code.
    nonisolated(unsafe) private static let listed = /case \.\w+(?:\(.*\))?: "([a-z][a-z0-9-]*)"/
    private static let listing = [
        "EvaluationError+Code.swift", "LedgerError+Code.swift", "MatrixAxis.swift", "DecisionLogError+Code.swift",
        "LogProblem+Code.swift",
    ]

    /// A code into which something is put.
    nonisolated(unsafe) private static let composition =
        /\b(?:Diagnostic|error|warning|finding|ReadError|RequestError|JSONError|ExpressionProblem|PatternError|LineError)\(\s*"[a-z-]*\\\([^"]*", |\bcode: "[^"]*\\\(/

    /// Every code with a file in which it stands.
    static func codes() throws -> [String: String] {
        var codes: [String: String] = [:]
        for (name, text) in try sources() {
            var found =
                text.matches(of: made.wordBoundaryKind(.simple)).map(\.1)
                + text.matches(of: labelled.wordBoundaryKind(.simple)).map(\.1)
            if listing.contains(name) { found += text.matches(of: listed).map(\.1) }
            for code in found { codes[String(code)] = name }
        }
        return codes
    }

    /// Codes that are put together when they are needed.
    static func composed() throws -> [String] {
        try sources().flatMap { name, text in
            text.matches(of: composition.wordBoundaryKind(.simple)).map { "\(name): \($0.0)" }
        }
    }

    /// The name and text of every source file but the pages themselves.
    private static func sources() throws -> [(name: String, text: String)] {
        let root = SharedData.packageRoot.appending(path: "Sources")
        let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        return try files.compactMap { $0 as? URL }.filter { file in
            let isPage = file.pathComponents.suffix(3).starts(with: ["BylawAuthoring", "Codes"])
            return file.pathExtension == "swift" && (!isPage || file.lastPathComponent == "CodePages.swift")
        }.map { (name: $0.lastPathComponent, text: try String(contentsOf: $0, encoding: .utf8)) }
    }
}

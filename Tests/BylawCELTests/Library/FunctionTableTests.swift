import BylawTestSupport
import Foundation
import Testing

@testable import BylawCEL

@Suite("The article on the condition language")
struct FunctionTableTests {
    private let article = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Sources/Bylaw/Documentation.docc/ConditionLanguage.md").standardized

    @Test("its tables hold every function of every library, as the libraries describe them")
    func functions() throws {
        let text = try String(contentsOf: article, encoding: .utf8)
        let end = try #require(text.range(of: " writes it. -->\n\n")).upperBound
        let isRecording = ProcessInfo.processInfo.environment["BYLAW_RECORD"] != nil
        let difference = Snapshot.difference(of: text[..<end] + tables, from: article, isRecording: isRecording)
        #expect(difference == nil)
    }

    @Test("its examples are expressions")
    func examples() throws {
        let text = try String(contentsOf: article, encoding: .utf8)
        let blocks = text.components(separatedBy: "```cel\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        let lines = blocks.flatMap { $0.split(separator: "\n") }
        #expect(lines.count > 10)
        for line in lines {
            #expect(ParsedExpression.parse(String(line)).1.map(\.message) == [], "\(line)")
        }
    }

    /// Each library under its name; one that only has macros shows those.
    private var tables: String {
        Library.all.map { library in
            let macros = library.macros.map { "`\($0)`" }.joined(separator: ", ")
            return "### \(library.name)\n\n" + (library.functions.isEmpty ? "" : library.markdownTable)
                + (library.functions.isEmpty || library.macros.isEmpty ? "" : "\n")
                + (library.macros.isEmpty ? "" : "Macros: \(macros).\n")
        }
        .joined(separator: "\n")
    }
}

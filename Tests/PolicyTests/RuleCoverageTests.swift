import Bylaw
import BylawSource
import BylawTesting
import Foundation
import Testing

/// Fixtures that would not notice a broken rule are worth nothing.
@Suite("Each rule is held by a fixture")
struct RuleCoverageTests {
    struct Written: Sendable, CustomTestStringConvertible {
        let name: String
        let file: PolicyPath
        let location: BylawSource.SourceLocation

        var testDescription: String { name }
    }

    /// The rules of every policy, those of labels left out, which are no rules in the file.
    static func rules() throws -> [Written] {
        try PolicySet(contentsOf: Pack.policies).checked.flatMap { policy in
            policy.rules.filter { !$0.name.contains(".") }.map {
                Written(name: "\(policy.id)/\($0.name)", file: policy.path, location: $0.location)
            }
        }
    }

    @Test(arguments: try rules())
    func `a rule that never matches makes a fixture fail`(_ rule: Written) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bylaw-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for source in [Pack.policies, Pack.fixtures] {
            try FileManager.default.copyItem(at: source, to: folder.appending(path: source.lastPathComponent))
        }
        let file = rule.file.parts.reduce(folder.appending(path: "Policies")) { $0.appending(path: $1) }
        try Data(disabled(rule.location).utf8).write(to: file)
        let report = try FixtureSuite(contentsOf: folder.appending(path: "Fixtures")).replay()
        #expect(report.failed > 0)
    }

    /// The policy's text, in which the rule has an exemption that always holds.
    private func disabled(_ rule: BylawSource.SourceLocation) -> String {
        let whole = rule.file.text(in: SourceRange(0, rule.file.bytes.count))
        var lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = rule.position.line
        let depth = indent(lines[start - 1])
        var line = start
        while line < lines.count, lines[line].allSatisfy(\.isWhitespace) || indent(lines[line]) > depth {
            guard lines[line].drop(while: \.isWhitespace).hasPrefix("unless:") else {
                line += 1
                continue
            }
            let inside = indent(lines[line])
            repeat { lines.remove(at: line) } while line < lines.count && indent(lines[line]) > inside
        }
        lines.insert(String(repeating: " ", count: depth + 2) + "unless: \"true\"", at: start)
        return lines.joined(separator: "\n")
    }

    private func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }
}

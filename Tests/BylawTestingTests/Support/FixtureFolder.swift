import BylawSource
import BylawTesting
import Foundation

/// A folder with a policy and fixtures, removed when it is no longer used.
final class FixtureFolder {
    let url: URL

    /// Writes files by their paths; the club's policies are at `policies`.
    init(_ files: [String: String]) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "bylaw-\(UUID().uuidString)")
        for (path, text) in files.merging(ClubPolicies.files, uniquingKeysWith: { own, _ in own }) {
            let file = url.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    /// One fixture file, `club.yaml`, that holds what all share and then `text`.
    convenience init(_ text: String) throws {
        try self.init(["fixtures/club.yaml": ClubPolicies.given + text])
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func suite() throws -> FixtureSuite { try FixtureSuite(contentsOf: url.appending(path: "fixtures")) }

    /// The problems that keep the fixtures from being replayed; none where they can be.
    func problems() -> [(code: String, text: String, help: String?)] {
        do {
            _ = try FixtureSuite(contentsOf: url.appending(path: "fixtures"))
            return []
        } catch {
            return error.diagnostics.map { problem in
                let text = problem.location.map { $0.file.text(in: $0.range) } ?? ""
                return (problem.code, text, problem.help)
            }
        }
    }

    /// The one case of a fixture, with one expectation.
    static func result(with: String, standing: String = "none", without: String = "[]", expect: String) throws
        -> FixtureResult
    {
        let folder = try FixtureFolder(
            """
            cases:
              - name: the case
                with: \(with)
                without: \(without)
                standing: \(standing)
                expect: \(expect)

            """)
        let results = try folder.suite().replay().results
        guard results.count == 1 else { throw CocoaError(.coderInvalidValue) }
        return results[0]
    }
}

public import Bylaw
import BylawSource
import BylawYAML
public import Foundation

/// The fixtures of a file or folder, with the policies that they are about.
///
/// In a Swift test suite:
///
/// ```swift
/// @Test(arguments: try FixtureSuite(contentsOf: fixtures).cases)
/// func policiesDecideAsTheFixturesSay(_ fixture: FixtureCase) {
///     for failure in fixture.replay().failures {
///         Issue.record("\(failure)", sourceLocation: failure.place(SourceLocation.init(fileID:filePath:line:column:)))
///     }
/// }
/// ```
///
/// From files to results, each stage a type of its own:
///
/// 1. parse: `SourceFile` → `YAMLDocument` → `FixtureSyntax`
/// 2. bind: `FixtureSyntax` and the `PolicySet` that it names → ``FixtureCase``
/// 3. replay: ``FixtureCase`` → ``FixtureResult``, of which ``FixtureReport`` is made
public struct FixtureSuite: Sendable {
    /// Every case and history, by file, in the order written: the cases of a file, then its histories. Never empty.
    public let cases: [FixtureCase]
    /// The mutants that the files `equivalent-mutants.yaml` beside the fixtures say to be no change.
    package let equivalents: [EquivalentMutant]

    /// Reads a fixture file, or every fixture in a folder and the folders in it; policies and vocabularies among them
    /// are passed over.
    ///
    /// - Parameters:
    ///   - url: the file or folder.
    ///   - lexicons: phrases for the lexicons that policies declare as hosted, by name.
    /// - Throws: One error with every problem of every file. A folder without fixtures is one: a run that tests nothing
    ///   must not pass.
    public init(contentsOf url: URL, lexicons: [String: HostLexicon] = [:]) throws(FixtureErrors) {
        try self.init(contentsOf: [url], lexicons: lexicons)
    }

    /// Reads several files and folders; one that lies in another is read once.
    public init(contentsOf urls: [URL], lexicons: [String: HostLexicon] = [:]) throws(FixtureErrors) {
        let loader = FixtureLoader(lexicons: lexicons)
        let cases = urls.flatMap(loader.cases)
        let problems = loader.problems
        if cases.isEmpty, problems.errorCount == 0 {
            problems.error(
                "no-fixtures", "there is no fixture here", at: nil,
                notes: ["a fixture has the key `policies`, and `cases` or `histories`"])
        }
        guard problems.errorCount == 0 else { throw FixtureErrors(problems.all.sortedAndDistinct()) }
        self.cases = cases
        equivalents = loader.equivalents
    }

    /// Replays every case.
    public func replay() -> FixtureReport { FixtureReport(cases.map { $0.replay() }) }
}

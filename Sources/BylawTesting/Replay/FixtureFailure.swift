import BylawSource
import Foundation

/// One expectation of a fixture that was not met, for test frameworks that show it in the fixture's own file.
///
/// In Swift Testing:
///
/// ```swift
/// for failure in fixture.replay().failures {
///     Issue.record("\(failure)", sourceLocation: failure.place(SourceLocation.init(fileID:filePath:line:column:)))
/// }
/// ```
public struct FixtureFailure: Error, Sendable, CustomStringConvertible {
    /// What is wrong, with the lines of the fixture that it speaks of.
    public let description: String
    /// The fixture's folder and file, as Swift names a module and a file in it: `fixtures/sharing.yaml`.
    public let fileID: String
    /// The fixture's whole path.
    public let filePath: String
    /// The line of the expectation, from 1.
    public let line: Int
    /// Its column in Unicode scalars, from 1.
    public let column: Int

    init(_ mismatch: Mismatch, _ problem: Diagnostic) {
        description = "\n" + TextRenderer().render(problem)
        let file = URL(filePath: mismatch.location.file.name).standardizedFileURL
        filePath = file.path
        fileID = "\(file.deletingLastPathComponent().lastPathComponent)/\(file.lastPathComponent)"
        let position = mismatch.location.position
        line = position.line
        column = position.column
    }

    /// The place as another framework has it, made of ``fileID``, ``filePath``, ``line`` and ``column``.
    public func place<Place>(
        _ make: (_ fileID: String, _ filePath: String, _ line: Int, _ column: Int) -> Place
    ) -> Place {
        make(fileID, filePath, line, column)
    }
}

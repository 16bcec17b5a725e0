import BylawTesting
import Foundation
import Testing

/// Each case is a test of its own, and what fails is shown at its line of the fixture's file.
@Test(arguments: try FixtureSuite(contentsOf: URL(filePath: "Fixtures")).cases)
func policiesDecideAsFixturesSay(_ fixture: FixtureCase) {
    for failure in fixture.replay().failures {
        Issue.record("\(failure)", sourceLocation: failure.place(SourceLocation.init(fileID:filePath:line:column:)))
    }
}

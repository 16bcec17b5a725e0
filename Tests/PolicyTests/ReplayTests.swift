import BylawTesting
import Testing

@Suite("Fixtures")
struct ReplayTests {
    @Test(arguments: try FixtureSuite(contentsOf: Pack.fixtures).cases)
    func `the policies decide as the fixture says`(_ fixture: FixtureCase) {
        for failure in fixture.replay().failures {
            Issue.record("\(failure)", sourceLocation: failure.place(SourceLocation.init(fileID:filePath:line:column:)))
        }
    }
}

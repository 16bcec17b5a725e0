import BylawTesting
import Testing

@Suite("Fixtures")
struct ReplayTests {
    @Test(arguments: try FixtureSuite(contentsOf: Pack.fixtures).cases)
    func `the policies decide as the fixture says`(_ fixture: FixtureCase) {
        #expect(fixture.replay().failure == nil)
    }
}

import BylawTesting
import Testing

/// Fixtures that would not notice a broken rule are worth nothing. Which changes of the policies they notice takes longer
/// to find out, and is part of what every change of this package is held to: `bylaw test Fixtures --mutate`.
@Suite("What the fixtures show of the policies")
struct CoverageTests {
    @Test func `every rule fires and stays silent, every branch goes both ways, every threshold is reached and missed`()
        throws
    {
        let coverage = try FixtureSuite(contentsOf: Pack.fixtures).coverage()
        #expect(coverage.reaches(percent: 100), "\(coverage.text)")
    }
}

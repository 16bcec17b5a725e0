import BylawTestSupport
import Testing

@Suite("the YAML test suite", .enabled(if: SharedData.isPresent(YAMLTestSuite.path)))
struct YAMLTestSuiteTests {
    @Test func dump() throws {
        for test in try YAMLTestSuite.load() {
            if let d = YAMLTestSuite.difference(test) { print("DIFF", test.id, test.error ? "ERR" : test.json == nil ? "NOJSON" : "OK", d, test.yaml.debugDescription.prefix(110)) }
        }
    }
}

import BylawTestSupport
import Testing

@Suite("the YAML test suite", .enabled(if: SharedData.isPresent(YAMLTestSuite.path)))
struct YAMLTestSuiteTests {
    @Test("is answered as it wants, or otherwise for a written reason", arguments: try YAMLTestSuite.load())
    func answers(_ test: YAMLTestSuite.Case) throws {
        let exception = YAMLTestSuite.exceptions.first { $0.ids.contains(test.id) }
        #expect(try YAMLTestSuite.difference(test) == exception?.difference, "\(test.yaml.debugDescription)")
    }

    @Test("has each exception once")
    func exceptionsExist() throws {
        let known = Set(try YAMLTestSuite.load().map(\.id))
        let listed = YAMLTestSuite.exceptions.flatMap(\.ids)
        #expect(listed.filter { !known.contains($0) } == [])
        #expect(Set(listed).count == listed.count)
    }
}

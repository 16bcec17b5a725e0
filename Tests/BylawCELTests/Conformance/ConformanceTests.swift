import BylawTestSupport
import Foundation
import Testing

@testable import BylawCEL

/// The specification's own tests, all but the files named in ``ConformanceCase/leftOut``.
@Suite("Conformance", .enabled(if: SharedData.isPresent("cel-conformance")))
struct ConformanceTests {
    private func cases() throws -> [ConformanceCase] {
        try ConformanceCase.load(from: #require(SharedData.url("cel-conformance")))
    }

    @Test("every test of the suite passes")
    func suite() throws {
        let cases = try cases()
        #expect(cases.count == 1_312)
        #expect(Set(cases.map(\.id)).count == cases.count)
        var passed = (checked: 0, unchecked: 0)
        for test in cases {
            if let failure = ConformanceRunner(test: test).failure() {
                Issue.record("\(test.id): \(test.expression): \(failure)")
            } else if test.isChecked {
                passed.checked += 1
            } else {
                passed.unchecked += 1
            }
        }
        print("conformance: \(passed.checked) checked and \(passed.unchecked) unchecked tests of \(cases.count) pass")
        #expect(passed.checked + passed.unchecked == 1_312)
    }

    @Test("every test that evaluates passes without a check too")
    func withoutCheck() throws {
        let cases = try cases().filter { !$0.isOnlyChecked }
        var passed = 0
        for test in cases {
            if let failure = ConformanceRunner(test: test).uncheckedFailure() {
                Issue.record("\(test.id): \(test.expression): \(failure)")
            } else {
                passed += 1
            }
        }
        print("conformance: \(passed) of \(cases.count) tests pass with nothing checked")
        #expect(passed == cases.count)
    }

    @Test("a test that must fail does: the runner sees wrong values, kinds, types and missing errors")
    func runnerCanFail() {
        func test(_ expression: String, _ matcher: ConformanceCase.Matcher) -> ConformanceRunner {
            ConformanceRunner(
                test: ConformanceCase(
                    id: "own", expression: expression, expandsMacros: true, isChecked: true, isOnlyChecked: false,
                    container: "", variables: [], functions: [], bindings: [], matcher: matcher))
        }
        #expect(test("1 + 1", .value(.int(2))).failure() == nil)
        #expect(test("1 + 1", .value(.int(3))).failure() != nil)
        #expect(test("1 + 1", .value(.uint(2))).failure() != nil)
        #expect(test("[1]", .value(.list([.double(1)]))).failure() != nil)
        #expect(test("'\u{E9}'", .value(.string("e\u{301}"))).failure() != nil)
        #expect(test("1", .error).failure() != nil)
        #expect(test("1 / 0", .error).failure() == nil)
        #expect(test("1 / 0", .value(.int(0))).failure() != nil)
        #expect(test("1 +", .error).failure() != nil)
        #expect(test("1 + 'a'", .error).failure() != nil)
        #expect(test("[1]", .typed(nil, .list(.uint))).failure() != nil)
    }
}

import BylawTesting
import Foundation
import Testing

@Suite("Failures in a test framework")
struct FixtureFailureTests {
    private static let text = """
        cases:
          - name: a private board may
            with: { resource: { visibility: private } }
            expect: { outcome: allow, rules: [] }

        """

    @Test func `each stands at its expectation in the fixture's file`() throws {
        let folder = try FixtureFolder(Self.text)
        let failures = try folder.suite().replay().results.flatMap(\.failures)
        #expect(failures.map(\.line) == [12, 12])
        #expect(failures.map(\.column) == [24, 38])
        #expect(failures.map(\.fileID) == ["fixtures/club.yaml", "fixtures/club.yaml"])
        let path = try #require(failures.first?.filePath)
        #expect(FileManager.default.contents(atPath: path)?.isEmpty == false)
        #expect(failures.first?.description.contains("expected `allow`, got `deny`") == true)
    }

    @Test func `three lines replay a folder of them`() throws {
        let folder = try FixtureFolder(Self.text)
        let fixture = try #require(try folder.suite().cases.first)
        withKnownIssue {
            for failure in fixture.replay().failures {
                Issue.record(
                    "\(failure)", sourceLocation: failure.place(SourceLocation.init(fileID:filePath:line:column:)))
            }
        } matching: { issue in
            issue.sourceLocation?.line == 12 && issue.sourceLocation?.fileID == "fixtures/club.yaml"
        }
    }

    @Test func `every case has an id of its own`() throws {
        let folder = try FixtureFolder([
            "fixtures/a.yaml": ClubPolicies.given + Self.text, "fixtures/b.yaml": ClubPolicies.given + Self.text,
        ])
        let ids = try folder.suite().cases.map(\.id)
        #expect(Set(ids).count == 2)
    }
}

import BylawPattern
import BylawTestSupport
import Foundation
import Testing

/// The cases that another engine's authors published, all of which RE2 answers as they say.
@Suite("the published suite") struct PublishedSuiteTests {
    struct Case: Decodable {
        let name: String
        let regex: String
        let haystack: String?
        let match: [[Int]?]?
        let error: Bool?
    }

    @Test("every case has the span and the groups that it asks for", .enabled(if: SharedData.isPresent(file)))
    func everyCase() throws {
        let url = try #require(SharedData.url(Self.file))
        let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
        #expect(cases.count > 500)
        for one in cases {
            if one.error == true {
                #expect(throws: PatternError.self, "\(one.name)") { try Pattern(one.regex) }
                continue
            }
            let pattern = try Pattern(one.regex)
            let haystack = Array(try #require(one.haystack).utf8)
            let found = haystack.withUnsafeBufferPointer { pattern.firstMatch(in: $0) }
            #expect(found?.groups == one.match?.map { $0.map { $0[0]..<$0[1] } }, "\(one.name): \(one.regex)")
        }
    }

    private static let file = "data/regex-tests.json"
}

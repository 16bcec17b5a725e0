import BylawSource
import BylawTestSupport
import BylawYAML
import Foundation
import Testing

/// The published YAML test suite, and what this reader makes of each case.
enum YAMLTestSuite {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let id: String
        let name: String
        let yaml: String
        let error: Bool
        /// The value as JSON; absent where JSON cannot say it, several texts where there are several documents.
        let json: String?

        var testDescription: String { "\(id) \(name)" }
    }

    /// How an answer differs from the suite's.
    enum Difference: Equatable, Sendable {
        /// An error that was not found.
        case accepted
        /// Something valid that was refused, with the first error's code.
        case refused(String)
        /// Something valid that was read as another value.
        case otherValue
    }

    static let path = "data/yaml-test-suite.json"

    static func load() throws -> [Case] {
        guard let url = SharedData.url(path) else { return [] }
        return try JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
    }

    /// The difference of this reader's answer; nil where there is none.
    static func difference(_ test: Case) throws -> Difference? {
        let (document, problems) = YAMLDocument.parse(SourceFile(name: test.id, text: test.yaml))
        let error = problems.first { $0.severity == .error }
        if test.error { return error == nil ? .accepted : nil }
        if let error { return .refused(error.code) }
        guard let json = test.json else { return nil }
        let expected = try JSONDecoder().decode(PlainValue.self, from: Data(json.utf8))
        return document.map { PlainValue($0.root) } == expected ? nil : .otherValue
    }
}

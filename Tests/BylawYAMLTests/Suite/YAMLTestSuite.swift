import BylawSource
import BylawTestSupport
import BylawYAML
import Foundation

/// The published YAML test suite, and what this reader makes of each case.
struct YAMLTestSuite {
    struct Case: Decodable, Sendable {
        let id: String
        let name: String
        let yaml: String
        let error: Bool
        /// The value as JSON; absent where JSON cannot say it, several texts where there are several documents.
        let json: String?
    }

    static let path = "data/yaml-test-suite.json"

    static func load() throws -> [Case] {
        guard let url = SharedData.url(path) else { return [] }
        return try JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
    }

    /// How this reader's answer to a case differs from the suite's; nil where it does not.
    static func difference(_ test: Case) -> String? {
        let (document, problems) = YAMLDocument.parse(SourceFile(name: test.id, text: test.yaml))
        let error = problems.first { $0.severity == .error }
        if test.error { return error == nil ? "accepted" : nil }
        if let error { return error.code }
        guard let document else { return "no document and no error" }
        guard let json = test.json else { return nil }
        guard let expected = try? JSONDecoder().decode(PlainValue.self, from: Data(json.utf8)) else {
            return "the suite's JSON cannot be read"
        }
        let actual = PlainValue(document.root)
        return actual == expected ? nil : "\(actual) instead of \(expected)"
    }
}

/// A value without its place, to compare with JSON.
enum PlainValue: Equatable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case list([PlainValue])
    case object([String: PlainValue])

    init(_ node: YAMLNode) {
        switch node.content {
        case .sequence(let items):
            self = .list(items.map(PlainValue.init))
        case .mapping(let mapping):
            self = .object(
                Dictionary(mapping.entries.map { ($0.key.text, PlainValue($0.value)) }, uniquingKeysWith: { $1 }))
        case .scalar(let scalar):
            switch scalar.value {
            case .null: self = .null
            case .bool(let bool): self = .bool(bool)
            case .integer(let number), .float(let number): self = .number(number.double)
            case .string: self = .string(scalar.text)
            }
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let bool = try? container.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let string = try? container.decode(String.self) {
            self = .string(string)
        } else if let list = try? container.decode([PlainValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: PlainValue].self))
        }
    }
}

import BylawCEL
import BylawTestSupport
import Foundation

/// One test of the specification's suite.
struct ConformanceCase: Sendable {
    enum Matcher: Sendable {
        case value(Value)
        case error
        /// The result, unless only the type counts, and the type that the checker must find.
        case typed(Value?, CELType?)
    }

    let id: String
    let expression: String
    let expandsMacros: Bool
    let isChecked: Bool
    let isOnlyChecked: Bool
    let container: String
    let variables: [(name: String, type: CELType)]
    let functions: [Function]
    let bindings: [(name: String, value: Value)]
    let matcher: Matcher
}

/// Something in a test file that does not have the form its README gives.
struct ConformanceFormatError: Error {
    let what: String
}

extension ConformanceCase {
    /// The files that are left out: what an optimiser writes, and a library that is not part of the language.
    static let leftOut: Set<String> = ["block_ext.json", "network_ext.json"]

    /// Every test, in the order of the files' names.
    static func load(from folder: URL) throws -> [ConformanceCase] {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "json" && !leftOut.contains($0.lastPathComponent) }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        return try files.flatMap { file in
            let root = try Fields(JSONSerialization.jsonObject(with: Data(contentsOf: file)))
            return try root.list("sections").flatMap { section in
                try section.list("tests").map { try ConformanceCase($0) }
            }
        }
    }

    private init(_ test: Fields) throws {
        id = try test.string("id")
        expression = try test.string("expr")
        expandsMacros = !test.flag("disable_macros")
        isChecked = !test.flag("disable_check")
        isOnlyChecked = test.flag("check_only")
        container = test.values["container"] as? String ?? ""
        let declarations = try test.list("type_env")
        variables = try declarations.filter { $0.values["ident"] != nil }.map {
            (try $0.string("name"), try CELType(tagged: $0.object("ident").object("type")))
        }
        functions = try declarations.filter { $0.values["function"] != nil }.map { declaration in
            let overloads = try declaration.object("function").list("overloads").map { overload in
                Overload(
                    try overload.string("id"), isMember: overload.flag("instance"),
                    try overload.list("params").map { try CELType(tagged: $0) },
                    try CELType(tagged: overload.object("result")),
                    .variadic { _ in .failure(.noSuchOverload, "declared only") })
            }
            return Function(try declaration.string("name"), "", overloads)
        }
        bindings = try (test.values["bindings"] as? [String: Any] ?? [:]).sorted { $0.key < $1.key }.map {
            ($0.key, try Value(tagged: Fields($0.value).object("value")))
        }
        let matcher = try test.object("matcher")
        if matcher.values["eval_error"] != nil {
            self.matcher = .error
        } else if matcher.values["typed_result"] != nil {
            let typed = try matcher.object("typed_result")
            self.matcher = .typed(
                typed.values["result"] == nil ? nil : try Value(tagged: typed.object("result")),
                typed.values["deduced_type"] == nil ? nil : try CELType(tagged: typed.object("deduced_type")))
        } else {
            self.matcher = .value(try Value(tagged: matcher.object("value")))
        }
    }
}

/// A JSON object, with errors that say which member is not as it should be.
struct Fields {
    let values: [String: Any]

    init(_ value: Any) throws {
        guard let values = value as? [String: Any] else { throw ConformanceFormatError(what: "\(value)") }
        self.values = values
    }

    func string(_ name: String) throws -> String {
        guard let value = values[name] as? String else { throw ConformanceFormatError(what: name) }
        return value
    }

    func flag(_ name: String) -> Bool { values[name] as? Bool ?? false }

    func object(_ name: String) throws -> Fields {
        guard let value = values[name] else { throw ConformanceFormatError(what: name) }
        return try Fields(value)
    }

    /// The objects of a list; none where it is absent.
    func list(_ name: String) throws -> [Fields] {
        try (values[name] as? [Any] ?? []).map { try Fields($0) }
    }
}

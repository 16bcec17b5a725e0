import Bylaw
import BylawJSON
import BylawSource
import BylawTestSupport
import BylawTesting
import BylawYAML
import Foundation

/// What policies, conditions and requests are made of.
extension Seeds {
    /// The requests of the fixtures, with what they are judged by.
    static var situations: [(request: Request, standing: StandingInput)] {
        let fixtures = try? FixtureSuite(contentsOf: root.appending(path: "Fixtures"))
        return fixtures?.cases.flatMap(\.situations) ?? []
    }

    /// The same as JSON, of each kind a few.
    static var requests: [String] {
        var count: [String: Int] = [:]
        return situations.map(\.request).filter { request in
            count[request.action.name, default: 0] += 1
            return count[request.action.name, default: 0] <= 3
        }.map { request in
            var writer = JSONWriter()
            writer.value(request)
            return writer.text
        }
    }

    /// The expressions of the specification's suite.
    static var conformance: [String] {
        guard SharedData.isPresent("cel-conformance"), let folder = SharedData.url("cel-conformance") else { return [] }
        return paths(in: folder, named: [".json"]).flatMap { path in
            let file = try? JSONValue.parse(bytes(folder.appending(path: path)))
            return (file?["sections"]?.elements ?? []).flatMap { section in
                (section["tests"]?.elements ?? []).compactMap { $0["expr"]?.string }
            }
        }
    }

    /// The conditions of the project's policies, and some of what reaches further.
    static var conditions: [String] {
        var written: [String] = []
        forEachEntry { key, value in
            if ["when", "unless", "require"].contains(key), let text = value.scalar?.text { written.append(text) }
        }
        return written + [
            "is.map(x, x + i).filter(x, x > 2).exists(x, x == 4)", "has(m.a) && m.?b.orValue(0) > 1",
            "cel.bind(x, s + s, x + x).size() < 20", "'%s %d %.3f'.format([s, i, d])", "s.matches('(a|é)+b$')",
            "is.sortBy(x, -x)[0] == 3", "ss.join('-').split('-') == ss", "math.greatest(is) << 2",
            "timestamp('2024-09-01T10:00:00Z').getHours('Asia/Tokyo')", "m.transformMap(k, v, v + 1)['a']",
            "base64.decode('YQ==') == b'a'", "regex.extract(s, '(é.)')", "[1, [2, 3]].flatten()",
        ]
    }

    /// The keys of policies, as they are written: `rules:`.
    static var keys: [String] {
        var keys: Set<String> = []
        forEachEntry { key, _ in keys.insert("\(key): ") }
        return keys.filter { $0.utf8.count < 24 }.sorted()
    }

    /// Calls `body` with each key and value, at any depth, of the project's policies.
    private static func forEachEntry(_ body: (String, YAMLNode) -> Void) {
        func visit(_ node: YAMLNode) {
            switch node.content {
            case .scalar: break
            case .sequence(let items): items.forEach(visit)
            case .mapping(let mapping):
                for entry in mapping.entries {
                    body(entry.key.text, entry.value)
                    visit(entry.value)
                }
            }
        }
        for policy in files(in: "Policies", named: [".yaml"]) {
            if let root = YAMLDocument.parse(.init(name: "", bytes: policy)).document?.root { visit(root) }
        }
    }

    /// The calls that conditions know besides those of the language.
    static let functions = [
        ".mentions('", ".reveals('", ".quotes(", "fact('", "standing.points('", ".relatedTo(", "has(", "now - ", " in ",
        "| ",
    ]
}

import BylawJSON
import BylawSource
import BylawYAML

/// YAML texts: there is a document or an error; every value lies in the text, and the parts of a scalar in
/// their order.
struct YAMLTarget: FuzzTarget {
    static var seeds: [[UInt8]] {
        Seeds.suite("data/yaml-test-suite.json") { test in test["yaml"]?.string.map { Array($0.utf8) } }
            + Seeds.files(in: "Policies/common", named: [".yaml"])
            + Seeds.files(in: "Tests/Broken", named: [".yaml"])
    }

    static let words = [
        "- ", ": ", "? ", "| ", "|2+\n", ">-\n", "&a ", "*a", "<<: ", "!!str ", "---\n", "...\n", "%YAML 1.2\n",
        "\"\\u3042\"",
        "\"\\\n ", "''", "\u{FEFF}", "\r\n", "\u{2028}", "\u{85}", "{ a: b }", "[ a, b ]", "#", "null", ".inf", "0x1F",
    ]

    /// Small, so that each limit is met.
    private let limits: YAMLLimits = {
        var limits = YAMLLimits()
        limits.bytes = 8192
        limits.depth = 24
        limits.nodes = 400
        limits.anchors = 4
        limits.aliases = 8
        limits.scalarBytes = 1024
        limits.problems = 10
        return limits
    }()

    func exercise(_ input: [UInt8]) {
        let file = SourceFile(name: "input.yaml", bytes: input)
        let (document, problems) = YAMLDocument.parse(file, limits: limits)
        require(document != nil || problems.contains { $0.severity == .error }, "there is no document and no error")
        require(problems.count <= limits.problems + 1, "\(problems.count) problems are told")
        requireHarmless(problems)
        if let root = document?.root { visit(root, within: SourceRange(0, input.count)) }
    }

    private func visit(_ node: YAMLNode, within whole: SourceRange) {
        require(node.range.start >= 0 && node.range.end <= whole.end, "\(node.range) lies outside of \(whole)")
        switch node.content {
        case .scalar(let scalar): visit(scalar, whole)
        case .sequence(let items): for item in items { visit(item, within: whole) }
        case .mapping(let mapping):
            for entry in mapping.entries {
                require(entry.key.range.end <= whole.end, "a key ends behind the text")
                visit(entry.value, within: whole)
            }
        }
    }

    private func visit(_ scalar: YAMLScalar, _ whole: SourceRange) {
        var last = 0
        for offset in 0...scalar.text.utf8.count {
            let range = scalar.sourceRange(of: offset..<offset + 1)
            require(
                range.start >= last && range.end <= whole.end, "\(range) lies before \(last) or behind \(whole.end)")
            last = range.start
        }
    }
}

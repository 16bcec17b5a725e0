package import Bylaw
package import BylawSource
package import BylawYAML

/// Turns a YAML document into fixture syntax.
///
/// What cannot be read is reported and left out, so that one pass finds as many problems as it can.
package struct FixtureParser {
    let nodes: NodeReader

    package init(file: SourceFile, problems: Problems) {
        nodes = NodeReader(file: file, problems: problems)
    }

    /// Reads a fixture; nil where what every fixture must have is missing, which is reported.
    package func fixture(_ root: YAMLNode) -> FixtureSyntax? {
        guard let reader = MappingReader(root, FixtureShapes.fixture, nodes) else { return nil }
        _ = reader.integer("bylaw")
        let cases = reader["cases"].map { nodes.list($0, testCase) } ?? []
        let cells = reader["matrix"].map { nodes.oneOrMore($0) { $0 }.flatMap(matrix) } ?? []
        let histories = reader["histories"].map { nodes.list($0, history) } ?? []
        let isWritten = ["cases", "histories"].contains { !(reader[$0]?.sequence?.isEmpty ?? true) }
        if !isWritten, reader["matrix"] == nil || reader["matrix"]?.sequence?.isEmpty == true {
            nodes.problems.error(
                "no-cases", "the fixture has no cases", at: firstKey(of: root),
                help: "write `cases`, `matrix` or `histories`")
        }
        checkNames(cases.map(\.name) + cells.map(\.name) + histories.map(\.name))
        guard let policies = reader["policies"].flatMap(nodes.text) else { return nil }
        let now = reader["now"].flatMap(nodes.timestamp)
        return FixtureSyntax(
            file: nodes.file, policies: policies, now: now, isTimeUnreadable: now == nil && reader["now"] != nil,
            given: reader["given"].flatMap(request), cases: cases + cells, histories: histories)
    }

    private func firstKey(of root: YAMLNode) -> SourceLocation {
        root.mapping?.entries.first.map { SourceLocation(nodes.file, $0.key.range) } ?? nodes.location(of: root)
    }

    /// Two results of one name could not be told apart in a report.
    private func checkNames(_ names: [Located<String>]) {
        for (index, name) in names.enumerated() {
            guard let first = names[..<index].first(where: { $0.value.utf8.elementsEqual(name.value.utf8) }) else {
                continue
            }
            nodes.problems.error(
                "duplicate-name", "there is a case `\(name.value)` already", at: name.location,
                labels: [.init(first.location, "the first one")])
        }
    }

    private func request(_ node: YAMLNode) -> YAMLNode? {
        guard node.mapping != nil else {
            nodes.expected("a request, which is a mapping", at: node)
            return nil
        }
        return node
    }

    private func testCase(_ node: YAMLNode) -> CaseSyntax? {
        guard let reader = mapping(node, FixtureShapes.testCase) else { return nil }
        let standing = reader["standing"].map(standing) ?? StandingSyntax.none
        let override = override(reader)
        let now = reader["now"].flatMap(nodes.timestamp)
        let expect = reader["expect"].flatMap { expectation($0, FixtureShapes.expectation, reader) }
        guard let name = reader["name"].flatMap(nodes.text), let expect else { return nil }
        return CaseSyntax(name: name, now: now, override: override, standing: standing, expect: expect)
    }

    private func history(_ node: YAMLNode) -> HistorySyntax? {
        guard let reader = mapping(node, FixtureShapes.history) else { return nil }
        let steps = reader["steps"].map { nodes.list($0, step) } ?? []
        guard let name = reader["name"].flatMap(nodes.text) else { return nil }
        if reader["steps"] != nil, !steps.contains(where: { $0.expect != nil }) {
            nodes.problems.error("nothing-expected", "no step of this history expects anything", at: name.location)
        }
        return HistorySyntax(name: name, reviewers: reader["reviewers"].map(reviewers), steps: steps)
    }

    private func reviewers(_ node: YAMLNode) -> [Reviewer] {
        entries(node).map { id, roles in
            Reviewer(id: id.value, roles: nodes.oneOrMore(roles, nodes.text).map(\.value))
        }
    }

    private func step(_ node: YAMLNode) -> StepSyntax? {
        let errorsBefore = nodes.problems.errorCount
        guard let reader = mapping(node, FixtureShapes.step) else { return nil }
        let deeds = (["with"] + Self.changes).filter(reader.has)
        if deeds.count > 1 {
            nodes.problems.error(
                "several-deeds", "a step does one thing: \(deeds.quotedList)", at: reader.location(of: deeds[1]),
                help: "write a step for each")
        }
        let expect = reader["expect"].flatMap { expectation($0, FixtureShapes.stepExpectation, reader) }
        let change = ledgerChange(reader)
        if change != nil, let expect, expect.judges {
            nodes.problems.error(
                "nothing-judged", "nothing is judged in this step", at: expect.location,
                help: "expect a `standing`, or judge in a step of its own")
        }
        let deed: StepSyntax.Deed =
            if let change {
                .change(change)
            } else if reader.has("with") || reader.has("without") || expect?.judges ?? false {
                .judge(override(reader))
            } else {
                .look
            }
        if case .look = deed, expect == nil, nodes.problems.errorCount == errorsBefore {
            nodes.problems.error("nothing-done", "this step does nothing and expects nothing", at: reader.location)
        }
        return StepSyntax(location: reader.location, time: time(reader), deed: deed, expect: expect)
    }

    private func time(_ reader: MappingReader) -> Located<StepSyntax.Time>? {
        if let at = reader["at"] {
            if reader.has("after") {
                nodes.problems.error(
                    "several-times", "a step has `at` or `after`, not both", at: reader.location(of: "after"))
            }
            return nodes.timestamp(at)?.map { .at($0) }
        }
        return reader["after"].flatMap(nodes.duration)?.map { .after($0) }
    }

    func override(_ reader: MappingReader) -> OverrideSyntax {
        OverrideSyntax(
            with: reader["with"].flatMap(request).map { [$0] } ?? [],
            without: reader["without"].map { nodes.oneOrMore($0, nodes.text) } ?? [])
    }

    func standing(_ node: YAMLNode) -> StandingSyntax {
        if let scalar = node.scalar {
            switch scalar.text {
            case "none": return .none
            case "unavailable": return .unavailable
            default:
                nodes.unknownWord(Located(scalar.text, at: nodes.location(of: node)), ["none", "unavailable"])
                return .none
            }
        }
        guard let reader = MappingReader(node, FixtureShapes.standing, nodes) else { return .none }
        func texts(_ key: String) -> [Located<String>] { reader[key].map { nodes.list($0, nodes.text) } ?? [] }
        return .known(
            KnownStandingSyntax(
                points: reader["points"].map { points($0) } ?? [], roles: texts("roles"), revoked: texts("revoked"),
                titles: texts("titles"), suspended: texts("suspended")))
    }

    /// Points by tally, whose name may be `policy/tally`.
    func points(_ node: YAMLNode) -> [Named<Located<Int>>] {
        entries(node).compactMap { name, value in
            nodes.integer(value, in: FixtureShapes.points, "points").map { Named(name, $0) }
        }
    }

    /// A mapping whose keys are names of things in the policies or paths.
    func entries(_ node: YAMLNode) -> [(Located<String>, YAMLNode)] {
        guard let mapping = node.mapping else {
            nodes.expected("a mapping", at: node)
            return []
        }
        return mapping.entries.map { (nodes.located($0.key), $0.value) }
    }

    /// A mapping of a case or step. A part of the request that was written beside `with` is the likeliest slip.
    private func mapping(_ node: YAMLNode, _ shape: Shape) -> MappingReader? {
        let parts = [
            "actor", "action", "resource", "context", "facts", "stage", "incident", "modes", "rulings", "stopped",
        ]
        for entry in node.mapping?.entries ?? [] where parts.contains(entry.key.text) {
            nodes.problems.error(
                "misplaced-key", "`\(entry.key.text)` is a part of the request",
                at: SourceLocation(nodes.file, entry.key.range), help: "write it in `with`")
        }
        guard let mapping = node.mapping else { return MappingReader(node, shape, nodes) }
        let known = YAMLMapping(
            entries: mapping.entries.filter { !parts.contains($0.key.text) }, isFlow: mapping.isFlow)
        return MappingReader(YAMLNode(content: .mapping(known), range: node.range), shape, nodes)
    }
}

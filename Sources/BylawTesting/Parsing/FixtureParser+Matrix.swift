import Bylaw
import BylawSource
import BylawYAML

/// Matrices: tables of what is expected of each row by each column, every cell a case.
extension FixtureParser {
    /// A row, column or layer: how requests differ in it.
    private struct Line {
        let name: Located<String>
        let override: OverrideSyntax
        let standing: StandingSyntax?
    }

    /// The cases of a matrix. Cells that are missing or belong to no row or column are reported.
    func matrix(_ node: YAMLNode) -> [CaseSyntax] {
        guard let reader = MappingReader(node, FixtureShapes.matrix, nodes) else { return [] }
        let rows = lines(reader, "rows", "a row")
        let columns = lines(reader, "columns", "a column")
        let layers = lines(reader, "layers", "a layer")
        guard let name = reader["name"].flatMap(nodes.text), let table = reader["expect"] else { return [] }
        let standing = reader["standing"].map(standing)
        let base = Line(name: name, override: override(reader), standing: standing)
        let now = reader["now"].flatMap(nodes.timestamp)
        func cells(_ table: YAMLNode, _ layer: [Line]) -> [CaseSyntax] {
            pairs(table, rows, .row).flatMap { row, cells in
                pairs(cells, columns, .column).compactMap { column, cell in
                    self.cell(cell, of: base, by: [row, column] + layer, now: now)
                }
            }
        }
        guard reader.has("layers") else { return cells(table, []) }
        return pairs(table, layers, .layer).flatMap { layer, table in cells(table, [layer]) }
    }

    private func lines(_ reader: MappingReader, _ key: String, _ what: String) -> [Line] {
        guard let node = reader[key] else { return [] }
        let lines = entries(node).compactMap { name, node -> Line? in
            if node.isNull { return Line(name: name, override: .init(with: [], without: []), standing: nil) }
            guard let reader = MappingReader(node, FixtureShapes.matrixLine, nodes) else { return nil }
            let parts = (node.mapping?.entries ?? []).filter { !Self.ownKeys.contains($0.key.text) }
            let request = YAMLNode(
                content: .mapping(YAMLMapping(entries: parts, isFlow: node.mapping?.isFlow ?? true)),
                range: node.range)
            return Line(
                name: name,
                override: .init(
                    with: [request], without: reader["without"].map { nodes.oneOrMore($0, nodes.text) } ?? []),
                standing: reader["standing"].map(standing))
        }
        if node.mapping?.entries.isEmpty == true {
            nodes.problems.error("empty-matrix", "a matrix needs \(what)", at: nodes.location(of: node))
        }
        return lines
    }

    /// What of a row or column is no part of the request.
    private static let ownKeys = ["without", "standing"]

    /// Each line with what the table says of it, in the order of the table.
    private func pairs(_ table: YAMLNode, _ lines: [Line], _ axis: MatrixAxis) -> [(Line, YAMLNode)] {
        let written = entries(table)
        let names = lines.map(\.name.value)
        for (name, _) in written where !names.contains(where: { $0.isSame(name.value) }) {
            nodes.problems.error(
                axis.unknownCode, "the matrix has no \(axis.rawValue) `\(name.value)`", at: name.location,
                help: Spelling.suggestion(for: name.value, in: names))
        }
        let missing = names.filter { name in
            !written.contains { $0.0.value.isSame(name) && !$0.1.isNull }
        }
        if table.mapping != nil, !missing.isEmpty {
            nodes.problems.error(
                axis.missingCode,
                "nothing is expected of \(axis.rawValue) \(missing.map { "`\($0)`" }.joined(separator: ", "))",
                at: nodes.location(of: table))
        }
        return written.compactMap { name, node in
            guard !node.isNull else { return nil }
            return lines.first { $0.name.value.isSame(name.value) }.map { ($0, node) }
        }
    }

    /// One cell: an outcome, or all that may be expected of a case.
    private func cell(
        _ node: YAMLNode, of matrix: Line, by lines: [Line], now: Located<Timestamp>?
    ) -> CaseSyntax? {
        let place = nodes.location(of: node)
        let expect: Expectation?
        if node.scalar != nil {
            expect = nodes.word(node, Outcome.self).map { outcome in
                var expect = Expectation(at: place)
                expect.outcome = outcome
                return expect
            }
        } else {
            expect = expectation(node, FixtureShapes.expectation, at: place)
        }
        let name = lines.map(\.name.value).joined(separator: " × ")
        let overrides = ([matrix] + lines).map(\.override)
        return expect.map { expect in
            CaseSyntax(
                name: Located("\(matrix.name.value): \(name)", at: place), now: now,
                override: .init(with: overrides.flatMap(\.with), without: overrides.flatMap(\.without)),
                standing: ([matrix] + lines).compactMap(\.standing).last ?? .none, expect: expect)
        }
    }
}

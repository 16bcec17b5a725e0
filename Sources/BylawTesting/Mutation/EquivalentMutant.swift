package import Bylaw
import BylawSource
import BylawYAML

/// A mutant that decides as the policy does, so that no fixture could notice it.
package struct EquivalentMutant: Sendable {
    /// The name of the files that list them, beside the fixtures.
    package static let fileName = "equivalent-mutants.yaml"
    /// How many of a hundred mutants may be listed: more would be a way to be rid of survivors.
    package static let mostPercent = 2

    /// The mutant's id.
    package let id: Located<String>
    /// Why no request could show the difference.
    package let proof: String
}

extension FixtureParser {
    /// Reads a file of equivalent mutants.
    func equivalentMutants(_ root: YAMLNode) -> [EquivalentMutant] {
        guard let reader = MappingReader(root, FixtureShapes.equivalentMutants, nodes) else { return [] }
        _ = reader.integer("bylaw")
        let entries = reader["equivalent-mutants"].map { nodes.list($0, equivalentMutant) } ?? []
        for (index, entry) in entries.enumerated() {
            guard let first = entries[..<index].first(where: { $0.id.value.isSame(entry.id.value) }) else { continue }
            nodes.problems.error(
                "duplicate-name", "`\(entry.id.value)` is listed already", at: entry.id.location,
                labels: [.init(first.id.location, "the first one")])
        }
        return entries
    }

    private func equivalentMutant(_ node: YAMLNode) -> EquivalentMutant? {
        guard let reader = MappingReader(node, FixtureShapes.equivalentMutant, nodes),
            let id = reader["id"].flatMap(nodes.text), let proof = reader["proof"].flatMap(nodes.text)
        else { return nil }
        guard proof.value.contains(where: { !$0.isWhitespace }) else {
            nodes.problems.error(
                "missing-proof", "nothing is said of why it is equivalent", at: proof.location,
                help: "say why no request could show the difference")
            return nil
        }
        return EquivalentMutant(id: id, proof: proof.value)
    }
}

import Bylaw
import BylawAuthoring
import BylawSource
import Testing

@Suite("Texts that policies put into force, where the policies are analysed")
struct AnalysedSourcesTests {
    private static let source = """
        bylaw: 1
        source: town.rules
        title: { en: Rules }
        language: en
        file: rules.txt

        """

    private static let policy = AnalysisGround.policy { _ in }

    @Test("a text that no policy puts into force is warned of")
    func unused() throws {
        let analysis = try PolicyAnalysis(texts: ["garden.yaml": Self.policy, "rules.yaml": Self.source])
        #expect(analysis.policies.warnings.map(\.brief) == ["unused-source: town.rules"])
        #expect(analysis.findings.isEmpty)
    }

    @Test("a text is described once")
    func duplicate() {
        let error = #expect(throws: PolicyErrors.self) {
            try PolicyAnalysis(texts: [
                "garden.yaml": Self.policy, "rules.yaml": Self.source, "more/rules.yaml": Self.source,
            ])
        }
        #expect(error?.diagnostics.map(\.brief) == ["duplicate-source: town.rules"])
    }
}

import Bylaw
import BylawAuthoring
import BylawSource
import BylawTestSupport
import Foundation
import Testing

/// What a rule quotes is written in its source, word for word, and no sentence of a source is passed over in silence.
@Suite("Quotes of sources", .enabled(if: SharedData.isPresent("sources")))
struct SourceQuoteTests {
    /// The folders of policies that say what of their text no rule puts into force.
    static func packs() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Pack.policies.path).filter { name in
            let file = Pack.policies.appending(path: name).appending(path: "source.yaml")
            return FileManager.default.fileExists(atPath: file.path)
        }.sorted()
    }

    @Test(arguments: try packs())
    func `each sentence of a pack's text is quoted word for word, or left out for a reason`(_ pack: String) throws {
        let policies = try PolicySet(contentsOf: Pack.policies.appending(path: pack))
        let texts = try #require(SharedData.url("sources"))
        let report = SourceReport([policies], textsIn: texts)
        #expect(report.diagnostics.isEmpty, "\(TextRenderer().render(report.diagnostics))")
        #expect(policies.warnings.isEmpty, "\(TextRenderer().render(policies.warnings))")
    }

    @Test func `each rule that quotes says which text it quotes`() throws {
        let quotes = try PolicySet(contentsOf: Pack.policies).checked.flatMap { policy in
            policy.rules.compactMap(\.source)
        }
        #expect(!quotes.isEmpty)
        for quote in quotes {
            #expect(quote.document != nil, "\(quote.quote.location) quotes a text that its policy does not use")
        }
    }
}

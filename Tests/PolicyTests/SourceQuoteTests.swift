import Bylaw
import BylawSource
import BylawTestSupport
import Foundation
import Testing

/// A rule that quotes its source says what is written there, word for word.
@Suite("Quotes of sources", .enabled(if: SharedData.isPresent("sources")))
struct SourceQuoteTests {
    /// The published text of each folder of policies that puts one into force.
    static let sources = ["workcircle": "workcircle-ambassador-program.ja.txt"]

    private static func quotes() throws -> [(rule: String, pack: String, quote: Located<String>)] {
        try PolicySet(contentsOf: Pack.policies).checked.flatMap { policy in
            policy.rules.compactMap { rule in
                guard let source = rule.source, source.reading == .direct else { return nil }
                return ("\(policy.id)/\(rule.name)", policy.path.parts.first ?? "", source.quote)
            }
        }
    }

    @Test func `each direct quote stands in its source word for word`() throws {
        let quotes = try Self.quotes()
        #expect(!quotes.isEmpty)
        for (rule, pack, quote) in quotes {
            let name = try #require(Self.sources[pack], "no source is known for `\(pack)`, which \(rule) quotes")
            let url = try #require(SharedData.url("sources/\(name)"))
            let text = try Data(contentsOf: url)
            #expect(
                text.firstRange(of: Data(quote.value.utf8)) != nil, "\(rule) at \(quote.location) quotes otherwise")
            #expect(!quote.value.isEmpty)
        }
    }
}

import BylawTestSupport
import BylawText
import Testing

@Suite("A quotation")
struct QuotationTests {
    private static let post = """
        株式会社アクメに転職しました。年収は800万円から950万円になりましたが、残業は減っていません。
        面接では「なぜ今なのか」と何度も聞かれました。
        """
    private static let english = """
        I joined Bacoe last spring. They don't pay overtime, and the manager said “nobody leaves before eight”.
        Still, I would not call it a bad company.
        """

    @Test(
        "is faithful, altered, or none at all",
        arguments: [
            ("「年収は800万円から950万円になりました」とのこと。", post, Quotation.faithful),
            ("「年収は８００万円から９５０万円になりました！」とのこと。", post, .faithful),
            ("「年収は800万円から1950万円になりました」とのこと。", post, .altered),
            ("「残業は減りました」", post, .altered),
            ("「A社に転職しました」って。", post, .faithful),
            ("「○○に転職しました」", post, .faithful),
            ("「■■■■■■■に転職しました」", post, .faithful),
            ("「××社に転職しました」", post, .faithful),
            ("「XXに転職しました。年収は…残業は減っていません」", post, .faithful),
            ("「年収は…減っていました」", post, .altered),
            ("「残業は…年収は」", post, .altered),
            ("「面接では『なぜ今なのか』と何度も聞かれました」", post, .faithful),
            ("「面接では『なぜ今なのか』」と「残業は増えました」", post, .altered),
            ("転職の話です。", post, .none),
            ("アンバサダーのおすすめスレッドです。転職した人は読んでみてください。", post, .none),
            ("A社に転職しました。年収は800万円から950万円になりましたが、残業は減っていません。", post, .none),
            ("A社に転職しました。年収は800万円から950万円になりましたが、残業は減りました。", post, .none),
            ("「残業は減っていません", post, .faithful),
            ("「残業は増えています\nおすすめです", post, .altered),
            ("「退職」を考える方へ", post, .none),
            ("「残業なし」", post, .none),
            ("「残業はなし」", post, .altered),
            ("「■■■」", post, .none),
            ("「」", post, .none),
            ("", post, .none),
            ("> They don't pay overtime,\n> and the manager said\nWow.", english, .faithful),
            ("> They do pay overtime\nWow.", english, .altered),
            ("She wrote \"they DON’T pay overtime\" there", english, .faithful),
            ("She wrote \"they pay overtime\" there", english, .altered),
            ("She wrote 'a bad company'. It's sad, isn't it?", english, .faithful),
            ("It's sad that they don't care, isn't it?", english, .none),
            ("„I joined [...] last spring“", english, .faithful),
            ("«I joined ... would not call it a bad company»", english, .faithful),
            ("\"I joined ■■■■■ last spring\"", english, .faithful),
            ("\"I left ■■■■■ last spring\"", english, .altered),
            ("\"A would not call it a bad company\"", english, .altered),
            ("I joined Bacoe last spring. They don't pay overtime, and the boss said nothing.", english, .none),
            ("A new thread about overtime. Read it!", english, .none),
            ("6\" screens and \"they don't pay overtime\"", english, .altered),
        ])
    func checks(_ text: String, _ original: String, _ expected: Quotation) {
        #expect(Quotation.check(text, against: original) == expected)
    }

    @Test("takes what the community's masks insert for any name, but no more than a name")
    func replacements() {
        let text = "「Company Aに転職しました」"
        #expect(Quotation.check(text, against: Self.post) == .altered)
        #expect(
            Quotation.check(text, against: Self.post, replacements: [.number(template: "Company {A}")]) == .faithful)
        #expect(
            Quotation.check("「[hidden]に転職しました」", against: Self.post, replacements: [.text("[hidden]")]) == .faithful)
        #expect(
            Quotation.check("「p-3f9aに転職しました」", against: Self.post, replacements: [.pseudonym(template: "p-{id}")])
                == .faithful)
        let long = "始まり" + String(repeating: "長い話", count: 40) + "終わり"
        #expect(Quotation.check("「始まり■終わり」", against: long) == .altered)
        #expect(Quotation.check("「始まり…終わり」", against: long) == .faithful)
        #expect(Quotation.check("「{A}」", against: long, replacements: [.number(template: "{A}")]) == .none)
    }

    @Test("takes the nearest place that fits, not the first")
    func backtracking() {
        let original = "赤い車が走る。" + String(repeating: "空", count: 70) + "赤い鳥が飛ぶ。"
        #expect(Quotation.check("「赤い■が飛ぶ」", against: original) == .faithful)
        #expect(Quotation.check("「赤い■が泳ぐ」", against: original) == .altered)
    }

    @Test("agrees with a plain search for its pieces, one after the other")
    func agreesWithPlainSearch() {
        var generator = SeededGenerator(seed: 17)
        func word(_ lengths: ClosedRange<Int>) -> String {
            (0..<Int.random(in: lengths, using: &generator)).map { _ in
                ["あ", "い", "う"].randomElement(using: &generator) ?? ""
            }.joined()
        }
        var outcomes: [Bool: Int] = [:]
        for _ in 0..<3000 {
            let original = word(0...60)
            // Long enough together to be a quotation.
            let pieces = (0..<Int.random(in: 2...3, using: &generator)).map { _ in word(3...4) }
            var rest = original[...]
            var isFaithful = true
            for piece in pieces {
                guard let range = rest.firstRange(of: piece) else {
                    isFaithful = false
                    break
                }
                rest = rest[range.upperBound...]
            }
            let separator = ["■", "…", "○○"].randomElement(using: &generator) ?? ""
            let result = Quotation.check("「\(pieces.joined(separator: separator))」", against: original)
            #expect(result == (isFaithful ? .faithful : .altered), "\(pieces) in \(original)")
            outcomes[isFaithful, default: 0] += 1
        }
        #expect(outcomes[true, default: 0] > 100 && outcomes[false, default: 0] > 100)
    }

    @Test("comes to an end for hostile texts")
    func hostile() {
        let original = String(repeating: "あ", count: 20_000)
        let wildcards = "「" + String(repeating: "あ■", count: 5_000) + "い」"
        #expect(Quotation.check(wildcards, against: original) == .undecided)
        #expect(Quotation.check(String(repeating: "「", count: 20_000), against: original) == .none)
        #expect(Quotation.check(String(repeating: "\"「『«„'", count: 5_000), against: original) == .none)
        #expect(Quotation.check(String(repeating: "■…", count: 20_000), against: original) == .none)
    }
}

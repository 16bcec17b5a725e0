import Testing

@testable import BylawAuthoring

/// Where a sentence ends.
@Suite struct SentencesTests {
    static let texts: [(text: String, sentences: [String])] = [
        ("Be kind. Ask first! Why? So", ["Be kind.", "Ask first!", "Why?", "So"]),
        ("一つ。二つ！三つ？四つ；五つ", ["一つ。", "二つ！", "三つ？", "四つ；", "五つ"]),
        ("アウトでいいのでは??と思う", ["アウトでいいのでは??", "と思う"]),
        // A dot ends nothing where no white space follows.
        ("See https://e.example/a.b, 3.5 km or v1.2.0.", ["See https://e.example/a.b, 3.5 km or v1.2.0."]),
        ("one\ntwo\r\nthree\n\n  four  ", ["one", "two", "three", "four"]),
        // What closes belongs to what it closes.
        ("「いいですか？」彼は言った。", ["「いいですか？」", "彼は言った。"]),
        ("Er sagt: „Ja.“ Dann geht er.", ["Er sagt: „Ja.“", "Dann geht er."]),
        ("他说。“好”", ["他说。", "“好”"]),
        ("(So it is.) And so?", ["(So it is.)", "And so?"]),
        // What says nothing is no sentence.
        ("---\n・\n…\n13\n\t", ["13"]),
        ("- Ask first", ["- Ask first"]),
        ("", []),
        ("😌", []),
    ]

    @Test(arguments: texts.indices)
    func `a text is its sentences`(index: Int) {
        let (text, expected) = Self.texts[index]
        #expect(Sentences(text).all.map { String(text[$0]) } == expected)
    }

    @Test func `the first end of a text that has none is nowhere`() {
        #expect(Sentences("no end").firstEnd == nil)
        for (text, first) in [("One. Two.", "One."), ("一；二。三", "一；二。")] {
            #expect(Sentences(text).firstEnd.map { text[..<$0] } ?? "" == first)
        }
    }
}

import Testing

@testable import BylawSource

@Suite("Columns that text takes")
struct DisplayWidthTests {
    static let widths: [(text: String, columns: Int)] = [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("ß", 1), ("я", 1), ("α", 1), ("…", 1), ("¡", 1),
        // East Asian.
        ("日本語", 6), ("ひらがな", 8), ("が", 2), ("か\u{3099}", 2), ("ｶﾞ", 2), ("Ａ１", 4), ("、。", 4), ("한국", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2), ("𠮷", 2), ("〜", 2), ("\u{3000}", 2),
        // Marks and what is not seen.
        ("\u{200B}", 0), ("\u{200D}", 0), ("\u{FEFF}", 0), ("\u{301}", 0), ("a\u{301}\u{302}\u{303}b", 2), ("ก็", 1),
        ("\u{AD}", 1),
        // Emoji, each one grapheme cluster.
        ("😀", 2), ("👩‍💻", 2), ("👨‍👩‍👧‍👦", 2), ("🇯🇵", 2), ("👍🏽", 2), ("☝🏽", 2), ("❤", 1), ("❤️", 2), ("1️⃣", 2),
        ("🏳️‍🌈", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("🇯🇵🇩🇪", 4),
    ]

    @Test("each kind of character takes what terminals give it", arguments: widths)
    func columns(_ text: String, _ columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test("the table is in order, without overlaps")
    func table() {
        for (range, next) in zip(DisplayWidth.wideRanges, DisplayWidth.wideRanges.dropFirst()) {
            #expect(range.upperBound < next.lowerBound)
        }
    }
}

/// Japanese texts as members of a community write them, and names of companies.
enum GeneratedText {
    private static let fragments = [
        "今日の定例会で", "新しい製品の資料が", "公開されました。", "担当者から説明があり、", "来月の発表会は", "東京本社で",
        "開催される予定です。", "参加者は三百名を超え、", "会場は満席でした。", "サポート窓口の対応が", "とても早くて助かりました。",
        "設定画面の使い勝手が", "前の版より良くなり、", "社内の評判も上々です。", "通知の遅れについては", "修正版が配布されました。",
        "次の更新では", "検索の速さが改善され、", "日本語の入力にも", "正式に対応します。", "価格は据え置きで、", "既存の契約者も",
        "そのまま使えます。", "写真は許可を得て", "掲載しています。", "アンバサダー会の皆さん、", "ぜひ試してみてください。",
        "CRM 連携は", "API v2 に移行し、", "管理者の作業が", "半分になりました。", "導入までの期間は", "二週間ほどでした。",
        "オンライン研修も", "録画で見られます。", "質問は円の中で", "受け付けています。", "長く使っている者として",
        "率直な感想を書きました。",
    ]
    private static let latin = [
        "Example", "Nimbus", "Orchard", "Kestrel", "Solace", "Tanuki", "Hinode", "Aozora", "Brightline", "Corvid",
        "Deltawave", "Evergreen",
    ]
    private static let kanji = ["青空", "日出", "東都", "北斗", "桜井", "山手", "南海", "富岳", "若葉", "光洋", "三ツ星", "白樺"]
    private static let latinEndings = [" K.K.", " Inc.", " Labs", " Systems", " Holdings"]
    private static let kanjiEndings = ["工業", "商事", "電機", "システムズ", "製作所", "ソフト"]

    /// A text of so many characters that shows no name and no hedge.
    static func text(_ length: Int, _ numbers: inout SeededNumbers) -> String {
        var text = ""
        var count = 0
        while count < length {
            let fragment = numbers.pick(fragments)
            text += fragment
            count += fragment.count
        }
        return String(text.prefix(length))
    }

    static func company(_ numbers: inout SeededNumbers) -> String {
        switch numbers.below(10) {
        case 0..<4: numbers.pick(latin) + numbers.pick(latinEndings)
        case 4..<7: "株式会社" + numbers.pick(kanji) + numbers.pick(kanjiEndings)
        default: numbers.pick(kanji) + numbers.pick(kanjiEndings) + "株式会社"
        }
    }

    /// So many names of companies, each of them another: a number in kanji tells them apart.
    static func companies(_ count: Int) -> [String] {
        let digits = Array("〇一二三四五六七八九").map(String.init)
        return (0..<count).map { index in
            let number = String(index).compactMap(\.wholeNumberValue).map { digits[$0] }.joined()
            let stem = index % 3 == 0 ? latin[index / 3 % latin.count] : kanji[index / 3 % kanji.count]
            return stem + number + kanjiEndings[index % kanjiEndings.count]
        }
    }

    /// The text with something put in somewhere.
    static func inserting(_ part: String, into text: String, _ numbers: inout SeededNumbers) -> String {
        var text = text
        text.insert(contentsOf: part, at: text.index(text.startIndex, offsetBy: numbers.below(text.count + 1)))
        return text
    }
}

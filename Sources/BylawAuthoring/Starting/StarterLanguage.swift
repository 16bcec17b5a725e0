/// The languages in which a first policy can speak to members.
public enum StarterLanguage: String, Sendable, CaseIterable {
    case en, ja, zh, de, ru

    /// What the first policy says in the language.
    struct Texts: Sendable {
        let title: String
        let newcomersWait: String
        let nothingSold: String
        let giveAway: String
        let lexiconTitle: String
        /// What is found in texts that sell something.
        let phrases: [String]
        /// A text that offers something, and one that sells it.
        let offer: String
        let sale: String
    }

    var texts: Texts {
        switch self {
        case .en:
            Texts(
                title: "What may be posted", newcomersWait: "In your first three days a steward looks at your offers.",
                nothingSold: "Nothing is sold here.", giveAway: "Give it away, or take the price out.",
                lexiconTitle: "Words of selling", phrases: ["for sale", "price"],
                offer: "Tomatoes to give away", sale: "Tomatoes for sale")
        case .ja:
            Texts(
                title: "投稿できるもの", newcomersWait: "登録から3日間は、世話人が出品の投稿を確認します。",
                nothingSold: "ここでは販売はできません。", giveAway: "無料で譲るか、値段を消してください。",
                lexiconTitle: "販売の言葉", phrases: ["売ります", "価格"],
                offer: "トマトを差し上げます", sale: "トマトを売ります")
        case .zh:
            Texts(
                title: "可以发布的内容", newcomersWait: "加入后的头三天，管理员会查看你发布的物品。",
                nothingSold: "这里不允许出售物品。", giveAway: "请免费赠送，或删去价格。",
                lexiconTitle: "买卖用语", phrases: ["出售", "价格"],
                offer: "赠送西红柿", sale: "出售西红柿")
        case .de:
            Texts(
                title: "Was hier stehen darf",
                newcomersWait: "In den ersten drei Tagen sieht sich ein Gartenwart deine Angebote an.",
                nothingSold: "Hier wird nichts verkauft.", giveAway: "Verschenke es, oder nimm den Preis heraus.",
                lexiconTitle: "Wörter des Verkaufens", phrases: ["zu verkaufen", "Preis"],
                offer: "Tomaten zu verschenken", sale: "Tomaten zu verkaufen")
        case .ru:
            Texts(
                title: "Что можно публиковать",
                newcomersWait: "Первые три дня ваши предложения просматривает распорядитель.",
                nothingSold: "Здесь ничего не продают.", giveAway: "Отдайте даром или уберите цену.",
                lexiconTitle: "Слова продажи", phrases: ["продаю", "цена"],
                offer: "Отдам помидоры", sale: "Продаю помидоры")
        }
    }
}

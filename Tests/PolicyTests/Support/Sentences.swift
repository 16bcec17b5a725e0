/// Sentences that the lexicons must, and must not, find something in.
enum Sentences {
    typealias Pair = (finds: [String], misses: [String])

    static let hedges: [String: Pair] = [
        "en": (
            [
                "They are reportedly closing the Osaka office.", "ALLEGEDLY the CFO left in June.",
                "Rumour has it that bonuses are cancelled.", "A friend told me overtime is unpaid there.",
                "As far as I know nobody was fired.", "The merger is unconfirmed.", "The plan appears to be dead.",
                "Sources say the deal is off.", "He is said to have resigned.", "It might be the new boss.",
                "I think they pay well.", "word on the street: layoffs", "rep\u{200B}ortedly so",
            ],
            [
                "They reported the numbers on Monday.", "The office closed on 31 March.", "I was there for nine years.",
                "Bonuses were paid in June.", "The company published its accounts.", "My report is due.",
                "We unsubscribed.", "Maybelline is a brand.", "The sources of the river are in the north.",
            ]
        ),
        "ja": (
            [
                "来月で閉鎖されるらしいです。", "部長が辞めるとのこと。", "賞与は出ないそうです。", "来年上場するそうだ。",
                "すでに退職したそうです。", "知人によると残業代は出ません。", "買収されるという噂があります。", "どうやら本当のようです。",
                "倒産するかもしれません。", "リストラがあるみたいです。", "忙しいみたいだ。", "未確認ですが共有します。",
                "人事の人から聞いた話です。", "社長が代わると言われています。", "年内に移転する可能性があります。", "内定取り消しだそうです。",
                "解散するとみられます。", "真偽不明です。",
            ],
            [
                "素晴らしい会社です。", "新しい制服が届きました。", "本社は大阪にあります。", "二〇二三年に退職しました。",
                "男らしい人でした。", "子どもっぽい書き方です。", "やってみたいです。", "ゆっくり休みたいです。", "飲みたいだけです。",
                "そうですね、私も行きます。", "そうだ、明日は休みです。", "多分野で活躍しています。", "次のようです。", "楽しそうです。",
                "よさそうですね。", "給与は毎月二十五日に出ます。", "自分らしい働き方をしています。",
            ]
        ),
        "zh": (
            [
                "据说下个月要裁员。", "听说老板已经辞职了。", "網傳公司要被收購。", "知情人士透露，年终奖取消了。", "好像要搬到上海。",
                "可能会倒闭。", "也许他已经离开。", "这个消息未经证实。", "有人说加班没有工资。", "他疑似泄露机密。", "似乎没有人知道。",
                "據稱合同已經簽了。",
            ],
            [
                "公司在上海。", "我去年离职了。", "加班没有工资。", "这是不可能的。", "我听说过这个品牌。", "会议在三点开始。",
                "年终奖一月发。", "老板昨天宣布了新规定。", "这是大概念。",
            ]
        ),
        "de": (
            [
                "Die Firma wird angeblich verkauft.", "Die angebliche Übernahme scheiterte.",
                "Gerüchten zufolge geht der Chef.",
                "Sie soll gekündigt haben.", "Die Zahlen sollen gefälscht sein.", "Es heißt, dass gespart wird.",
                "Vermutlich kommt kein Bonus.", "Ich habe gehört, dass er geht.", "Das ist noch nicht bestätigt.",
                "Soweit ich weiß, stimmt das.", "Der mutmaßliche Täter arbeitet dort.",
                "Möglicherweise wird umgezogen.",
                "Dem Vernehmen nach ist Schluss.",
            ],
            [
                "Die Firma sitzt in Köln.", "Ich habe dort neun Jahre gearbeitet.", "Der Chef kündigte gestern.",
                "Wir sollen um neun kommen.", "Das Gericht hat entschieden.", "Der Bericht erschien im März.",
                "Ich glaube an das Team.", "Der Bonus wurde gezahlt.",
            ]
        ),
        "ru": (
            [
                "Компанию якобы продают.", "По слухам, премий не будет.", "Говорят, что директор ушёл.",
                "Как сообщается, офис закрывают.", "Я слышала, что там не платят.", "Возможно, это ошибка.",
                "Кажется, всех уволили.", "По неподтвержденным данным, сделка сорвана.", "Вроде бы всё хорошо.",
                "Мол, так и было задумано.", "Насколько я знаю, отпуск есть.", "ЯКОБЫ нет денег.",
            ],
            [
                "Офис находится в Москве.", "Я работал там девять лет.", "Премию выплатили в июне.",
                "Молодец, хорошая работа.", "Директор ушёл вчера.", "Сделка подписана.", "Это что-то вроде клуба.",
                "Она говорит по-английски.",
            ]
        ),
    ]

    static let incitement: [String: Pair] = [
        "en": (
            [
                "PLEASE SPREAD!", "Share this now.", "Read it before it gets deleted.",
                "Urgent: everyone repost this thread.",
                "Forward this to all your friends immediately.", "Wake up, people!", "Quit your job now.",
                "They don't want you to know.", "Name and shame the manager.", "Boycott this company.",
            ],
            [
                "I shared my experience with a friend.", "The butter did not spread.", "We hold shares in the firm.",
                "The right now belongs to the union.", "Our market share right now is small.", "I quit in March.",
                "The file was deleted.", "Please reply when you can.",
            ]
        ),
        "ja": (
            [
                "拡散希望です。", "今すぐみんなに広めて！", "至急、このスレッドをシェアしてください。", "消される前に読んで。",
                "絶対に許すな。", "みんな騙されるな", "不買運動を始めます。", "シェアは今すぐ。", "マスコミが報じない話", "あの店を潰せ",
            ],
            [
                "友人に話しました。", "市場シェアは三割です。", "光が拡散する実験をしました。", "今すぐ必要ではありません。",
                "潰せないボタンです。", "早く帰りたいです。", "許可をもらいました。", "投稿を削除しました。",
            ]
        ),
        "zh": (
            [
                "求扩散！", "请大家赶紧把这个帖子转发出去。", "删前速看", "马上转发给朋友。", "他们不想让你知道。", "别被骗了",
                "大家一起抵制这家店。", "出大事了", "人肉搜索这个经理",
            ],
            [
                "我和朋友分享了经验。", "气体扩散得很慢。", "他抵制住诱惑。", "马上开会。", "帖子已经删除。", "我上个月辞职了。",
                "这家公司在北京。",
            ]
        ),
        "de": (
            [
                "Bitte teilen!", "Sofort an alle weiterleiten.", "Schnell lesen, bevor es gelöscht wird.",
                "Teilt diesen Beitrag.", "Wacht endlich auf!", "Kündigt sofort!", "Boykottiert diese Firma.",
                "Was sie euch verschweigen.", "Dringend: diesen Thread verbreiten.",
            ],
            [
                "Wir teilen ein Büro.", "Ich habe im März gekündigt.", "Der Beitrag wurde gelöscht.",
                "Sie wacht um sechs auf.", "Das Teilen von Daten ist verboten.", "Der Kurs fällt sofort.",
                "Er leitet die Abteilung.",
            ]
        ),
        "ru": (
            [
                "Максимальный репост!", "Срочно перешлите всем.", "Читайте, пока не удалили.", "Распространите это.",
                "СМИ молчат.", "Проснитесь!", "Объявляем бойкот.", "Репост, пока не поздно", "От вас скрывают правду.",
            ],
            [
                "Я рассказал другу.", "Пост удалили.", "Мне срочно нужен отпуск.", "Мы проснулись в шесть.",
                "Компания в Москве.", "Я уволился в марте.", "Газ распространяется медленно.",
            ]
        ),
    ]

    /// Lexicons that Chinese alone has, by their whole names.
    static let chinese: [String: Pair] = [
        "attacks.zh": (
            [
                "你就是个骗子。", "臭不要臉的騙子！", "这种败类也配讲车？", "真是蠢货。", "傻叉一个", "楼主白痴", "智障才信",
                "你脑子进水了吧", "废物", "臭不要脸", "滚蛋吧", "王八蛋", "你怎么不去死", "小心我揍你一顿", "他人品垃圾",
                "骗\u{200B}子",
            ],
            [
                "提车要防骗子。", "废物利用做了个收纳盒。", "加装补盲镜可以除去死角。", "我不同意您的看法。", "这车的底盘偏硬。",
                "白痴式操作，谁都能学会。", "几家新势力蠢蠢欲动。", "滚动轴承换了新的。",
            ]
        ),
        "provocation.zh": (
            [
                "不服来战！", "又是水军吧", "无脑黑可以退群了", "电车车主都给我闭嘴", "油车党没资格说话", "大冤种又来了", "急了急了",
                "开这车的都没脑子", "精神车主别说话", "国产粉滚", "脑残粉",
            ],
            [
                "电车车主周末聚会。", "油车和电车各有好处。", "才花了五毛钱。", "我着急了一下午。", "欢迎各位车主发言。", "水温正常。",
                "这个问题可以继续讨论。",
            ]
        ),
        "advertising.zh": (
            [
                "厂家直销原装脚垫", "全网最低，欢迎下单", "限时优惠还剩三天", "诚招代理", "贷款秒批，黑户可办", "全场包邮", "输入优惠码立减",
                "承接改装", "轻松月入过万", "清倉甩賣",
            ],
            [
                "我在4S店换了脚垫。", "这家店不包邮。", "厂家昨天发布了公告。", "小心返利骗局。", "落地价二十万出头。", "优惠比上个月少。",
                "改装件是自己装的。",
            ]
        ),
        "contacts.zh": (
            [
                "加微信聊", "微信：chedian8866", "vx: abc12345", "QQ号 123456789", "电话13800001234。", "138-0000-1234",
                "私信报价", "扫码进群领取", "电话咨询更优惠",
            ],
            [
                "我想参加微型车讨论。", "他在群里很有威信。", "续航四百二十公里。", "订单号2025080112345678。", "请发私信给管理员。",
                "微信支付很方便。", "用QQ音乐听歌。",
            ]
        ),
        "praise.zh": (
            [
                "吊打同级", "闭眼入", "完美无缺", "地表最强", "这就是天花板", "神车没跑了", "遥遥领先", "不买后悔", "无脑冲就完了",
                "零缺点",
            ],
            [
                "底盘很扎实。", "天花板异响修好了。", "我很喜欢这台车。", "比上一代好。", "完美的周末。", "领先了两个身位到终点。",
                "缺点是风噪。",
            ]
        ),
        "disparagement.zh": (
            [
                "垃圾车", "谁买谁后悔", "就是移动棺材", "割韭菜的", "无良厂家", "续航造假", "迟早倒闭", "全是假的", "黑心車企",
                "破车一辆",
            ],
            [
                "车位边上有垃圾车位提示牌。", "风噪有点大。", "我有点后悔选了白色。", "续航比宣传少三成。", "接到骗钱的电话。",
                "店里在炒割韭菜盒子。", "销量比去年少。",
            ]
        ),
    ]

    static let loud: Pair = (
        [
            "Really?!?", "もう我慢できない！！！", "太过分了！！！", "THIS IS NOT OK", "ЭТО ВСЁ ЛОЖЬ И ОБМАН", "ALLES IST EINE LÜGE",
            "ＴＨＩＳ ＩＳ ＮＯＴ ＯＫ", "だめ‼️‼️‼️",
        ],
        [
            "Really?!", "すごい！", "IBM and KDDI", "AB CD EF Go", "I. A. B. C.", "Die NATO und die EU", "МИД и МВД России",
            "10!",
        ]
    )

    static let pressure: [String: Pair] = [
        "de": (
            [
                "Ich sitze am längeren Hebel.", "Pass auf, ich kann dich sperren!",
                "Du schuldest mir noch einen Gefallen.",
                "Nach allem, was ich für dich getan habe …", "Eine Hand wäscht die andere.", "Sag das bloß niemandem.",
                "Lösch das, sonst sperre ich dich.", "Andernfalls verlieren Sie Ihre Rechte.",
            ],
            [
                "Du schuldest mir nichts.", "Der Hebel klemmt.", "Die Straße ist gesperrt.", "Was schulde ich Ihnen?",
                "Das habe ich gern für dich getan.", "Wasch dir die Hände.", "Sag es bitte allen weiter.",
            ]
        ),
        "en": (
            [
                "You owe me one.", "I could ban you, you know.", "After all I did for you!", "Keep this between us.",
                "Delete it, or else you lose your badge.",
            ],
            [
                "I owe you an apology.", "You owe me nothing.", "The ban was lifted.", "Banning is a last resort.",
                "Between us and the river is a wall.",
            ]
        ),
    ]
}

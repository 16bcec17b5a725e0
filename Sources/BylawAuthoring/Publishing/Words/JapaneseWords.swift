import Bylaw
import BylawCEL

/// Rule books in Japanese.
struct JapaneseWords: BookWords {
    let language = "ja"
    let ownName = "日本語"
    let ruleBook = "ルールブック"
    let contents = "目次"
    let languages = "言語"
    let preface: [Inline] = [
        "このルールブックは、投稿や行為の判定に実際に使われるファイルから作成されています。",
        "わからないことがあって判定できない場合は、判定できるまで保留されます。そのまま認められることはありません。",
        "ここでいう1日は24時間で、秒単位で数えます。",
    ]

    func title(_ section: BookSection) -> String {
        switch section {
        case .rules: "ルール"
        case .labels: "ラベル"
        case .masks: "伏せられるもの"
        case .tallies: "点数の数え方"
        case .softeners: "ルールが緩和される場合"
        case .deciders: "判断する人"
        case .appeals: "異議申し立て"
        case .modes: "特別なモード"
        }
    }

    func label(_ field: BookField) -> String {
        switch field {
        case .version: "バージョン"
        case .inForce: "有効期間"
        case .status: "位置づけ"
        case .actors: "対象者"
        case .actions: "対象の行為"
        case .resources: "行為の対象"
        case .otherwise: "該当するルールがない場合"
        case .sources: "もとの文書"
        case .owner: "管理者"
        case .says: "内容"
        case .occasion: "該当する場合"
        case .follows: "どうなるか"
        case .mend: "どう直せばよいか"
        case .checklist: "チェックリスト"
        case .asks: "相手の方への確認文"
        case .condition: "条件（コード）"
        case .requirement: "満たすべき条件（コード）"
        case .exception: "例外（コード）"
        case .source: "出典"
        case .hides: "伏せるもの"
        case .rewrites: "自動で伏せる箇所"
        case .verifies: "あらかじめ伏せておくべき箇所"
        case .replacement: "代わりの表示"
        case .values: "ラベルの種類"
        case .declared: "ラベルを付ける箇所"
        case .counts: "点数が数えられる期間"
        case .perIncident: "一度に複数のルールに反した場合"
        case .warnings: "最初は警告"
        case .training: "研修"
        case .ladder: "点数に応じた措置"
        case .softened: "緩和されるルール"
        case .instead: "代わりにどうなるか"
        case .who: "判断する人"
        case .votes: "必要な票"
        case .deadline: "期限"
        case .late: "期限を過ぎた場合"
        case .recusal: "判断に加われない人"
        case .tooFew: "人数が足りない場合"
        case .term: "期限"
        case .often: "回数"
        case .heard: "審査する人"
        case .switchedBy: "切り替えられる人"
        case .lasts: "続く時間"
        case .renewals: "延長"
        }
    }

    func any(of names: [Inline]) -> Inline { names.joined("、", last: "または") }

    func date(_ date: BookDate) -> String { "\(date.year)年\(date.month)月\(date.day)日 \(date.clock)（\(date.zone)）" }

    func inForce(from: String?, until: String?) -> Inline {
        switch (from, until) {
        case (let from?, let until?): "\(from)から\(until)まで"
        case (let from?, nil): "\(from)から"
        case (nil, let until?): "\(until)まで"
        case (nil, nil): alwaysInForce()
        }
    }

    func alwaysInForce() -> Inline { "期間の定めなし" }
    func trial() -> Inline { "試行中です。判定と報告のみを行い、実際の措置は伴いません。" }
    func onlyWhile(mode: String) -> Inline { "モード\(name: mode)の間だけ適用されます。" }

    func otherwise(_ otherwise: Otherwise) -> Inline {
        switch otherwise {
        case .allow: "認められます。"
        case .hold: "保留されます。"
        case .deny: "認められません。"
        case .abstain: "このポリシーでは何も決めません。"
        }
    }

    func effect(_ effect: Effect) -> Inline {
        switch effect {
        case .allow: "認められます。"
        case .hold: "いったん保留されます。"
        case .deny: "認められません。"
        }
    }

    func awaits(fact: String, from: String?, askedBy: String?, via: String?) -> Inline {
        var line = Inline()
        if let askedBy { line.append("\(name: askedBy)が\(via.map { "\(name: $0)で" } ?? Inline())確認し、") }
        line.append(from.map { "\(name: $0)から\(name: fact)が得られる" } ?? "\(name: fact)が得られる")
        line.append("まで待ちます")
        if let via, askedBy == nil { line.append("（方法：\(name: via)）") }
        return line + "。"
    }

    func decides(tier: String) -> Inline { "\(name: tier)が判断します。" }

    func stopped(tier: String) -> Inline {
        "急にふだんよりはるかに多く当てはまる場合は、拒否せず、\(name: tier)が判断します。"
    }

    func remedy(_ remedy: Remedy) -> Inline {
        switch remedy {
        case .leave: "すでに行われている場合は、ひとまずそのままにします。"
        case .askEdit: "すでに行われている場合は、本人に修正をお願いします。"
        case .hide: "すでに行われている場合は、非表示にします。"
        case .remove: "すでに行われている場合は、削除します。"
        }
    }

    func strike(_ points: Int, tally: String, subject: String?) -> Inline {
        "\(charged(subject))\(name: tally)に\(points)点が付きます。"
    }

    func severe(_ points: Int, tally: String, subject: String?) -> Inline {
        "重大な違反として、\(charged(subject))\(name: tally)に\(points)点が付き、重大な違反に対する措置がただちに取られます。"
    }

    func merit(_ points: Int, tally: String, subject: String?) -> Inline {
        "\(charged(subject))\(name: tally)に功績として\(points)点が加わります。"
    }

    private func charged(_ subject: String?) -> Inline { subject.map { "\(name: $0)の" } ?? Inline() }

    func noPoints() -> Inline { "点数は付きません。" }

    func duty(_ duty: BookDuty) -> Inline {
        let what =
            switch duty.kind {
            case .remind: "注意喚起"
            case .warn: "警告"
            case .answer: "回答"
            case .route: "引き継ぎ"
            case .grant: "付与"
            case .label: "ラベル付け"
            case .notify: "通知"
            }
        var line: Inline =
            switch duty.to {
            case .actor?: "本人への\(what)"
            case .other(let name)?: "\(name)への\(what)"
            case nil: Inline(what)
            }
        var terms: [Inline] = []
        if let within = duty.within { terms.append("\(spoken(within))以内") }
        if let after = duty.after { terms.append("\(spoken(after))が過ぎてから") }
        if duty.isAlways { terms.append("結果にかかわらず") }
        if !terms.isEmpty { line.append("（\(terms.joined("、"))）") }
        return line + "を行います。"
    }

    func within(_ duration: Duration) -> Inline { "\(spoken(duration))以内" }

    func late(_ late: Late) -> Inline {
        switch late {
        case .deny: "認められません。"
        case .staysHeld: "保留のままになります。"
        case .tier(let tier): "\(name: tier)に引き継がれます。"
        }
    }

    func labelMissing(_ label: String) -> Inline { "ラベル\(name: label)が付いていない場合。" }
    func labelContradicted(_ label: String) -> Inline { "本文がラベル\(name: label)と食い違っている場合。" }
    func labelUnsupported(_ label: String) -> Inline { "ラベル\(name: label)の裏付けがない場合。" }
    func needed(_ count: Int, of total: Int) -> Inline { "次の\(total)項目のうち\(count)項目以上" }
    func optionalItem() -> Inline { "任意" }

    func reading(_ reading: SourceQuote.Reading) -> String {
        switch reading {
        case .direct: "文書に明記"
        case .derived: "文書から導いたもの"
        }
    }

    func duePlaceholder() -> String { "期限" }
    func pointsPlaceholder() -> String { "点数" }
    func appealPlaceholder() -> String { "異議申し立ての期限" }

    func hiddenValue(_ attribute: String) -> Inline { "\(name: attribute)の値" }
    func hiddenLexicon(_ lexicon: String) -> Inline { "リスト\(name: lexicon)にある語句" }
    func hiddenPatterns(_ count: Int) -> Inline { count == 1 ? "特定の形の文字列" : "\(count)種類の形の文字列" }
    func hiddenPhrases(_ count: Int) -> Inline { "決められた\(count)個の語句" }

    func replacement(_ replacement: CheckedMask.Replacement) -> Inline {
        switch replacement {
        case .redact: "1文字ごとに「■」"
        case .text(let text): "「\(text)」"
        case .keepLast(let count): "末尾の\(count)文字以外は「■」"
        case .number(let template): "登場順の呼び名「\(template)」"
        case .pseudonym(_, let scope, let template):
            scope.map { "\(name: $0.text)の中では同じ仮名「\(template)」" } ?? "常に同じ仮名「\(template)」"
        }
    }

    func counted(_ window: TallyTerms.Window) -> Inline { Inline(self.window(window)) }

    private func window(_ window: TallyTerms.Window) -> String {
        switch window {
        case .forever: return "無期限"
        case .rolling(let duration): return "行為の時点から\(spoken(duration))"
        case .calendar(let unit, let zone, let weekStarts):
            let days = ["月曜", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜"]
            return switch unit {
            case .week: "その週の終わりまで（\(weekStarts.name(in: days))始まり、\(zone)）"
            case .month: "その月の終わりまで（\(zone)）"
            case .quarter: "その四半期の終わりまで（\(zone)）"
            case .year: "その年の終わりまで（\(zone)）"
            }
        }
    }

    func perIncident(_ way: PerIncident) -> Inline {
        switch way {
        case .highest: "同じ一件については、最も高い点数だけを数えます。"
        case .sum: "同じ一件の点数は合計します。"
        }
    }

    func warnings(_ warnings: TallyTerms.Warnings) -> Inline {
        "最初の\(warnings.first)件は、点数ではなく警告となります。警告が有効な期間：\(window(warnings.window))。"
    }

    func training(_ training: TallyTerms.Training) -> Inline {
        var line: Inline =
            "研修を修了し、\(spoken(training.after))のあいだ新たな違反がなければ、\(training.lifts == .warning ? "警告" : "違反の点数")が1件取り消されます。"
        if let count = training.atMost {
            line.append("数えられる研修は、\(period(training.window))\(count)回までです。")
        }
        return line
    }

    /// The time in which trainings are counted.
    private func period(_ window: TallyTerms.Window) -> String {
        switch window {
        case .forever: "通算で"
        case .rolling(let duration): "\(spoken(duration))につき"
        case .calendar(let unit, _, _):
            switch unit {
            case .week: "暦の1週につき"
            case .month: "暦の1か月につき"
            case .quarter: "暦の1四半期につき"
            case .year: "暦の1年につき"
            }
        }
    }

    func rung(_ rung: Rung) -> Inline {
        let at =
            switch rung.at {
            case .points(let points): "\(points)点以上"
            case .severe: "重大な違反"
            case .warning: "警告時"
            case .manual: "個別の判断"
            }
        switch rung.sanction {
        case .remind: return "\(at)：注意喚起。"
        case .warn: return "\(at)：正式な警告。"
        case .suspend:
            let from = rung.actions.isEmpty ? "対象のすべての行為" : any(of: rung.actions.map { .name($0) })
            return "\(at)：\(from)を\(rung.duration.map { "\(spoken($0))停止" } ?? "無期限で停止")。"
        case .revoke: return "\(at)：役割\(name: rung.role ?? "")を失います。"
        case .recognise:
            return "\(at)：表彰" + (rung.title.map { "（称号「\($0)」）" } ?? Inline())
                + (rung.role.map { "、役割\(name: $0)の付与" } ?? Inline()) + "。"
        }
    }

    func votes(_ tier: ReviewTier) -> Inline {
        var line: Inline =
            switch tier.majority {
            case nil: "同じ判断に\(tier.needs)票"
            case .simple?: "投票数\(tier.needs)以上で、一方の票が他方を上回ること"
            case .twoThirds?: "投票数\(tier.needs)以上で、賛否の票の3分の2以上が一方にあること"
            case .absolute?: "投票数\(tier.needs)以上で、判断に加われる人全員の過半数が一方に投じること"
            }
        if let each = tier.each { line.append("（うち各役割から\(each)票以上）") }
        return line + "。"
    }

    func relatedMayNot() -> Inline { "案件の当事者と関係のある人は、判断に加われません。" }
    func whoFitsMayNot() -> Inline { "下の条件に当てはまる人は、判断に加われません。" }
    func appealTerm(_ duration: Duration?) -> Inline { duration.map { "決定から\(spoken($0))以内。" } ?? "いつでも。" }
    func appealOften(_ count: Int) -> Inline { "\(count)回まで。" }
    func appealHeard(by tier: String?) -> Inline { tier.map { "\(name: $0)。" } ?? "最初に判断した人とは別の人。" }
    func lasts(_ duration: Duration) -> Inline { "\(spoken(duration))間" }
    func renewals(_ count: Int) -> Inline { count == 0 ? "延長できません。" : "\(count)回まで延長できます。" }

    func changes(since old: String?) -> String { old.map { "\($0)からの変更点" } ?? "変更点" }
    func policyAdded() -> Inline { "新しく加わりました。" }
    func policyRemoved() -> Inline { "ルールブックから外れました。" }
    func versionChanged(from old: String, to new: String) -> Inline { "バージョン\(old)から\(new)になりました。" }
    func change(_ kind: BookChange.Kind) -> String {
        switch kind {
        case .added: "追加"
        case .removed: "削除"
        case .changed: "変更"
        }
    }
    func nothingChanged() -> Inline { "変更はありません。" }
    func conditionChanged() -> Inline { "条件が変わりました。" }
    func before() -> String { "変更前" }
    func now() -> String { "変更後" }

    private func spoken(_ duration: Duration) -> String {
        TimeUnit.spoken(duration) { count, unit in
            switch unit {
            case .day: "\(count)日"
            case .hour: "\(count)時間"
            case .minute: "\(count)分"
            case .second: "\(count)秒"
            }
        }.replacing(" ", with: "")
    }
}

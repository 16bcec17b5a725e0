import Bylaw
import BylawCEL

/// Rule books in Chinese, in simplified characters.
struct ChineseWords: BookWords {
    let language = "zh"
    let ownName = "中文"
    let ruleBook = "规则手册"
    let contents = "目录"
    let languages = "语言"
    let preface: [Inline] = [
        "本手册由实际用于判定帖子和行为的同一批文件生成。",
        "如因情况不明而无法判定，一律先行搁置，直到可以判定为止，绝不会直接放行。",
        "文中的一天均为24小时，精确到秒。",
    ]

    func title(_ section: BookSection) -> String {
        switch section {
        case .rules: "规则"
        case .labels: "标签"
        case .masks: "隐去的内容"
        case .tallies: "如何计分"
        case .softeners: "何时从轻"
        case .deciders: "由谁决定"
        case .appeals: "如何申诉"
        case .modes: "特殊模式"
        }
    }

    func label(_ field: BookField) -> String {
        switch field {
        case .version: "版本"
        case .inForce: "生效时间"
        case .status: "状态"
        case .actors: "适用对象"
        case .actions: "适用行为"
        case .resources: "行为涉及"
        case .otherwise: "没有规则涉及时"
        case .sources: "依据"
        case .owner: "负责人"
        case .says: "内容"
        case .occasion: "何时适用"
        case .follows: "后果"
        case .mend: "如何改正"
        case .checklist: "检查清单"
        case .asks: "向对方征询"
        case .condition: "条件（代码）"
        case .requirement: "须满足的条件（代码）"
        case .exception: "例外（代码）"
        case .source: "出处"
        case .hides: "隐去"
        case .rewrites: "自动隐去的位置"
        case .verifies: "须事先隐去的位置"
        case .replacement: "替换为"
        case .values: "可用标签"
        case .declared: "标注位置"
        case .counts: "计分有效期"
        case .perIncident: "同时违反多条规则"
        case .warnings: "先予警告"
        case .training: "培训"
        case .ladder: "分数与处理"
        case .softened: "涉及的规则"
        case .instead: "从轻后的处理"
        case .who: "由谁决定"
        case .votes: "票数"
        case .deadline: "期限"
        case .late: "逾期"
        case .recusal: "回避"
        case .tooFew: "人数不足时"
        case .term: "期限"
        case .often: "次数"
        case .heard: "由谁审理"
        case .switchedBy: "由谁开启"
        case .lasts: "持续时间"
        case .renewals: "延长"
        }
    }

    func any(of names: [Inline]) -> Inline { names.joined("、", last: "或") }

    func date(_ date: BookDate) -> String { "\(date.year)年\(date.month)月\(date.day)日 \(date.clock)（\(date.zone)）" }

    func inForce(from: String?, until: String?) -> Inline {
        switch (from, until) {
        case (let from?, let until?): "自\(from)起，至\(until)止"
        case (let from?, nil): "自\(from)起"
        case (nil, let until?): "至\(until)止"
        case (nil, nil): alwaysInForce()
        }
    }

    func alwaysInForce() -> Inline { "长期有效" }
    func trial() -> Inline { "试行：只判定和报告，不产生任何后果。" }
    func onlyWhile(mode: String) -> Inline { "仅在模式\(name: mode)开启期间适用。" }

    func otherwise(_ otherwise: Otherwise) -> Inline {
        switch otherwise {
        case .allow: "允许。"
        case .hold: "搁置。"
        case .deny: "不允许。"
        case .abstain: "本政策不作决定。"
        }
    }

    func effect(_ effect: Effect) -> Inline {
        switch effect {
        case .allow: "允许。"
        case .hold: "暂时搁置。"
        case .deny: "不允许。"
        }
    }

    func awaits(fact: String, from: String?, askedBy: String?, via: String?) -> Inline {
        var line = Inline()
        if let askedBy { line.append("由\(name: askedBy)\(via.map { "通过\(name: $0)" } ?? Inline())征询，") }
        line.append("等待\(from.map { "\(name: $0)给出" } ?? Inline())\(name: fact)")
        if let via, askedBy == nil { line.append("（方式：\(name: via)）") }
        return line + "。"
    }

    func decides(tier: String) -> Inline { "由\(name: tier)决定。" }

    func stopped(tier: String) -> Inline {
        "如突然涉及远超平常的数量，则不予拒绝，由\(name: tier)决定。"
    }

    func remedy(_ remedy: Remedy) -> Inline {
        switch remedy {
        case .leave: "如已发生，暂时保留。"
        case .askEdit: "如已发生，请作者修改。"
        case .hide: "如已发生，予以隐藏。"
        case .remove: "如已发生，予以删除。"
        }
    }

    func strike(_ points: Int, tally: String, subject: String?) -> Inline {
        "\(charged(subject))\(name: tally)记\(points)分。"
    }

    func severe(_ points: Int, tally: String, subject: String?) -> Inline {
        "严重违规：\(charged(subject))\(name: tally)记\(points)分，并立即按严重违规处理。"
    }

    func merit(_ points: Int, tally: String, subject: String?) -> Inline {
        "\(charged(subject))\(name: tally)加\(points)分（贡献）。"
    }

    private func charged(_ subject: String?) -> Inline { subject.map { "对\(name: $0)，" } ?? Inline() }

    func noPoints() -> Inline { "不记分。" }

    func duty(_ duty: BookDuty) -> Inline {
        let what =
            switch duty.kind {
            case .remind: "提醒"
            case .warn: "警告"
            case .answer: "答复"
            case .route: "转交"
            case .grant: "授予"
            case .label: "标注"
            case .notify: "通知"
            }
        var line: Inline =
            switch duty.to {
            case .actor?: "\(what)当事人"
            case .other(let name)?: "\(what)\(name)"
            case nil: Inline(what)
            }
        if let within = duty.within { line.append("，\(spoken(within))内完成") }
        if let after = duty.after { line.append("，须满\(spoken(after))之后") }
        if duty.isAlways { line.append("，无论结果如何") }
        return line + "。"
    }

    func within(_ duration: Duration) -> Inline { "\(spoken(duration))内" }

    func late(_ late: Late) -> Inline {
        switch late {
        case .deny: "不允许。"
        case .staysHeld: "继续搁置。"
        case .tier(let tier): "转由\(name: tier)决定。"
        }
    }

    func labelMissing(_ label: String) -> Inline { "没有标注\(name: label)。" }
    func labelContradicted(_ label: String) -> Inline { "正文与标签\(name: label)不符。" }
    func labelUnsupported(_ label: String) -> Inline { "标签\(name: label)缺少依据。" }
    func needed(_ count: Int, of total: Int) -> Inline { "以下\(total)项中至少\(count)项" }
    func optionalItem() -> Inline { "可选" }

    func reading(_ reading: SourceQuote.Reading) -> String {
        switch reading {
        case .direct: "原文如此"
        case .derived: "由原文引申"
        }
    }

    func duePlaceholder() -> String { "截止时间" }
    func pointsPlaceholder() -> String { "分数" }
    func appealPlaceholder() -> String { "申诉截止时间" }

    func hiddenValue(_ attribute: String) -> Inline { "\(name: attribute)的值" }
    func hiddenLexicon(_ lexicon: String) -> Inline { "词表\(name: lexicon)中的词语" }
    func hiddenPatterns(_ count: Int) -> Inline { count == 1 ? "特定形式的文字" : "\(count)种特定形式的文字" }
    func hiddenPhrases(_ count: Int) -> Inline { "\(count)个固定词语" }

    func replacement(_ replacement: CheckedMask.Replacement) -> Inline {
        switch replacement {
        case .redact: "每个字符一个“■”"
        case .text(let text): "“\(text)”"
        case .keepLast(let count): "除最后\(count)个字符外均为“■”"
        case .number(let template): "按出现顺序的代称“\(template)”"
        case .pseudonym(_, let scope, let template):
            scope.map { "化名“\(template)”，在\(name: $0.text)范围内不变" } ?? "化名“\(template)”，始终不变"
        }
    }

    func counted(_ window: TallyTerms.Window) -> Inline { Inline(self.window(window)) }

    private func window(_ window: TallyTerms.Window) -> String {
        switch window {
        case .forever: return "永久有效"
        case .rolling(let duration): return "自行为发生起\(spoken(duration))"
        case .calendar(let unit, let zone, let weekStarts):
            let days = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
            return switch unit {
            case .week: "至当周结束（每周从\(weekStarts.name(in: days))开始，\(zone)）"
            case .month: "至当月结束（\(zone)）"
            case .quarter: "至当季度结束（\(zone)）"
            case .year: "至当年结束（\(zone)）"
            }
        }
    }

    func perIncident(_ way: PerIncident) -> Inline {
        switch way {
        case .highest: "同一事件只计最高的分数。"
        case .sum: "同一事件的分数相加。"
        }
    }

    func warnings(_ warnings: TallyTerms.Warnings) -> Inline {
        "前\(warnings.first)次只作警告，不记分。警告有效期：\(window(warnings.window))。"
    }

    func training(_ training: TallyTerms.Training) -> Inline {
        var line: Inline =
            "完成培训后\(spoken(training.after))内没有新的违规，可撤销一次\(training.lifts == .warning ? "警告" : "记分")。"
        if let count = training.atMost {
            line.append("\(period(training.window))最多计入\(count)次培训。")
        }
        return line
    }

    /// The time in which trainings are counted.
    private func period(_ window: TallyTerms.Window) -> String {
        switch window {
        case .forever: "总共"
        case .rolling(let duration): "\(spoken(duration))内"
        case .calendar(let unit, _, _):
            switch unit {
            case .week: "每个自然周"
            case .month: "每个自然月"
            case .quarter: "每个季度"
            case .year: "每个自然年"
            }
        }
    }

    func rung(_ rung: Rung) -> Inline {
        let at =
            switch rung.at {
            case .points(let points): "满\(points)分"
            case .severe: "严重违规"
            case .warning: "警告时"
            case .manual: "人工决定"
            }
        switch rung.sanction {
        case .remind: return "\(at)：提醒。"
        case .warn: return "\(at)：正式警告。"
        case .suspend:
            let from = rung.actions.isEmpty ? "所有相关行为" : any(of: rung.actions.map { .name($0) })
            return rung.duration.map { "\(at)：暂停\(from)\(spoken($0))。" } ?? "\(at)：永久停止\(from)。"
        case .revoke: return "\(at)：失去角色\(name: rung.role ?? "")。"
        case .recognise:
            return "\(at)：表彰" + (rung.title.map { "，授予称号“\($0)”" } ?? Inline())
                + (rung.role.map { "，授予角色\(name: $0)" } ?? Inline()) + "。"
        }
    }

    func votes(_ tier: ReviewTier) -> Inline {
        var line: Inline =
            switch tier.majority {
            case nil: "同一结论获得\(tier.needs)票"
            case .simple?: "至少投出\(tier.needs)票，且一方票数多于另一方"
            case .twoThirds?: "至少投出\(tier.needs)票，且赞成与反对票中三分之二在同一方"
            case .absolute?: "至少投出\(tier.needs)票，且同一结论获得全体有权决定者的半数以上"
            }
        if let each = tier.each { line.append("，其中每种角色至少\(each)票") }
        return line + "。"
    }

    func relatedMayNot() -> Inline { "与案件当事人有关系的人须回避。" }
    func whoFitsMayNot() -> Inline { "符合下列条件的人须回避。" }
    func appealTerm(_ duration: Duration?) -> Inline { duration.map { "自决定作出起\(spoken($0))内。" } ?? "随时。" }
    func appealOften(_ count: Int) -> Inline { "最多\(count)次。" }
    func appealHeard(by tier: String?) -> Inline { tier.map { "\(name: $0)。" } ?? "由首次决定者以外的人审理。" }
    func lasts(_ duration: Duration) -> Inline { Inline(spoken(duration)) }
    func renewals(_ count: Int) -> Inline { count == 0 ? "不可延长。" : "最多延长\(count)次。" }

    func changes(since old: String?) -> String { old.map { "自\($0)以来的变更" } ?? "变更内容" }
    func policyAdded() -> Inline { "新增。" }
    func policyRemoved() -> Inline { "已移出规则手册。" }
    func versionChanged(from old: String, to new: String) -> Inline { "版本由\(old)变为\(new)。" }
    func change(_ kind: BookChange.Kind) -> String {
        switch kind {
        case .added: "新增"
        case .removed: "删除"
        case .changed: "修改"
        }
    }
    func nothingChanged() -> Inline { "没有变更。" }
    func conditionChanged() -> Inline { "条件有变更。" }
    func before() -> String { "原为" }
    func now() -> String { "现为" }

    private func spoken(_ duration: Duration) -> String {
        TimeUnit.spoken(duration) { count, unit in
            switch unit {
            case .day: "\(count)天"
            case .hour: "\(count)小时"
            case .minute: "\(count)分钟"
            case .second: "\(count)秒"
            }
        }.replacing(" ", with: "")
    }
}

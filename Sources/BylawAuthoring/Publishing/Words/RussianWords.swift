import Bylaw
import BylawCEL

/// Rule books in Russian. What is counted has three forms, and durations stand in the accusative or the genitive.
struct RussianWords: BookWords {
    let language = "ru"
    let ownName = "Русский"
    let ruleBook = "Свод правил"
    let contents = "Содержание"
    let languages = "Язык"
    let preface: [Inline] = [
        "Этот свод правил составлен из тех же файлов, по которым оцениваются публикации и действия.",
        "Если что-то неизвестно и оценить нельзя, решение откладывается; просто так ничего не пропускается.",
        "День здесь равен 24 часам и отсчитывается с точностью до секунды.",
    ]

    func title(_ section: BookSection) -> String {
        switch section {
        case .rules: "Правила"
        case .labels: "Пометки"
        case .masks: "Что скрывается"
        case .tallies: "Как считаются баллы"
        case .softeners: "Когда правила мягче"
        case .deciders: "Кто решает"
        case .appeals: "Как обжаловать"
        case .modes: "Особые режимы"
        }
    }

    func label(_ field: BookField) -> String {
        switch field {
        case .version: "Версия"
        case .inForce: "Действует"
        case .status: "Статус"
        case .actors: "Кого касается"
        case .actions: "Какие действия"
        case .resources: "Над чем"
        case .otherwise: "Если ни одно правило не подходит"
        case .sources: "Вводит в действие"
        case .owner: "Ответственный"
        case .says: "Что сказано"
        case .occasion: "Когда"
        case .follows: "Что следует"
        case .mend: "Как исправить"
        case .checklist: "Список проверки"
        case .asks: "О чём спрашивают другую сторону"
        case .condition: "Условие в виде кода"
        case .requirement: "Что требуется, в виде кода"
        case .exception: "Исключение в виде кода"
        case .source: "Источник"
        case .hides: "Скрывается"
        case .rewrites: "Скрывается автоматически в"
        case .verifies: "Должно быть скрыто заранее в"
        case .replacement: "Вместо этого видно"
        case .values: "Возможные пометки"
        case .declared: "Указывается в"
        case .counts: "Сколько действуют баллы"
        case .perIncident: "Если нарушено несколько правил"
        case .warnings: "Сначала предупреждение"
        case .training: "Обучение"
        case .ladder: "Последствия"
        case .softened: "Какие правила"
        case .instead: "Что следует вместо этого"
        case .who: "Кто"
        case .votes: "Голоса"
        case .deadline: "Срок"
        case .late: "Если срок истёк"
        case .recusal: "Кто не участвует в решении"
        case .tooFew: "Если решать некому"
        case .term: "Срок"
        case .often: "Сколько раз"
        case .heard: "Кто рассматривает"
        case .switchedBy: "Кто включает"
        case .lasts: "Длится"
        case .renewals: "Продление"
        }
    }

    func any(of names: [Inline]) -> Inline { names.joined(", ", last: " или ") }

    func date(_ date: BookDate) -> String {
        let months = [
            "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
            "декабря",
        ]
        return "\(date.day) \(months[date.month - 1]) \(date.year) г., \(date.clock) (\(date.zone))"
    }

    func inForce(from: String?, until: String?) -> Inline {
        switch (from, until) {
        case (let from?, let until?): "с \(from) до \(until)"
        case (let from?, nil): "с \(from)"
        case (nil, let until?): "до \(until)"
        case (nil, nil): alwaysInForce()
        }
    }

    func alwaysInForce() -> Inline { "бессрочно" }
    func trial() -> Inline { "Пробный режим: только оценка и отчёт, никаких последствий." }
    func onlyWhile(mode: String) -> Inline { "Действует, только пока включён режим \(name: mode)." }

    func otherwise(_ otherwise: Otherwise) -> Inline {
        switch otherwise {
        case .allow: "Разрешается."
        case .hold: "Откладывается."
        case .deny: "Отклоняется."
        case .abstain: "Эта политика ничего не решает."
        }
    }

    func effect(_ effect: Effect) -> Inline {
        switch effect {
        case .allow: "Разрешается."
        case .hold: "Пока откладывается."
        case .deny: "Отклоняется."
        }
    }

    func awaits(fact: String, from: String?, askedBy: String?, via: String?) -> Inline {
        var line: Inline = "Ожидается \(name: fact)"
        if let from { line.append(" (от кого: \(name: from))") }
        if let askedBy { line.append("; запрашивает \(name: askedBy)") }
        if let via { line.append(" (как: \(name: via))") }
        return line + "."
    }

    func decides(tier: String) -> Inline { "Решение принимает \(name: tier)." }

    func stopped(tier: String) -> Inline {
        "Если это вдруг касается гораздо большего, чем обычно, отказа не будет: решение принимает \(name: tier)."
    }

    func remedy(_ remedy: Remedy) -> Inline {
        switch remedy {
        case .leave: "Если это уже произошло, пока остаётся как есть."
        case .askEdit: "Если это уже произошло, автора просят исправить."
        case .hide: "Если это уже произошло, скрывается."
        case .remove: "Если это уже произошло, удаляется."
        }
    }

    func strike(_ points: Int, tally: String, subject: String?) -> Inline {
        "\(self.points(points)) в счёт \(name: tally)\(charged(subject))."
    }

    func severe(_ points: Int, tally: String, subject: String?) -> Inline {
        "Грубое нарушение: \(self.points(points)) в счёт \(name: tally)\(charged(subject)) и сразу последствие для грубых нарушений."
    }

    func merit(_ points: Int, tally: String, subject: String?) -> Inline {
        "Заслуга: \(self.points(points)) в счёт \(name: tally)\(charged(subject))."
    }

    private func charged(_ subject: String?) -> Inline { subject.map { " (кому: \(name: $0))" } ?? Inline() }

    func noPoints() -> Inline { "Без баллов." }

    func duty(_ duty: BookDuty) -> Inline {
        var line: Inline =
            switch duty.kind {
            case .remind: "Напоминание"
            case .warn: "Предупреждение"
            case .answer: "Ответ"
            case .route: "Передача"
            case .grant: "Присвоение"
            case .label: "Пометка"
            case .notify: "Уведомление"
            }
        let isPlain = duty.kind == .label
        switch duty.to {
        case .actor?: line.append(isPlain ? ": участник" : " участнику")
        case .other(let name)?: line.append(isPlain ? ": \(name)" : " (кому: \(name))")
        case nil: break
        }
        if let within = duty.within { line.append(", в течение \(spoken(within, .genitive))") }
        if let after = duty.after { line.append(", не раньше чем через \(spoken(after))") }
        if duty.isAlways { line.append(", при любом исходе") }
        return line + "."
    }

    func within(_ duration: Duration) -> Inline { Inline(spoken(duration, .nominative)) }

    func late(_ late: Late) -> Inline {
        switch late {
        case .deny: "Отклоняется."
        case .staysHeld: "Остаётся отложенным."
        case .tier(let tier): "Решение переходит к \(name: tier)."
        }
    }

    func labelMissing(_ label: String) -> Inline { "Нет пометки \(name: label)." }
    func labelContradicted(_ label: String) -> Inline { "Текст противоречит пометке \(name: label)." }
    func labelUnsupported(_ label: String) -> Inline { "Пометка \(name: label) ничем не подтверждена." }
    func needed(_ count: Int, of total: Int) -> Inline { "Не меньше \(count) из \(total)" }
    func optionalItem() -> Inline { "необязательно" }

    func reading(_ reading: SourceQuote.Reading) -> String {
        switch reading {
        case .direct: "так сказано в тексте"
        case .derived: "следует из текста"
        }
    }

    func duePlaceholder() -> String { "срок" }
    func pointsPlaceholder() -> String { "баллы" }
    func appealPlaceholder() -> String { "последний день обжалования" }

    func hiddenValue(_ attribute: String) -> Inline { "значение \(name: attribute)" }
    func hiddenLexicon(_ lexicon: String) -> Inline { "то, что есть в списке \(name: lexicon)" }
    func hiddenPatterns(_ count: Int) -> Inline {
        count == 1
            ? "то, что подходит под шаблон" : "то, что подходит под один из \(Inline(String(count))) шаблонов"
    }
    func hiddenPhrases(_ count: Int) -> Inline {
        "\(count) \(form(count, "заданное выражение", "заданных выражения", "заданных выражений"))"
    }

    func replacement(_ replacement: CheckedMask.Replacement) -> Inline {
        switch replacement {
        case .redact: "блок вместо каждого знака"
        case .text(let text): "«\(text)»"
        case .keepLast(let count):
            "блоки, кроме \(form(count, "последнего", "последних", "последних")) \(count) \(form(count, "знака", "знаков", "знаков"))"
        case .number(let template): "имя по порядку появления: «\(template)»"
        case .pseudonym(_, let scope, let template):
            scope.map { "псевдоним, одинаковый в пределах \(name: $0.text): «\(template)»" }
                ?? "псевдоним, всегда один и тот же: «\(template)»"
        }
    }

    func counted(_ window: TallyTerms.Window) -> Inline { Inline(self.window(window)) }

    private func window(_ window: TallyTerms.Window) -> String {
        switch window {
        case .forever: return "бессрочно"
        case .rolling(let duration): return "\(spoken(duration)) с момента поступка"
        case .calendar(let unit, let zone, let weekStarts):
            let days = ["понедельника", "вторника", "среды", "четверга", "пятницы", "субботы", "воскресенья"]
            return switch unit {
            case .week: "до конца недели; неделя начинается с \(weekStarts.name(in: days)) (\(zone))"
            case .month: "до конца календарного месяца (\(zone))"
            case .quarter: "до конца квартала (\(zone))"
            case .year: "до конца календарного года (\(zone))"
            }
        }
    }

    func perIncident(_ way: PerIncident) -> Inline {
        switch way {
        case .highest: "За один случай засчитывается наибольшее число баллов."
        case .sum: "Баллы за один случай складываются."
        }
    }

    func warnings(_ warnings: TallyTerms.Warnings) -> Inline {
        let first =
            warnings.first == 1
            ? "За первый случай" : "За первые \(warnings.first) \(form(warnings.first, "случай", "случая", "случаев"))"
        return
            "\(first) выносится предупреждение, без баллов. Срок действия предупреждения: \(window(warnings.window))."
    }

    func training(_ training: TallyTerms.Training) -> Inline {
        var line: Inline =
            "Пройденное обучение снимает \(training.lifts == .warning ? "одно предупреждение" : "баллы за один случай"), если в течение \(spoken(training.after, .genitive)) нет новых случаев."
        if let count = training.atMost {
            let trainings = "не больше \(count) \(form(count, "обучения", "обучений", "обучений"))"
            line.append(" \(period(training.window)) засчитывается \(trainings).")
        }
        return line
    }

    /// The time in which trainings are counted.
    private func period(_ window: TallyTerms.Window) -> String {
        switch window {
        case .forever: "Всего"
        case .rolling(let duration): "За \(spoken(duration))"
        case .calendar(let unit, _, _):
            switch unit {
            case .week: "За календарную неделю"
            case .month: "За календарный месяц"
            case .quarter: "За квартал"
            case .year: "За календарный год"
            }
        }
    }

    func rung(_ rung: Rung) -> Inline {
        let at =
            switch rung.at {
            case .points(let points): "От \(points) \(form(points, "балла", "баллов", "баллов"))"
            case .severe: "За грубое нарушение"
            case .warning: "При предупреждении"
            case .manual: "По решению людей"
            }
        switch rung.sanction {
        case .remind: return "\(at): напоминание."
        case .warn: return "\(at): официальное предупреждение."
        case .suspend:
            let from = rung.actions.isEmpty ? "всё, о чём здесь речь" : any(of: rung.actions.map { .name($0) })
            return rung.duration.map { "\(at): запрет на \(spoken($0)) (\(from))." }
                ?? "\(at): запрет навсегда (\(from))."
        case .revoke: return "\(at): лишение роли \(name: rung.role ?? "")."
        case .recognise:
            return "\(at): признание" + (rung.title.map { ", звание «\($0)»" } ?? Inline())
                + (rung.role.map { ", роль \(name: $0)" } ?? Inline()) + "."
        }
    }

    func votes(_ tier: ReviewTier) -> Inline {
        let votes = "\(tier.needs) \(form(tier.needs, "голос", "голоса", "голосов"))"
        let atLeast = "подано не меньше \(tier.needs) \(form(tier.needs, "голоса", "голосов", "голосов"))"
        var line: Inline =
            switch tier.majority {
            case nil: "\(votes) за одно и то же решение"
            case .simple?: "\(atLeast), и за одно решение больше, чем за другое"
            case .twoThirds?: "\(atLeast), и две трети голосов «за» и «против» на одной стороне"
            case .absolute?: "\(atLeast), и за одно решение больше половины всех, кто вправе решать"
            }
        if let each = tier.each { line.append("; от каждой роли не меньше \(each)") }
        return line + "."
    }

    func relatedMayNot() -> Inline { "Кто связан с одной из сторон, в решении не участвует." }
    func whoFitsMayNot() -> Inline { "Кто подходит под условие ниже, в решении не участвует." }
    func appealTerm(_ duration: Duration?) -> Inline {
        duration.map { "В течение \(spoken($0, .genitive)) после решения." } ?? "В любое время."
    }
    func appealOften(_ count: Int) -> Inline { "Не больше \(count) \(form(count, "раза", "раз", "раз"))." }
    func appealHeard(by tier: String?) -> Inline {
        tier.map { "\(name: $0)." } ?? "Не те, кто решал в первый раз."
    }
    func lasts(_ duration: Duration) -> Inline { Inline(spoken(duration, .nominative)) }
    func renewals(_ count: Int) -> Inline {
        count == 0 ? "Продлить нельзя." : "Можно продлить \(count) \(form(count, "раз", "раза", "раз"))."
    }

    func changes(since old: String?) -> String { old.map { "Что изменилось с версии \($0)" } ?? "Что изменилось" }
    func policyAdded() -> Inline { "Добавлено." }
    func policyRemoved() -> Inline { "Больше не входит в свод правил." }
    func versionChanged(from old: String, to new: String) -> Inline { "Версия \(old) сменилась на \(new)." }
    func change(_ kind: BookChange.Kind) -> String {
        switch kind {
        case .added: "Добавлено"
        case .removed: "Удалено"
        case .changed: "Изменено"
        }
    }
    func nothingChanged() -> Inline { "Ничего не изменилось." }
    func conditionChanged() -> Inline { "Условие изменено." }
    func before() -> String { "Было" }
    func now() -> String { "Стало" }

    private func points(_ count: Int) -> String { "\(count) \(form(count, "балл", "балла", "баллов"))" }

    /// The form after a number: `1 балл`, `2 балла`, `5 баллов`, `11 баллов`, `21 балл`.
    private func form(_ count: Int, _ one: String, _ few: String, _ many: String) -> String {
        switch (count % 10, count % 100) {
        case (_, 11...14): many
        case (1, _): one
        case (2...4, _): few
        default: many
        }
    }

    private enum Case {
        case nominative, accusative, genitive
    }

    private func spoken(_ duration: Duration, _ wanted: Case = .accusative) -> String {
        TimeUnit.spoken(duration) { count, unit in
            // After a number in the genitive all but one take the plural: `1 дня`, `2 дней`, `21 дня`.
            let word =
                switch (unit, wanted) {
                case (.day, .genitive): form(count, "дня", "дней", "дней")
                case (.day, _): form(count, "день", "дня", "дней")
                case (.hour, .genitive): form(count, "часа", "часов", "часов")
                case (.hour, _): form(count, "час", "часа", "часов")
                case (.minute, .genitive): form(count, "минуты", "минут", "минут")
                case (.minute, .accusative): form(count, "минуту", "минуты", "минут")
                case (.minute, .nominative): form(count, "минута", "минуты", "минут")
                case (.second, .genitive): form(count, "секунды", "секунд", "секунд")
                case (.second, .accusative): form(count, "секунду", "секунды", "секунд")
                case (.second, .nominative): form(count, "секунда", "секунды", "секунд")
                }
            return "\(count) \(word)"
        }
    }
}

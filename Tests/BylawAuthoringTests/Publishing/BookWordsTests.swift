import Bylaw
import Testing

@testable import BylawAuthoring

/// Numbers with the right forms, and moments, in each language.
@Suite struct BookWordsTests {
    private static func text(_ line: Inline) -> String {
        line.spans.map { span in
            switch span {
            case .text(let text), .placeholder(let text), .link(let text, _): text
            case .name(let name): "`\(name)`"
            }
        }.joined()
    }

    /// Seconds, and how long that is: on its own, and as a term of appeal.
    static let durations: [(seconds: Int64, language: String, within: String, appeal: String)] = [
        (86_400, "en", "24 hours", "Within 24 hours of the decision."),
        (3_600, "en", "1 hour", "Within 1 hour of the decision."),
        (36 * 3_600, "en", "36 hours", "Within 36 hours of the decision."),
        (2 * 86_400, "en", "2 days", "Within 2 days of the decision."),
        (2 * 86_400 + 5_400, "en", "2 days 1 hour 30 minutes", "Within 2 days 1 hour 30 minutes of the decision."),
        (61, "en", "1 minute 1 second", "Within 1 minute 1 second of the decision."),
        (20 * 86_400, "de", "20 Tage", "Innerhalb von 20 Tagen nach der Entscheidung."),
        (3_600, "de", "1 Stunde", "Innerhalb von 1 Stunde nach der Entscheidung."),
        (72 * 3_600, "ja", "3日以内", "決定から3日以内。"),
        (90 * 60, "ja", "1時間30分以内", "決定から1時間30分以内。"),
        (20 * 86_400, "zh", "20天内", "自决定作出起20天内。"),
        (2 * 86_400, "ru", "2 дня", "В течение 2 дней после решения."),
        (5 * 86_400, "ru", "5 дней", "В течение 5 дней после решения."),
        (11 * 86_400, "ru", "11 дней", "В течение 11 дней после решения."),
        (21 * 86_400, "ru", "21 день", "В течение 21 дня после решения."),
        (112 * 86_400, "ru", "112 дней", "В течение 112 дней после решения."),
        (24 * 3_600, "ru", "24 часа", "В течение 24 часов после решения."),
        (60, "ru", "1 минута", "В течение 1 минуты после решения."),
        (122, "ru", "2 минуты 2 секунды", "В течение 2 минут 2 секунд после решения."),
    ]

    @Test(arguments: durations.indices)
    func `a duration has the forms of its language`(index: Int) throws {
        let (seconds, language, within, appeal) = Self.durations[index]
        let words = try #require(BookLanguages.words(for: language))
        #expect(Self.text(words.within(.seconds(seconds))) == within)
        #expect(Self.text(words.appealTerm(.seconds(seconds))) == appeal)
    }

    /// Points, and what costs so many, and what they bring.
    static let points: [(count: Int, language: String, strike: String, rung: String)] = [
        (1, "en", "1 point on `t`.", "From 1 point: a reminder."),
        (2, "en", "2 points on `t`.", "From 2 points: a reminder."),
        (1, "de", "1 Punkt auf `t`.", "Ab 1 Punkt: eine Erinnerung."),
        (2, "de", "2 Punkte auf `t`.", "Ab 2 Punkten: eine Erinnerung."),
        (2, "ja", "`t`に2点が付きます。", "2点以上：注意喚起。"),
        (2, "zh", "`t`记2分。", "满2分：提醒。"),
        (1, "ru", "1 балл в счёт `t`.", "От 1 балла: напоминание."),
        (2, "ru", "2 балла в счёт `t`.", "От 2 баллов: напоминание."),
        (5, "ru", "5 баллов в счёт `t`.", "От 5 баллов: напоминание."),
        (14, "ru", "14 баллов в счёт `t`.", "От 14 баллов: напоминание."),
        (21, "ru", "21 балл в счёт `t`.", "От 21 балла: напоминание."),
    ]

    @Test(arguments: points.indices)
    func `points have the forms of their language`(index: Int) throws {
        let (count, language, strike, rung) = Self.points[index]
        let words = try #require(BookLanguages.words(for: language))
        #expect(Self.text(words.strike(count, tally: "t", subject: nil)) == strike)
        #expect(Self.text(words.rung(Rung(at: .points(count), sanction: .remind))) == rung)
    }

    @Test(arguments: [
        (1, "Можно продлить 1 раз."), (2, "Можно продлить 2 раза."), (5, "Можно продлить 5 раз."),
        (0, "Продлить нельзя."),
    ])
    func `times have the forms of Russian`(count: Int, expected: String) {
        #expect(Self.text(RussianWords().renewals(count)) == expected)
    }

    @Test(arguments: [
        ("en", "1 March 2025, 00:00 (UTC+09:00)"), ("de", "1. März 2025, 00:00 Uhr (UTC+09:00)"),
        ("ja", "2025年3月1日 00:00（UTC+09:00）"), ("zh", "2025年3月1日 00:00（UTC+09:00）"),
        ("ru", "1 марта 2025 г., 00:00 (UTC+09:00)"),
    ])
    func `a moment is told by the clock of whoever wrote it`(language: String, expected: String) throws {
        let time = try #require(Timestamp("2025-03-01T00:00:00+09:00"))
        #expect(try #require(BookLanguages.words(for: language)).date(BookDate(time)) == expected)
    }

    @Test func `seconds and offsets are told only where there are any`() throws {
        let time = try #require(Timestamp("2025-12-31T23:59:05-03:30"))
        #expect(EnglishWords().date(BookDate(time)) == "31 December 2025, 23:59:05 (UTC−03:30)")
        let utc = try #require(Timestamp("2025-12-31T23:59:00Z"))
        #expect(EnglishWords().date(BookDate(utc)) == "31 December 2025, 23:59 (UTC)")
    }

    @Test func `a term may last for as little as a policy can say`() {
        #expect(Self.text(EnglishWords().within(.milliseconds(1_500))) == "1s500000000ns")
    }
}

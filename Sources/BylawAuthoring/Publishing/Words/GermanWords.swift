import Bylaw
import BylawCEL

/// Rule books in German. Durations stand in the accusative or the dative.
struct GermanWords: BookWords {
    let language = "de"
    let ownName = "Deutsch"
    let ruleBook = "Regelwerk"
    let contents = "Inhalt"
    let languages = "Sprache"
    let preface: [Inline] = [
        "Dieses Regelwerk entsteht aus denselben Dateien, nach denen Beiträge und Handlungen beurteilt werden.",
        "Was sich nicht beurteilen lässt, weil etwas nicht bekannt ist, wird so lange zurückgestellt; einfach zugelassen wird es nie.",
        "Ein Tag hat hier 24 Stunden, auf die Sekunde gezählt.",
    ]

    func title(_ section: BookSection) -> String {
        switch section {
        case .rules: "Regeln"
        case .labels: "Kennzeichnungen"
        case .masks: "Was verborgen wird"
        case .tallies: "Wie Punkte zählen"
        case .softeners: "Wann Regeln milder sind"
        case .deciders: "Wer entscheidet"
        case .appeals: "Widerspruch"
        case .modes: "Besondere Betriebsarten"
        }
    }

    func label(_ field: BookField) -> String {
        switch field {
        case .version: "Version"
        case .inForce: "In Kraft"
        case .status: "Status"
        case .actors: "Wen es betrifft"
        case .actions: "Welche Handlungen"
        case .resources: "Woran"
        case .otherwise: "Wenn keine Regel greift"
        case .sources: "Setzt um"
        case .owner: "Zuständig"
        case .says: "Was sie sagt"
        case .occasion: "Wann"
        case .follows: "Was folgt"
        case .mend: "Wie man es behebt"
        case .checklist: "Prüfliste"
        case .asks: "Anfrage an die andere Seite"
        case .condition: "Die Bedingung als Code"
        case .requirement: "Was verlangt wird, als Code"
        case .exception: "Die Ausnahme als Code"
        case .source: "Quelle"
        case .hides: "Verborgen wird"
        case .rewrites: "Automatisch verborgen in"
        case .verifies: "Vorab zu verbergen in"
        case .replacement: "Stattdessen steht dort"
        case .values: "Mögliche Kennzeichnungen"
        case .declared: "Angegeben in"
        case .counts: "Wie lange Punkte zählen"
        case .perIncident: "Mehrere Regeln zugleich"
        case .warnings: "Zuerst verwarnt"
        case .training: "Schulung"
        case .ladder: "Folgen"
        case .softened: "Welche Regeln"
        case .instead: "Was stattdessen folgt"
        case .who: "Wer"
        case .votes: "Stimmen"
        case .deadline: "Frist"
        case .late: "Nach Ablauf der Frist"
        case .recusal: "Wer nicht entscheiden darf"
        case .tooFew: "Wenn zu wenige übrig sind"
        case .term: "Frist"
        case .often: "Wie oft"
        case .heard: "Wer darüber entscheidet"
        case .switchedBy: "Eingeschaltet von"
        case .lasts: "Dauer"
        case .renewals: "Verlängerung"
        }
    }

    func any(of names: [Inline]) -> Inline { names.joined(", ", last: " oder ") }

    func date(_ date: BookDate) -> String {
        let months = [
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
            "Dezember",
        ]
        return "\(date.day). \(months[date.month - 1]) \(date.year), \(date.clock) Uhr (\(date.zone))"
    }

    func inForce(from: String?, until: String?) -> Inline {
        switch (from, until) {
        case (let from?, let until?): "ab \(from) bis \(until)"
        case (let from?, nil): "ab \(from)"
        case (nil, let until?): "bis \(until)"
        case (nil, nil): alwaysInForce()
        }
    }

    func alwaysInForce() -> Inline { "unbefristet" }
    func trial() -> Inline { "Ein Versuch: Es wird nur beurteilt und berichtet, Folgen hat es keine." }
    func onlyWhile(mode: String) -> Inline { "Gilt nur, solange die Betriebsart \(name: mode) eingeschaltet ist." }

    func otherwise(_ otherwise: Otherwise) -> Inline {
        switch otherwise {
        case .allow: "Es ist erlaubt."
        case .hold: "Es wird zurückgestellt."
        case .deny: "Es wird abgelehnt."
        case .abstain: "Diese Richtlinie entscheidet dann nichts."
        }
    }

    func effect(_ effect: Effect) -> Inline {
        switch effect {
        case .allow: "Es ist erlaubt."
        case .hold: "Es wird vorerst zurückgestellt."
        case .deny: "Es wird abgelehnt."
        }
    }

    func awaits(fact: String, from: String?, askedBy: String?, via: String?) -> Inline {
        var line: Inline = "Gewartet wird auf \(name: fact)"
        if let from { line.append(" von \(name: from)") }
        if let askedBy { line.append("; darum bittet \(name: askedBy)") }
        if let via { line.append(askedBy == nil ? ", über \(name: via)" : " über \(name: via)") }
        return line + "."
    }

    func decides(tier: String) -> Inline { "Die Entscheidung trifft \(name: tier)." }

    func stopped(tier: String) -> Inline {
        "Betrifft es plötzlich weit mehr als sonst, wird danach nichts abgelehnt: Die Entscheidung trifft \(name: tier)."
    }

    func remedy(_ remedy: Remedy) -> Inline {
        switch remedy {
        case .leave: "Ist es schon geschehen, bleibt es vorerst stehen."
        case .askEdit: "Ist es schon geschehen, wird darum gebeten, es zu bearbeiten."
        case .hide: "Ist es schon geschehen, wird es ausgeblendet."
        case .remove: "Ist es schon geschehen, wird es entfernt."
        }
    }

    func strike(_ points: Int, tally: String, subject: String?) -> Inline {
        "\(self.points(points)) auf \(name: tally)\(charged(subject))."
    }

    func severe(_ points: Int, tally: String, subject: String?) -> Inline {
        "Ein schwerer Verstoß: \(self.points(points)) auf \(name: tally)\(charged(subject)), und sofort die Folge für schwere Verstöße."
    }

    func merit(_ points: Int, tally: String, subject: String?) -> Inline {
        "\(points) \(points == 1 ? "Verdienstpunkt" : "Verdienstpunkte") auf \(name: tally)\(charged(subject))."
    }

    private func charged(_ subject: String?) -> Inline { subject.map { " für \(name: $0)" } ?? Inline() }

    func noPoints() -> Inline { "Keine Punkte." }

    func duty(_ duty: BookDuty) -> Inline {
        var line: Inline =
            switch duty.kind {
            case .remind: "Erinnerung"
            case .warn: "Verwarnung"
            case .answer: "Antwort"
            case .route: "Weiterleitung"
            case .grant: "Verleihung"
            case .label: "Kennzeichnung"
            case .notify: "Benachrichtigung"
            }
        let isPlain = duty.kind == .label
        switch duty.to {
        case .actor?: line.append(isPlain ? ": das Mitglied" : " an das Mitglied")
        case .other(let name)?: line.append(isPlain ? ": \(name)" : " an \(name)")
        case nil: break
        }
        if let within = duty.within { line.append(", innerhalb von \(spoken(within, isDative: true))") }
        if let after = duty.after { line.append(", frühestens nach \(spoken(after, isDative: true))") }
        if duty.isAlways { line.append(", wie auch immer entschieden wird") }
        return line + "."
    }

    func within(_ duration: Duration) -> Inline { Inline(spoken(duration)) }

    func late(_ late: Late) -> Inline {
        switch late {
        case .deny: "Es wird abgelehnt."
        case .staysHeld: "Es bleibt zurückgestellt."
        case .tier(let tier): "Es geht an \(name: tier) über."
        }
    }

    func labelMissing(_ label: String) -> Inline { "Die Kennzeichnung \(name: label) fehlt." }
    func labelContradicted(_ label: String) -> Inline { "Der Text widerspricht der Kennzeichnung \(name: label)." }
    func labelUnsupported(_ label: String) -> Inline { "Für die Kennzeichnung \(name: label) fehlt ein Beleg." }
    func needed(_ count: Int, of total: Int) -> Inline { "Mindestens \(count) von diesen \(total)" }
    func optionalItem() -> Inline { "freiwillig" }

    func reading(_ reading: SourceQuote.Reading) -> String {
        switch reading {
        case .direct: "steht so im Text"
        case .derived: "aus dem Text abgeleitet"
        }
    }

    func duePlaceholder() -> String { "Frist" }
    func pointsPlaceholder() -> String { "Punkte" }
    func appealPlaceholder() -> String { "Ende der Widerspruchsfrist" }

    func hiddenValue(_ attribute: String) -> Inline { "der Wert von \(name: attribute)" }
    func hiddenLexicon(_ lexicon: String) -> Inline { "was die Liste \(name: lexicon) nennt" }
    func hiddenPatterns(_ count: Int) -> Inline {
        count == 1 ? "was einem Muster entspricht" : "was einem von \(count) Mustern entspricht"
    }
    func hiddenPhrases(_ count: Int) -> Inline { count == 1 ? "eine feste Wendung" : "\(count) feste Wendungen" }

    func replacement(_ replacement: CheckedMask.Replacement) -> Inline {
        switch replacement {
        case .redact: "ein Block für jedes Zeichen"
        case .text(let text): "„\(text)“"
        case .keepLast(let count):
            count == 1 ? "Blöcke bis auf das letzte Zeichen" : "Blöcke bis auf die letzten \(count) Zeichen"
        case .number(let template): "ein Name in der Reihenfolge des Auftretens: „\(template)“"
        case .pseudonym(_, let scope, let template):
            scope.map { "ein Pseudonym, gleich innerhalb von \(name: $0.text): „\(template)“" }
                ?? "ein Pseudonym, immer dasselbe: „\(template)“"
        }
    }

    func counted(_ window: TallyTerms.Window) -> Inline { Inline(self.window(window)) }

    private func window(_ window: TallyTerms.Window) -> String {
        switch window {
        case .forever: return "auf Dauer"
        case .rolling(let duration): return "\(spoken(duration)) ab der Tat"
        case .calendar(let unit, let zone, let weekStarts):
            let days = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
            return switch unit {
            case .week: "bis zum Ende der Woche; sie beginnt am \(weekStarts.name(in: days)) (\(zone))"
            case .month: "bis zum Ende des Kalendermonats (\(zone))"
            case .quarter: "bis zum Ende des Quartals (\(zone))"
            case .year: "bis zum Ende des Kalenderjahres (\(zone))"
            }
        }
    }

    func perIncident(_ way: PerIncident) -> Inline {
        switch way {
        case .highest: "Von einem Vorfall zählt die höchste Punktzahl."
        case .sum: "Die Punkte eines Vorfalls werden zusammengezählt."
        }
    }

    func warnings(_ warnings: TallyTerms.Warnings) -> Inline {
        "\(warnings.first == 1 ? "Beim ersten Vorfall" : "Bei den ersten \(warnings.first) Vorfällen") gibt es eine Verwarnung und keine Punkte. Eine Verwarnung zählt \(window(warnings.window))."
    }

    func training(_ training: TallyTerms.Training) -> Inline {
        var line: Inline =
            "Eine abgeschlossene Schulung hebt nach \(spoken(training.after, isDative: true)) ohne weiteren Vorfall \(training.lifts == .warning ? "eine Verwarnung" : "die Punkte eines Vorfalls") auf."
        if let count = training.atMost {
            let trainings = count == 1 ? "zählt höchstens 1 Schulung" : "zählen höchstens \(count) Schulungen"
            line.append(" \(period(training.window)) \(trainings).")
        }
        return line
    }

    /// The time in which trainings are counted.
    private func period(_ window: TallyTerms.Window) -> String {
        switch window {
        case .forever: "Insgesamt"
        case .rolling(let duration): "Innerhalb von \(spoken(duration, isDative: true))"
        case .calendar(let unit, _, _):
            switch unit {
            case .week: "In einer Kalenderwoche"
            case .month: "In einem Kalendermonat"
            case .quarter: "In einem Quartal"
            case .year: "In einem Kalenderjahr"
            }
        }
    }

    func rung(_ rung: Rung) -> Inline {
        let at =
            switch rung.at {
            case .points(let points): "Ab \(points == 1 ? "1 Punkt" : "\(points) Punkten")"
            case .severe: "Bei einem schweren Verstoß"
            case .warning: "Bei einer Verwarnung"
            case .manual: "Von Hand"
            }
        switch rung.sanction {
        case .remind: return "\(at): eine Erinnerung."
        case .warn: return "\(at): eine förmliche Verwarnung."
        case .suspend:
            let from = rung.actions.isEmpty ? "alles, was hier beurteilt wird" : any(of: rung.actions.map { .name($0) })
            return rung.duration.map { "\(at): Sperre für \(from), \(spoken($0)) lang." }
                ?? "\(at): Sperre für \(from), auf Dauer."
        case .revoke: return "\(at): Verlust der Rolle \(name: rung.role ?? "")."
        case .recognise:
            return "\(at): Anerkennung" + (rung.title.map { " als „\($0)“" } ?? Inline())
                + (rung.role.map { ", dazu die Rolle \(name: $0)" } ?? Inline()) + "."
        }
    }

    func votes(_ tier: ReviewTier) -> Inline {
        let votes = tier.needs == 1 ? "1 Stimme" : "\(tier.needs) Stimmen"
        var line: Inline =
            switch tier.majority {
            case nil: "\(votes) für dasselbe Urteil"
            case .simple?: "mindestens \(votes), und für ein Urteil mehr als für das andere"
            case .twoThirds?: "mindestens \(votes), und von denen dafür und dagegen zwei Drittel auf einer Seite"
            case .absolute?: "mindestens \(votes), und für ein Urteil mehr als die Hälfte aller, die entscheiden dürfen"
            }
        if let each = tier.each { line.append("; aus jeder Rolle mindestens \(each)") }
        return line + "."
    }

    func relatedMayNot() -> Inline { "Wer mit einer beteiligten Person in Beziehung steht, entscheidet nicht mit." }
    func whoFitsMayNot() -> Inline { "Wen die Bedingung unten betrifft, der entscheidet nicht mit." }
    func appealTerm(_ duration: Duration?) -> Inline {
        duration.map { "Innerhalb von \(spoken($0, isDative: true)) nach der Entscheidung." } ?? "Jederzeit."
    }
    func appealOften(_ count: Int) -> Inline { count == 1 ? "Einmal." : "Höchstens \(count)-mal." }
    func appealHeard(by tier: String?) -> Inline {
        tier.map { "\(name: $0)." } ?? "Andere als diejenigen, die zuerst entschieden haben."
    }
    func lasts(_ duration: Duration) -> Inline { Inline(spoken(duration)) }
    func renewals(_ count: Int) -> Inline {
        switch count {
        case 0: "Nicht möglich."
        case 1: "Einmal möglich."
        default: "Höchstens \(count)-mal möglich."
        }
    }

    func changes(since old: String?) -> String { old.map { "Änderungen seit \($0)" } ?? "Änderungen" }
    func policyAdded() -> Inline { "Neu." }
    func policyRemoved() -> Inline { "Nicht mehr im Regelwerk." }
    func versionChanged(from old: String, to new: String) -> Inline { "Aus Version \(old) wurde \(new)." }
    func change(_ kind: BookChange.Kind) -> String {
        switch kind {
        case .added: "Neu"
        case .removed: "Entfallen"
        case .changed: "Geändert"
        }
    }
    func nothingChanged() -> Inline { "Nichts hat sich geändert." }
    func conditionChanged() -> Inline { "Die Bedingung wurde geändert." }
    func before() -> String { "Vorher" }
    func now() -> String { "Jetzt" }

    private func points(_ count: Int) -> String { count == 1 ? "1 Punkt" : "\(count) Punkte" }

    private func spoken(_ duration: Duration, isDative: Bool = false) -> String {
        TimeUnit.spoken(duration) { count, unit in
            switch unit {
            case .day: count == 1 ? "1 Tag" : "\(count) \(isDative ? "Tagen" : "Tage")"
            case .hour: count == 1 ? "1 Stunde" : "\(count) Stunden"
            case .minute: count == 1 ? "1 Minute" : "\(count) Minuten"
            case .second: count == 1 ? "1 Sekunde" : "\(count) Sekunden"
            }
        }
    }
}

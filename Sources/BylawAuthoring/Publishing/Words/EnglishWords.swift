import Bylaw
import BylawCEL

/// Rule books in English, and wherever a language has no words of its own.
struct EnglishWords: BookWords {
    let language = "en"
    let ownName = "English"
    let ruleBook = "Rule book"
    let contents = "Contents"
    let languages = "Language"
    let preface: [Inline] = [
        "This rule book is made from the same files by which posts and actions are judged.",
        "What cannot be judged, because something is not known, is held until it can be; it is never simply let through.",
        "A day here is 24 hours, counted to the second.",
    ]

    func title(_ section: BookSection) -> String {
        switch section {
        case .rules: "Rules"
        case .labels: "Labels"
        case .masks: "What is hidden"
        case .tallies: "How points are counted"
        case .softeners: "When rules are milder"
        case .deciders: "Who decides"
        case .appeals: "How to appeal"
        case .modes: "Special modes"
        }
    }

    func label(_ field: BookField) -> String {
        switch field {
        case .version: "Version"
        case .inForce: "In force"
        case .status: "Status"
        case .actors: "Whom it concerns"
        case .actions: "Which actions"
        case .resources: "On what"
        case .otherwise: "Where no rule speaks"
        case .sources: "Puts into force"
        case .owner: "Looked after by"
        case .says: "What it says"
        case .occasion: "When"
        case .follows: "What follows"
        case .mend: "How to put it right"
        case .checklist: "Checklist"
        case .asks: "What the other party is asked"
        case .condition: "The condition, as code"
        case .requirement: "What is required, as code"
        case .exception: "The exception, as code"
        case .source: "Source"
        case .hides: "Hidden"
        case .rewrites: "Masked automatically in"
        case .verifies: "Must be masked beforehand in"
        case .replacement: "Shown instead"
        case .values: "Possible labels"
        case .declared: "Declared in"
        case .counts: "How long points count"
        case .perIncident: "Several rules at once"
        case .warnings: "Warnings first"
        case .training: "Training"
        case .ladder: "Consequences"
        case .softened: "Which rules"
        case .instead: "What follows instead"
        case .who: "Who"
        case .votes: "Votes"
        case .deadline: "Deadline"
        case .late: "If that time passes"
        case .recusal: "Who may not decide"
        case .tooFew: "If too few are left"
        case .term: "By when"
        case .often: "How often"
        case .heard: "Who hears it"
        case .switchedBy: "Switched on by"
        case .lasts: "Lasts"
        case .renewals: "Renewals"
        }
    }

    func any(of names: [Inline]) -> Inline { names.joined(", ", last: " or ") }

    func date(_ date: BookDate) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return "\(date.day) \(months[date.month - 1]) \(date.year), \(date.clock) (\(date.zone))"
    }

    func inForce(from: String?, until: String?) -> Inline {
        switch (from, until) {
        case (let from?, let until?): "from \(from) until \(until)"
        case (let from?, nil): "from \(from)"
        case (nil, let until?): "until \(until)"
        case (nil, nil): alwaysInForce()
        }
    }

    func alwaysInForce() -> Inline { "without a limit in time" }
    func trial() -> Inline { "A trial: judged and reported only. Nothing follows from it." }
    func onlyWhile(mode: String) -> Inline { "Applies only while the mode \(name: mode) is on." }

    func otherwise(_ otherwise: Otherwise) -> Inline {
        switch otherwise {
        case .allow: "It is allowed."
        case .hold: "It is held."
        case .deny: "It is refused."
        case .abstain: "This policy decides nothing."
        }
    }

    func effect(_ effect: Effect) -> Inline {
        switch effect {
        case .allow: "It is allowed."
        case .hold: "It is held for now."
        case .deny: "It is refused."
        }
    }

    func awaits(fact: String, from: String?, askedBy: String?, via: String?) -> Inline {
        var line: Inline = "It waits until \(name: fact) is given"
        if let from { line.append(" by \(name: from)") }
        if let askedBy { line.append("; \(name: askedBy) asks for it") }
        if let via { line.append(askedBy == nil ? ", via \(name: via)" : " via \(name: via)") }
        return line + "."
    }

    func decides(tier: String) -> Inline { "The decision is made by \(name: tier)." }

    func stopped(tier: String) -> Inline {
        "Should it suddenly concern far more than usual, nothing is refused by it: the decision is made by \(name: tier)."
    }

    func remedy(_ remedy: Remedy) -> Inline {
        switch remedy {
        case .leave: "If it has happened already, it stays for now."
        case .askEdit: "If it has happened already, its author is asked to edit it."
        case .hide: "If it has happened already, it is hidden."
        case .remove: "If it has happened already, it is removed."
        }
    }

    func strike(_ points: Int, tally: String, subject: String?) -> Inline {
        "\(self.points(points)) on \(name: tally)\(charged(subject))."
    }

    func severe(_ points: Int, tally: String, subject: String?) -> Inline {
        "A severe breach: \(self.points(points)) on \(name: tally)\(charged(subject)), and the consequence for severe breaches at once."
    }

    func merit(_ points: Int, tally: String, subject: String?) -> Inline {
        "\(points) \(points == 1 ? "merit" : "merits") on \(name: tally)\(charged(subject))."
    }

    private func charged(_ subject: String?) -> Inline { subject.map { " for \(name: $0)" } ?? Inline() }

    func noPoints() -> Inline { "No points." }

    func duty(_ duty: BookDuty) -> Inline {
        var line: Inline =
            switch duty.kind {
            case .remind: "A reminder"
            case .warn: "A warning"
            case .answer: "An answer"
            case .route: "Passed on"
            case .grant: "Granted"
            case .label: "Labelled"
            case .notify: "A notice"
            }
        switch duty.to {
        case .actor?: line.append(duty.kind == .label ? ": the member" : " to the member")
        case .other(let name)?: line.append(duty.kind == .label ? ": \(name)" : " to \(name)")
        case nil: break
        }
        if let within = duty.within { line.append(", within \(spoken(within))") }
        if let after = duty.after { line.append(", not before \(spoken(after)) have passed") }
        if duty.isAlways { line.append(", whatever the outcome") }
        return line + "."
    }

    func within(_ duration: Duration) -> Inline { Inline(spoken(duration)) }

    func late(_ late: Late) -> Inline {
        switch late {
        case .deny: "It is refused."
        case .staysHeld: "It stays held."
        case .tier(let tier): "It passes to \(name: tier)."
        }
    }

    func labelMissing(_ label: String) -> Inline { "The label \(name: label) is missing." }
    func labelContradicted(_ label: String) -> Inline { "The text contradicts the label \(name: label)." }
    func labelUnsupported(_ label: String) -> Inline { "The label \(name: label) has nothing to support it." }
    func needed(_ count: Int, of total: Int) -> Inline { "At least \(count) of these \(total)" }
    func optionalItem() -> Inline { "optional" }

    func reading(_ reading: SourceQuote.Reading) -> String {
        switch reading {
        case .direct: "stands so in the text"
        case .derived: "derived from the text"
        }
    }

    func duePlaceholder() -> String { "due date" }
    func pointsPlaceholder() -> String { "points" }
    func appealPlaceholder() -> String { "last day to appeal" }

    func hiddenValue(_ attribute: String) -> Inline { "the value of \(name: attribute)" }
    func hiddenLexicon(_ lexicon: String) -> Inline { "what the list \(name: lexicon) names" }
    func hiddenPatterns(_ count: Int) -> Inline {
        count == 1 ? "what fits a pattern" : "what fits one of \(count) patterns"
    }
    func hiddenPhrases(_ count: Int) -> Inline { count == 1 ? "a set phrase" : "\(count) set phrases" }

    func replacement(_ replacement: CheckedMask.Replacement) -> Inline {
        switch replacement {
        case .redact: "a block for each character"
        case .text(let text): "“\(text)”"
        case .keepLast(let count):
            count == 1 ? "blocks, but for the last character" : "blocks, but for the last \(count) characters"
        case .number(let template): "a name in order of appearance: “\(template)”"
        case .pseudonym(_, let scope, let template):
            scope.map { "a pseudonym, the same within \(name: $0.text): “\(template)”" }
                ?? "a pseudonym, always the same: “\(template)”"
        }
    }

    func counted(_ window: TallyTerms.Window) -> Inline { Inline(self.window(window)) }

    private func window(_ window: TallyTerms.Window) -> String {
        switch window {
        case .forever: return "for ever"
        case .rolling(let duration): return "for \(spoken(duration)) from the act"
        case .calendar(let unit, let zone, let weekStarts):
            let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
            return switch unit {
            case .week: "until the week ends; weeks begin on \(weekStarts.name(in: days)) (\(zone))"
            case .month: "until the calendar month ends (\(zone))"
            case .quarter: "until the calendar quarter ends (\(zone))"
            case .year: "until the calendar year ends (\(zone))"
            }
        }
    }

    func perIncident(_ way: PerIncident) -> Inline {
        switch way {
        case .highest: "Of one incident the highest number of points counts."
        case .sum: "The points of one incident are added up."
        }
    }

    func warnings(_ warnings: TallyTerms.Warnings) -> Inline {
        "\(warnings.first == 1 ? "The first incident is" : "The first \(warnings.first) incidents are") answered with a warning, without points. A warning counts \(window(warnings.window))."
    }

    func training(_ training: TallyTerms.Training) -> Inline {
        var line: Inline =
            "A completed training lifts \(training.lifts == .warning ? "a warning" : "a strike") after \(spoken(training.after)) without another incident."
        if let count = training.atMost {
            let trainings = count == 1 ? "training counts" : "trainings count"
            line.append(" At most \(count) \(trainings) \(period(training.window)).")
        }
        return line
    }

    /// The time in which trainings are counted.
    private func period(_ window: TallyTerms.Window) -> String {
        switch window {
        case .forever: "in all"
        case .rolling(let duration): "in any \(spoken(duration))"
        case .calendar(let unit, _, _):
            switch unit {
            case .week: "in a calendar week"
            case .month: "in a calendar month"
            case .quarter: "in a calendar quarter"
            case .year: "in a calendar year"
            }
        }
    }

    func rung(_ rung: Rung) -> Inline {
        let at: Inline =
            switch rung.at {
            case .points(let points): "From \(self.points(points))"
            case .severe: "For a severe breach"
            case .warning: "With a warning"
            case .manual: "By hand"
            }
        switch rung.sanction {
        case .remind: return "\(at): a reminder."
        case .warn: return "\(at): a formal warning."
        case .suspend:
            let from = rung.actions.isEmpty ? "everything judged here" : any(of: rung.actions.map { .name($0) })
            return rung.duration.map { "\(at): suspended from \(from) for \(spoken($0))." }
                ?? "\(at): suspended from \(from) for good."
        case .revoke: return "\(at): the role \(name: rung.role ?? "") is lost."
        case .recognise:
            return "\(at): recognition" + (rung.title.map { " as “\($0)”" } ?? Inline())
                + (rung.role.map { ", and the role \(name: $0)" } ?? Inline()) + "."
        }
    }

    func votes(_ tier: ReviewTier) -> Inline {
        let votes = "\(tier.needs) \(tier.needs == 1 ? "vote" : "votes")"
        var line: Inline =
            switch tier.majority {
            case nil: "\(votes) for the same verdict"
            case .simple?: "at least \(votes) cast, and more for one verdict than for the other"
            case .twoThirds?: "at least \(votes) cast, and of those for and against two thirds on one side"
            case .absolute?: "at least \(votes) cast, and for one verdict more than half of all who may decide"
            }
        if let each = tier.each { line.append("; at least \(each) of them from each role") }
        return line + "."
    }

    func relatedMayNot() -> Inline { "Nobody decides who is related to a party of the case." }
    func whoFitsMayNot() -> Inline { "Nobody decides to whom the condition below applies." }
    func appealTerm(_ duration: Duration?) -> Inline {
        duration.map { "Within \(spoken($0)) of the decision." } ?? "At any time."
    }
    func appealOften(_ count: Int) -> Inline { count == 1 ? "Once." : "At most \(count) times." }
    func appealHeard(by tier: String?) -> Inline {
        tier.map { "\(name: $0)." } ?? "Others than those who decided the first time."
    }
    func lasts(_ duration: Duration) -> Inline { Inline(spoken(duration)) }
    func renewals(_ count: Int) -> Inline {
        switch count {
        case 0: "It cannot be renewed."
        case 1: "It can be renewed once."
        default: "It can be renewed \(count) times."
        }
    }

    func changes(since old: String?) -> String { old.map { "What changed since \($0)" } ?? "What changed" }
    func policyAdded() -> Inline { "New." }
    func policyRemoved() -> Inline { "No longer in the rule book." }
    func versionChanged(from old: String, to new: String) -> Inline { "Version \(old) became \(new)." }
    func change(_ kind: BookChange.Kind) -> String {
        switch kind {
        case .added: "Added"
        case .removed: "Removed"
        case .changed: "Changed"
        }
    }
    func nothingChanged() -> Inline { "Nothing has changed." }
    func conditionChanged() -> Inline { "The condition was changed." }
    func before() -> String { "Before" }
    func now() -> String { "Now" }

    private func points(_ count: Int) -> String { "\(count) \(count == 1 ? "point" : "points")" }

    private func spoken(_ duration: Duration) -> String {
        TimeUnit.spoken(duration) { count, unit in
            let word =
                switch unit {
                case .day: "day"
                case .hour: "hour"
                case .minute: "minute"
                case .second: "second"
                }
            return "\(count) \(word)\(count == 1 ? "" : "s")"
        }
    }
}

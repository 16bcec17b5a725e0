/// Every mapping of the policy format.
package enum Shapes {
    static let format = Shape.Key.required("bylaw", .integer(1...1), "The version of the format: 1.")

    package static let policy = Shape(
        "a policy",
        [
            format,
            .required("policy", .name, "The policy's id: words of letters and digits, joined by `-` and `.`."),
            .required("version", .version, "Three numbers: `1.2.0`."),
            .optional("title", .message, "What the policy is called, in each language."),
            .optional("effective", .mapping(effective), "When the policy is in force; always, unless given."),
            .optional("mode", .words(["enforce", "shadow"]), "`shadow`: judged and reported, never enforced."),
            .optional("while", .name, "The mode that must be on for the policy to apply."),
            .optional("modes", .named(.mapping(mode)), "Modes that people switch on for a time."),
            .optional("languages", .list(.name), "The languages that every message must have."),
            .optional(
                "uses", .list(.text),
                "Files to share types, roles and lexicons with, and the sources put into force, relative to this one."),
            .optional("calendar", .mapping(calendar), "The zone and week that calendar windows are reckoned in."),
            .required("judges", .mapping(judges), "What the policy judges: types and names with their declared types."),
            .required(
                "otherwise", .words(Otherwise.allCases.map(\.rawValue)), "What holds where no rule speaks."),
            .optional("types", .named(.type), "Record types and enumerations."),
            .optional("roles", .named(.nullable(.mapping(role))), "Roles that the policy speaks of."),
            .optional("facts", .named(.nullable(.named(.expression))), "Facts, each with what it must say."),
            .optional("let", .named(.expression), "Names for expressions that conditions use."),
            .optional("tables", .named(.mapping(table)), "What follows from each value of an attribute, for routing."),
            .optional("lexicons", .named(.mapping(lexicon)), "Named lists of phrases."),
            .optional("rules", .named(.mapping(rule)), "The rules, each with a name."),
            .optional("masks", .named(.mapping(mask)), "What is hidden in texts."),
            .optional("labels", .named(.mapping(label)), "What texts are labelled as."),
            .optional("tallies", .named(.mapping(tally)), "Counts of strikes and merits with their thresholds."),
            .optional(
                "emergency-stop", .mapping(emergencyStop), "When a rule that suddenly matches far too much is stopped."),
            .optional("softens", .named(.mapping(softener)), "When which rules are milder."),
            .optional(
                "review",
                .named(
                    .mapping(tier),
                    known: [.optional("appeal", .mapping(appeal), "How what was decided is contested.")]),
                "Who decides held cases."),
            .optional("meta", .mapping(meta), "Owner, tags and category, for people."),
        ])

    package static let vocabulary = Shape(
        "a shared vocabulary",
        [
            format,
            .optional("vocabulary", .name, "What the vocabulary is called."),
            .optional("title", .message, "What it is, in each language."),
            .optional("uses", .list(.text), "Further files, relative to this one."),
            .optional("types", .named(.type), "Record types and enumerations."),
            .optional("roles", .named(.nullable(.mapping(role))), "Roles that policies speak of."),
            .optional("lexicons", .named(.mapping(lexicon)), "Named lists of phrases."),
            .optional("meta", .mapping(meta), "Owner, tags and category, for people."),
        ])

    package static let lexiconFile = Shape(
        "a lexicon",
        [
            format,
            .required("lexicon", .name, "The name by which conditions and masks look for it."),
            .optional("title", .message, "What it lists, in each language."),
            .optional("meta", .mapping(meta), "Owner, tags and category, for people."),
        ] + lexicon.keys)

    static let effective = Shape(
        "the time in force",
        [
            .optional("from", .timestamp, "The first moment in force."),
            .optional("until", .timestamp, "The first moment no longer in force."),
        ])

    static let table = Shape(
        "a table",
        [
            .required("by", .expression, "An attribute that is one of several words."),
            .required("rows", .keyed(.text), "For each word what follows: a role, a tier, a text."),
            .optional("otherwise", .text, "What follows from the words that have no row."),
        ])

    static let mode = Shape(
        "a mode",
        [
            .required("on-by", .oneOrMore(.name), "The roles that may switch it on and off."),
            .required("lasts", .duration, "How long it is on."),
            .optional(
                "renewals", .integer(0...1_000), "How often it may be renewed while it is on; never, unless given."),
        ])

    static let calendar = Shape(
        "a calendar",
        [
            .optional("zone", .text, "An IANA time zone: `Asia/Tokyo`."),
            .optional("week-starts", .words(Weekday.allCases.map(\.rawValue)), "The first day of the week."),
        ])

    static let judges = Shape(
        "what a policy judges",
        [
            .optional("actor", .named(judged), "The types of actors."),
            .required("action", .named(judged), "The names of actions."),
            .optional("resource", .named(judged), "The types of resources."),
            .optional("context", .type, "The type of the context."),
        ])

    private static let judged = ValueShape.either([.type, .mapping(judgedAs)])

    static let judgedAs = Shape(
        "a judged type",
        [
            .required("type", .type, "Its declared type."),
            .required("as", .name, "The name that conditions use for it."),
        ])

    static let role = Shape(
        "a role",
        [.optional("granted-by", .oneOrMore(.name), "The roles that may grant it.")])

    static let lexicon = Shape(
        "a lexicon",
        [
            .optional(
                "phrases", .list(.either([.text, .mapping(phrase), .mapping(phrasePattern)])),
                "The phrases, in the languages they are in, and patterns."),
            .optional(
                "file", .text,
                "A file with a phrase a line, or a `.tsv` table with columns `name` and `aliases`, relative to this one."
            ),
            .optional("hosted", .boolean, "`true`: the host gives the phrases at run time."),
            .optional(
                "except", .list(.either([.text, .mapping(phrasePattern)])),
                "Longer phrases, and patterns, in which nothing counts: `apple pie`."),
            .optional("fold", fold, "Differences that do not matter."),
            .optional("case-sensitive", .boolean, "`true`: capitals matter in all of it."),
            .optional("match", .words(MatchWord.allCases.map(\.rawValue)), "What of a text a phrase must be."),
            .optional("boundary", .words(BoundaryWord.allCases.map(\.rawValue)), "Where a phrase may begin and end."),
            .optional("prefixes", .list(.text), "What may stand before a phrase and belongs to it."),
            .optional("suffixes", .list(.text), "What may stand behind a phrase and belongs to it."),
            .optional(
                "affixes-optional", .boolean, "`false`: a phrase that is written with an affix is found only with it."),
        ])

    static let phrase = Shape(
        "a phrase",
        [
            .required("phrase", .text, "The words to look for."),
            .optional("aliases", .list(.text), "Other names for the same thing, numbered alike."),
            .optional("reason", .text, "Why it is listed."),
            .optional("match", .words(MatchWord.allCases.map(\.rawValue)), "What of a text it must be."),
            .optional("boundary", .words(BoundaryWord.allCases.map(\.rawValue)), "Where it may begin and end."),
            .optional("case-sensitive", .boolean, "`true`: capitals matter."),
        ])

    static let phrasePattern = Shape(
        "a pattern",
        [
            .required(
                "pattern", .text, "A regular expression (RE2); of a match only the group `found`, where it has one."),
            .optional("reason", .text, "Why it is listed."),
            .optional("case-sensitive", .boolean, "`true`: capitals matter."),
        ])

    private static let fold = ValueShape.list(.words(FoldWords.all))

    static let rule = Shape(
        "a rule",
        [
            .optional("source", .mapping(source), "The sentence that the rule puts into force."),
            .optional("on", .oneOrMore(.name), "The actions that the rule is about; all, unless given."),
            .optional("when", .condition, "The rule matches where this holds."),
            .optional("require", .condition, "The rule matches where this does not hold."),
            .optional("unless", .condition, "Where this holds, the rule does not match."),
            .optional("on-error", .words(["hold", "deny"]), "The effect where the rule cannot be evaluated."),
            .optional("then", effect, "The effect of `when`."),
            .optional("else", .words(["hold", "deny"]), "The effect where `require` does not hold."),
            .optional(
                "emergency-stop", .either([.mapping(emergencyStop), .words(["never"])]),
                "When the rule is stopped, in place of what its policy says; `never`: it is not."),
        ] + consequence + [.optional("meta", .mapping(meta), "Owner, tags and category, for people.")],
        .one(of: ["when", "require"]), .one(of: ["then", "else"]))

    static let emergencyStop = Shape(
        "an emergency stop",
        [
            .required("share", .percentage, "The share of the judged requests that the rule matches: `5%`."),
            .required("count", .integer(1...1_000_000_000), "How many requests it matches at the least."),
            .required("within", .duration, "In what time; afterwards the rule denies again."),
            .required("to", .name, "The review tier that decides what is held in place of being denied."),
        ])

    private static let effect = ValueShape.words(Effect.allCases.map(\.rawValue))

    /// How many points one act may count.
    static let points = 0...1_000_000

    /// Points by tally, with whom they count for.
    private static func counted(_ size: ValueShape) -> ValueShape {
        .either([
            .named(
                size, known: [.optional("to", .expression, "Whose points they are: an id; the actor's, unless given.")]),
            .integer(0...0),
        ])
    }

    private static let consequence: [Shape.Key] = [
        .optional("await", .mapping(awaited), "The fact that a held request waits for."),
        .optional("to", .name, "The review tier that decides a held request."),
        .optional("if-done", .words(Remedy.allCases.map(\.rawValue)), "What is done if it happened already."),
        .optional(
            "strike", counted(.either([.integer(points), .words(["severe"])])),
            "Points on tallies; `severe`: the ladder's severe rung; `0` alone: none, in a softener."),
        .optional("merit", counted(.integer(points)), "Merits on tallies."),
        .optional("duties", .oneOrMore(.mapping(duty)), "What the caller must do along with the outcome."),
        .optional("says", .message, "What the member is told."),
        .optional("mend", .message, "How to put it right."),
        .optional("asks", .message, "What the other party is asked."),
    ]

    package static let source = Shape(
        "a quotation",
        [
            .required("quote", .text, "The sentence, in its own language."),
            .required("reading", .words(SourceQuote.Reading.allCases.map(\.rawValue)), "Said, or only implied."),
            .optional("of", .name, "The id of the source, where the policy uses several."),
        ])

    static let awaited = Shape(
        "what is awaited",
        [
            .required("fact", .name, "A fact that the policy declares."),
            .optional("from", .expression, "The id of the one who can give it."),
            .optional("ask-by", .name, "The role that asks for it."),
            .optional("via", .text, "How it is asked: `comment`."),
            .optional("within", .duration, "How long it may take."),
            .optional("late", .either([.words(["deny", "stays-held"]), .name]), "What happens then."),
        ])

    private static let dutyTarget = ValueShape.expression

    static let duty = Shape(
        "a duty",
        DutyKind.allCases.map { .optional($0.rawValue, dutyTarget, "Whom to \($0.rawValue): `actor`, a role, an id.") }
            + [
                .optional("always", .boolean, "Given whatever the outcome is."),
                .optional("within", .duration, "When it must be done."),
                .optional("after", .duration, "When it may be done."),
            ],
        .one(of: DutyKind.allCases.map(\.rawValue)))

    static let mask = Shape(
        "a mask",
        [
            .required("find", .mapping(find), "What must not be seen."),
            .optional("rewrite", .oneOrMore(.expression), "Texts that Bylaw masks."),
            .optional("verify", .oneOrMore(.expression), "Texts that a person masked."),
            .optional("fold", fold, "Differences that do not matter."),
            .required("replace", .mapping(replacement), "What stands there instead."),
        ],
        .some(of: ["rewrite", "verify"]))

    static let find = Shape(
        "what a mask finds",
        [
            .optional("value", .oneOrMore(.expression), "Attributes whose value is hidden; absent: nothing to find."),
            .optional("lexicon", .oneOrMore(.name), "Lexicons whose phrases are hidden."),
            .optional(
                "pattern", .oneOrMore(.text),
                "Regular expressions (RE2); of a match only the group `found`, where it has one."),
            .optional("phrases", .list(.text), "Phrases that are hidden."),
        ],
        .some(of: ["value", "lexicon", "pattern", "phrases"]))

    static let replacement = Shape(
        "a replacement",
        [
            .optional("redact", .boolean, "`true`: a block for each character."),
            .optional("text", .text, "The same text each time."),
            .optional("keep-last", .integer(1...64), "The last characters stay."),
            .optional("number", .text, "A template: `{A}社` gives A社, B社, …"),
            .optional("pseudonym", .mapping(pseudonym), "A keyed name, the same each time."),
        ],
        .one(of: ["redact", "text", "keep-last", "number", "pseudonym"]))

    static let pseudonym = Shape(
        "a pseudonym",
        [
            .required("key", .name, "The name of the host's key."),
            .optional("scope", .expression, "Within which the same value gets the same name."),
            .optional("as", .text, "A template: `user-{id}`; `{id}` alone, unless given."),
        ])

    static let label = Shape(
        "a label",
        [
            .required("values", .list(.name), "What may be stated."),
            .optional("declared", .expression, "The author's own statement."),
            .optional("infer", .named(.condition), "What the text itself shows."),
            .optional("evidence", .named(.condition), "What makes a declared value checkable: a link, an attachment."),
            .optional("if-missing", .mapping(labelRule), "What happens where nothing is declared."),
            .optional("if-contradicted", .mapping(labelRule), "What happens where the text shows another."),
            .optional("if-unsupported", .mapping(labelRule), "What happens where the declared value has no evidence."),
        ],
        .some(of: ["declared", "infer"]))

    static let labelRule = Shape("a label's consequence", [.required("then", effect, "The effect.")] + consequence)

    static let tally = Shape(
        "a tally",
        [
            .required("within", anyWindow, "How long points count: `180d`, `forever`, `{ calendar: month }`."),
            .optional("per", .expression, "Whose points are counted: an id of the request; the actor's, unless given."),
            .optional("per-incident", .words(PerIncident.allCases.map(\.rawValue)), "What counts of one incident."),
            .optional("ladder", .list(.mapping(rung)), "Thresholds, each with its sanction."),
            .optional("warnings", .mapping(warnings), "Acts that are answered with a warning in the place of points."),
            .optional("training", .mapping(training), "What a completed training lifts."),
        ])

    static let warnings = Shape(
        "warnings",
        [
            .required("first", .integer(1...1_000), "How many incidents are answered with a warning."),
            .optional("within", anyWindow, "How long a warning counts; for ever, unless given."),
        ])

    static let training = Shape(
        "a training",
        [
            .required("lifts", .words(TallyTerms.Training.Lifts.allCases.map(\.rawValue)), "What it lifts."),
            .optional("after", .duration, "How long after it; an act in that time makes it void."),
            .optional("at-most", .integer(1...1_000), "How many trainings count…"),
            .optional("within", anyWindow, "…in this window; for ever, unless given."),
        ])

    private static let anyWindow = ValueShape.either([.duration, .words(["forever", "never"]), .mapping(window)])

    static let window = Shape(
        "a window", [.required("calendar", .words(CalendarUnit.allCases.map(\.rawValue)), "The unit that resets it.")])

    static let rung = Shape(
        "a rung",
        [
            .required(
                "at", .either([.integer(1...1_000_000), .words(["severe"])]),
                "The points at which it is reached; `severe`: by one severe act, whatever the points."),
            .optional("points", .integer(points), "How many points a severe act counts; 1, unless given."),
            .required("sanction", .words(SanctionKind.allCases.map(\.rawValue)), "What it brings."),
            .optional("from", .oneOrMore(.name), "The actions that a suspension is from."),
            .optional("for", .either([.duration, .words(["forever"])]), "How long it lasts."),
            .optional("role", .name, "The role that is lost."),
            .optional("title", .text, "The title that is earned."),
        ])

    static let softener = Shape(
        "a softener",
        [
            .required("when", .condition, "When the rules are milder."),
            .required("rules", .list(.name), "The rules that it may soften."),
            .required("to", .mapping(softened), "What they come to then."),
        ])

    static let softened = Shape(
        "what rules soften to",
        [
            .required("then", effect, "The milder effect."),
            .optional("duty", .oneOrMore(.mapping(duty)), "What the caller must do instead."),
        ] + consequence)

    static let tier = Shape(
        "a review tier",
        [
            .required("who", .oneOrMore(.name), "The roles that decide."),
            .optional("needs", .integer(1...1_000_000), "How many votes are needed."),
            .optional("each", .integer(1...1_000_000), "How many of each role are needed."),
            .optional("majority", .words(Majority.allCases.map(\.rawValue)), "Which share of the votes decides."),
            .optional("within", .duration, "How long it may take."),
            .optional("late", .either([.words(["deny", "stays-held"]), .name]), "What happens then."),
            .optional("recuse-when", .expression, "Who may not decide."),
            .optional("if-too-few", .name, "The tier that decides where too few are left."),
        ])

    static let appeal = Shape(
        "appeals",
        [
            .optional("within", .duration, "How long one may appeal."),
            .optional("at-most", .integer(1...1_000), "How often one strike can be appealed."),
            .optional("to", .name, "The tier that hears it, or `another-tier`."),
        ])

    static let meta = Shape(
        "meta",
        [
            .optional("owner", .text, "Who looks after it."),
            .optional("category", .text, "What it belongs to."),
            .optional("tags", .list(.text), "Words to find it by."),
        ])
}

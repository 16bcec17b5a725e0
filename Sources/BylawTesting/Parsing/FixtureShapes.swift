package import Bylaw

/// Every mapping of the fixture format.
package enum FixtureShapes {
    package static let fixture = Shape(
        "a fixture",
        [
            .required("bylaw", .integer(1...1), "The version of the format: 1."),
            .required("policies", .text, "The policies that judge: a folder or a file, relative to this one."),
            .optional("now", .timestamp, "The time of requests that have none of their own."),
            .optional("given", .mapping(request), "The request that all cases share."),
            .optional("cases", .list(.mapping(testCase)), "Requests, each with the decision that it must get."),
            .optional("matrix", .oneOrMore(.mapping(matrix)), "Tables of what is expected, a case a cell."),
            .optional("histories", .list(.mapping(history)), "Steps that share a ledger."),
        ],
        .some(of: ["cases", "matrix", "histories"]))

    /// A request, or a part of one: its keys are those that ``RequestDecoder`` takes but for the time.
    package static let request = Shape(
        "a request",
        [
            .optional("id", .text, "The request's id; the case's name, unless given."),
            .optional("incident", .text, "What happened; the id, unless given."),
            .optional("stage", .words(Stage.allCases.map(\.rawValue)), "Whether it is asked first or happened."),
            .optional("actor", .attributes, "Who acts: `type`, `id` and what the policies declare."),
            .optional("action", .attributes, "What is done: `name` and what the policies declare."),
            .optional("resource", .attributes, "What it is about: `type`, `id` and what the policies declare."),
            .optional("context", .nullable(.attributes), "What else the policies declare."),
            .optional("facts", .nullable(.list(.attributes)), "Facts, each with `fact`, `at` and its keys."),
            .optional("rulings", .nullable(.list(.attributes)), "Rulings on held cases."),
            .optional("modes", .nullable(.list(.text)), "The modes that are on."),
            .optional("stopped", .nullable(.list(.text)), "The rules that are stopped, as `policy/rule`."),
        ])

    static let matrix = Shape(
        "a matrix",
        [
            .required("name", .text, "What the matrix shows."),
            .optional("now", .timestamp, "The time of its requests."),
            .optional("with", .mapping(request), "Merged over `given` for all of it; lists replace."),
            .optional("without", .oneOrMore(.text), "Attribute paths that are removed in all of it."),
            givenStanding,
            .required("rows", matrixLines, "Rows by name: actors, say."),
            .required("columns", matrixLines, "Columns by name: resources, say."),
            .optional("layers", matrixLines, "A third axis: actions, say. A table each."),
            .required(
                "expect", .either([matrixTable, .keyed(matrixTable)]),
                "By row and column; by layer first, where there are layers."),
        ])

    /// Lines by names of any form, for they name cases only. One without keys changes nothing.
    private static let matrixLines = ValueShape.keyed(.nullable(.mapping(matrixLine)))

    private static let matrixTable = ValueShape.keyed(
        .keyed(.either([.words(Outcome.allCases.map(\.rawValue)), .mapping(expectation)])))

    /// The parts of a request that may differ from line to line stand beside what else a line says.
    static let matrixLine = Shape(
        "a row, column or layer",
        request.keys.filter {
            ["stage", "actor", "action", "resource", "context", "facts", "modes", "stopped"].contains($0.name)
        } + [
            .optional("without", .oneOrMore(.text), "Attribute paths that are removed."),
            givenStanding,
        ])

    package static let equivalentMutants = Shape(
        "a list of equivalent mutants",
        [
            .required("bylaw", .integer(1...1), "The version of the format: 1."),
            .required(
                "equivalent-mutants", .list(.mapping(equivalentMutant)),
                "Changes of the policies that change no decision."),
        ])

    static let equivalentMutant = Shape(
        "an equivalent mutant",
        [
            .required("id", .text, "The mutant's id, as `bylaw test --mutate` prints it."),
            .required("proof", .text, "Why no request could show the difference."),
        ])

    static let testCase = Shape(
        "a case",
        [
            .required("name", .text, "What the case shows."),
            .optional("now", .timestamp, "The time of the request."),
            .optional("with", .mapping(request), "Merged over `given`; lists replace."),
            .optional("without", .oneOrMore(.text), "Attribute paths that are removed: `resource.circle`."),
            givenStanding,
            .required("expect", .mapping(expectation), "What the decision must be."),
        ])

    /// What a case, or a part of a matrix, says of the actor's standing.
    private static let givenStanding = Shape.Key.optional(
        "standing", .either([.words(["none", "unavailable"]), .mapping(standing)]), "The actor's standing.")

    static let standing = Shape(
        "a standing",
        [
            .optional("points", .keyed(.integer(points)), "Points by tally."),
            .optional("roles", .list(.name), "Roles that were granted."),
            .optional("revoked", .list(.name), "Roles that were lost."),
            .optional("titles", .list(.text), "Titles that were earned."),
            .optional("suspended", .list(.name), "Actions that the actor is suspended from."),
        ])

    static let history = Shape(
        "a history",
        [
            .required("name", .text, "What the history shows."),
            .optional("reviewers", .keyed(.oneOrMore(.text)), "Everybody who may decide cases, each with the roles."),
            .required("steps", .list(.mapping(step)), "What happens, in order."),
        ])

    static let step = Shape(
        "a step",
        [
            .optional("at", .timestamp, "When it happens."),
            .optional("after", .duration, "How long after the step before."),
            .optional("with", .mapping(request), "Merged over `given`; lists replace."),
            .optional("without", .oneOrMore(.text), "Attribute paths that are removed."),
            .optional("reverse", .text, "The incident whose strikes are overturned."),
            .optional("grant", .mapping(grant), "A role that someone grants."),
            .optional("revoke", .mapping(revoke), "A role that someone takes away."),
            .optional("pardon", .mapping(pardon), "Consequences that end by mercy."),
            .optional("warn", .mapping(warning), "A warning that someone gives by hand."),
            .optional("train", .mapping(training), "A training that the member completes."),
            .optional("sanction", .mapping(manualSanction), "A sanction that someone imposes by hand."),
            .optional("appeal", .mapping(appeal), "What the member contests."),
            .optional("decide", .mapping(appealDecision), "How the open appeal ends."),
            .optional("carry-out", .mapping(carryOut), "All that stands is carried out, or what fell is undone."),
            .optional("vote", .mapping(vote), "A reviewer's vote on a case."),
            .optional("appeal-ruling", .mapping(rulingAppeal), "A decided case is put before another tier."),
            .optional("deadlines", .words(["judge"]), "`judge`: what is overdue goes as its terms say."),
            .optional("fact", .mapping(fact), "A fact that a member gives to the ledger, or withdraws."),
            .optional("mode", .mapping(mode), "A mode that somebody switches."),
            .optional("done", .mapping(doneDuty), "A duty that was done."),
            .optional("expect", .mapping(stepExpectation), "What the decision and then the standing must be."),
        ])

    static let grant = Shape(
        "a grant",
        [
            .required("role", .name, "The role."),
            .optional("to", .text, "The member; the actor, unless given."),
            .optional("by", .text, "Who grants it."),
        ])

    static let revoke = Shape(
        "a revocation",
        [
            .required("role", .name, "The role."),
            .optional("from", .text, "The member; the actor, unless given."),
            .optional("by", .text, "Who takes it away."),
        ])

    static let pardon = Shape(
        "a pardon",
        [
            .required("clears", .words(LedgerEvent.Pardon.Clears.allCases.map(\.rawValue)), "How far it goes."),
            .optional("tally", .name, "The tally that it is limited to."),
            .optional("to", .text, "The member; the actor, unless given."),
            .optional("by", .text, "Who pardons."),
        ])

    static let warning = Shape(
        "a warning",
        [
            .required("tally", .name, "The tally on which it counts."),
            .required("incident", .text, "What it is for."),
            .optional("to", .text, "The member; the actor, unless given."),
            .optional("by", .text, "Who warns."),
        ])

    static let training = Shape(
        "a training",
        [
            .required("tally", .name, "The tally on which it lifts something."),
            .optional("to", .text, "The member; the actor, unless given."),
            .optional("by", .text, "Who records it."),
        ])

    static let manualSanction = Shape(
        "a sanction by hand",
        [
            .required("tally", .name, "The tally to which it belongs."),
            .required("sanction", .words(SanctionKind.allCases.map(\.rawValue)), "What it brings."),
            .optional("from", .oneOrMore(.name), "The actions that a suspension is from."),
            .optional("for", .duration, "How long a suspension lasts."),
            .optional("role", .name, "The role that is lost."),
            .optional("to", .text, "The member; the actor, unless given."),
            .optional("by", .text, "Who imposes it."),
        ])

    static let appeal = Shape(
        "an appeal",
        [
            .required("incident", .text, "The incident whose strike or warning is contested."),
            .optional("to", .text, "The member; the actor, unless given."),
            .optional("by", .text, "Who opens it; the member, unless given."),
        ])

    static let vote = Shape(
        "a vote",
        [
            .required("rule", .name, "The rule whose case it is."),
            .required("choice", .words(LedgerEvent.Vote.Choice.allCases.map(\.rawValue)), "What is voted."),
            .required("by", .text, "Who votes."),
            .optional("roles", .oneOrMore(.name), "The voter's roles; those under `reviewers`, unless given."),
            .optional("related", .oneOrMore(.text), "Members to whom the voter is related."),
            .optional("incident", .text, "The incident; that of the last request, unless given."),
        ])

    static let rulingAppeal = Shape(
        "an appeal of a ruling",
        [
            .required("rule", .name, "The rule whose case it is."),
            .optional("by", .text, "Who appeals; the actor, unless given."),
            .optional("incident", .text, "The incident; that of the last request, unless given."),
        ])

    static let fact = Shape(
        "a fact",
        [
            .optional("give", .name, "The fact that is given."),
            .optional("withdraw", .name, "The fact that is withdrawn."),
            .required("by", .text, "Whose fact it is."),
            .optional("keys", .attributes, "What it says beside `by`."),
            .optional("until", .timestamp, "When it ends by itself."),
        ],
        .one(of: ["give", "withdraw"]))

    static let mode = Shape(
        "a mode",
        [
            .optional("on", .name, "The mode that is switched on, or renewed."),
            .optional("off", .name, "The mode that is switched off."),
            .required("by", .text, "Who switches it."),
            .optional("roles", .oneOrMore(.name), "The member's roles."),
        ],
        .one(of: ["on", "off"]))

    static let doneDuty = Shape(
        "a duty that was done",
        [
            .required("duty", .words(DutyKind.allCases.map(\.rawValue)), "Its kind."),
            .required("rule", .name, "Which rule demands it."),
            .optional("by", .text, "Who did it."),
        ])

    static let appealDecision = Shape(
        "the end of an appeal",
        [
            .required("incident", .text, "The incident that is contested."),
            .required("as", .words(AppealEnd.allCases.map(\.rawValue)), "How it ends."),
            .optional("to", .text, "The member; the actor, unless given."),
            .optional("by", .text, "Who decides."),
        ])

    static let carryOut = Shape(
        "what is carried out",
        [
            .required("what", .words(CarryingOut.allCases.map(\.rawValue)), "What stands, or what must be restored."),
            .optional("to", .text, "The member; the actor, unless given."),
            .optional("by", .text, "Who does it."),
        ])

    /// How many points one member may have on a tally.
    static let points = 0...LedgerEvent.Charge.greatestPoints

    static let shadow = Shape(
        "what a policy in shadow mode says",
        [
            .optional("outcome", .words(Outcome.allCases.map(\.rawValue)), "What it comes to."),
            .optional("rules", names, "The rules that match."),
        ])

    private static let names = ValueShape.either([.list(.text), .mapping(includes)])
    static let includes = Shape("a list", [.required("includes", .list(.text), "At least these.")])

    static let expectation = Shape("what is expected", decisionKeys)
    static let stepExpectation = Shape(
        "what is expected",
        decisionKeys + [
            .optional("standing", .mapping(standingExpectation), "The standing after the step."),
            .optional("refused", .words(LedgerError.codes), "Why the ledger refuses the step: `appeal-too-late`."),
            .optional("case", .mapping(caseExpectation), "What became of a case after the step."),
            .optional("modes", names, "The modes that are on."),
            .optional("overdue", names, "What is overdue: tiers, awaited facts and kinds of duties."),
        ])

    static let caseExpectation = Shape(
        "a case",
        [
            .required("rule", .name, "The rule whose case it is."),
            .optional("incident", .text, "The incident; that of the last request, unless given."),
            .optional("state", .words(CaseExpectation.states), "Where it stands."),
            .optional("verdict", .words(["allow", "deny"]), "What it came to."),
            .optional("tier", .name, "The tier that decides, or decided."),
            .optional("due", .timestamp, "When the present tier must have decided."),
            .optional("votes", .integer(0...1_000_000), "How many voted before the present tier."),
        ])

    private static let decisionKeys: [Shape.Key] = [
        .optional("outcome", .words(Outcome.allCases.map(\.rawValue)), "What the decision comes to."),
        .optional("reason", .words(Reason.all), "Why."),
        .optional("rules", names, "The rules that match."),
        .optional("errors", names, "What cannot be evaluated."),
        .optional("waits", names, "Facts that are awaited."),
        .optional("cases", names, "Review tiers that decide."),
        .optional("duties", .either([.list(.mapping(duty)), .mapping(includedDuties)]), "What the caller must do."),
        .optional("due", .keyed(.timestamp), "When a wait (by fact), a case (by tier) or a duty (by kind) is due."),
        .optional("notices", names, "Who is asked."),
        .optional("texts", .keyed(.nullable(.text)), "Masked texts by path; null: withheld."),
        .optional("labels", .keyed(.nullable(.text)), "Values by label; null: none."),
        .optional("strikes", .keyed(.integer(points)), "Points by tally."),
        .optional("merits", .keyed(.integer(points)), "Merits by tally."),
        .optional("state", .words(Decision.State.all), "Whether all strikes take effect."),
        .optional("sanctions", names, "What the ladders bring."),
        .optional("grants", names, "Roles and titles that are earned."),
        .optional("remedy", .nullable(.words(Remedy.allCases.map(\.rawValue))), "What is to be done; null: nothing."),
        .optional(
            "shadow", .keyed(.either([.words(Outcome.allCases.map(\.rawValue)), .mapping(shadow)])),
            "What policies in shadow mode say: the outcome, or that and the rules."),
        .optional("checklists", .keyed(names), "The failed items by rule."),
    ]

    private static let includedDuties = Shape(
        "a list of duties", [.required("includes", .list(.mapping(duty)), "At least these.")])

    static let duty = Shape(
        "a duty",
        [
            .optional("duty", .words(DutyKind.allCases.map(\.rawValue)), "What is to be done."),
            .optional("to", .text, "To whom."),
            .optional("rule", .name, "Which rule demands it."),
        ])

    static let standingExpectation = Shape(
        "a standing",
        [
            .optional("of", .text, "The member; the actor, unless given."),
            .optional("points", .keyed(.integer(points)), "Points by tally."),
            .optional("roles", names, "Effective roles."),
            .optional("revoked", names, "Roles that were lost."),
            .optional("titles", names, "Titles that were earned."),
            .optional("suspended", names, "Actions that the member is suspended from."),
            .optional("warnings", .keyed(.integer(points)), "Warnings that count, by tally."),
            .optional("restores", names, "Sanctions that were carried out and must be undone: `revoke`."),
        ])
}

extension Reason {
    /// All words, for spelling help.
    static let all = ["rules", "otherwise", "unjudged", "fault", "suspended"]
}

extension Decision.State {
    /// All words, for spelling help.
    static let all = ["would", "charged", "if-upheld"]
}

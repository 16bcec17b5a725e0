import BylawCEL
import BylawSource

/// Whether somebody may not decide a case: the expression of a tier's `recuse-when`.
///
/// It knows `reviewer` (`id`, `roles`, `related`), `case` (`actor`, `subject`, `reporter`, `parties`) and
/// `reviewer.relatedTo(…)`, which holds for oneself and for those to whom one is related.
struct Recusal {
    private let program: Program
    private let layout: FrameLayout

    /// Nil where the expression is wrong, which a policy's check has told.
    init?(_ text: String) {
        guard let checked = Self.check(text).0 else { return nil }
        var layout = FrameLayout()
        program = checked.plan(into: &layout)
        self.layout = layout
    }

    /// Parses and checks an expression.
    static func check(_ text: String) -> (CheckedExpression?, [ExpressionProblem]) {
        let (parsed, problems) = ParsedExpression.parse(text)
        guard let parsed, problems.isEmpty else { return (nil, problems) }
        return environment.check(parsed, expecting: .bool, assuming: .nothing)
    }

    /// Whether it holds; one that cannot be evaluated recuses, for nobody can tell that it would not.
    func recuses(_ reviewer: Reviewer, from parties: CaseParties) -> Bool {
        let host = RecusalHost(layout: layout, reviewer: reviewer, parties: parties)
        let frame = Frame(layout)
        frame.host = host
        return withExtendedLifetime(host) {
            if case .bool(let recuses) = program.evaluate(in: frame) { recuses } else { true }
        }
    }

    private static let partyFields = ["actor", "subject", "reporter", "parties"]

    private static let environment: Environment = {
        var environment = Environment(libraries: Library.all)
        environment.declare(
            variable: "reviewer",
            type: .record(
                RecordType(
                    "reviewer",
                    fields: [.init("id", .string), .init("roles", .list(.string)), .init("related", .list(.string))])))
        environment.declare(
            variable: "case",
            type: .record(
                RecordType(
                    "case",
                    fields: [
                        .init("actor", .string), .init("subject", .string), .init("reporter", .string),
                        .init("parties", .list(.string)),
                    ])))
        environment.hostCalls = HostCalls(names: ["relatedTo"], resolve: relatedTo)
        return environment
    }()

    /// `reviewer.relatedTo(case.parties)`
    @Sendable private static func relatedTo(_ call: HostCall) -> HostAnswer {
        guard case .attribute(let receiver, _) = call.receiver?.kind, receiver == AttributePath("reviewer") else {
            return .problem(
                code: "wrong-receiver", message: "`relatedTo` is asked of `reviewer`",
                help: "write `reviewer.relatedTo(case.parties)`", call.range)
        }
        guard call.arguments.count == 1, case .attribute(let path, _) = call.arguments[0].kind,
            path.variable == "case", path.fields.count == 1, let number = partyFields.firstIndex(of: path.fields[0])
        else {
            return .problem(
                code: "wrong-argument", message: "`relatedTo` takes what `case` says of its parties",
                help: "write `case.parties`, `case.actor`, `case.subject` or `case.reporter`", call.range)
        }
        return .slot(number, .bool)
    }

    /// Fills the slots of one evaluation.
    private final class RecusalHost: FrameHost {
        let layout: FrameLayout
        let reviewer: Reviewer
        let parties: CaseParties

        init(layout: FrameLayout, reviewer: Reviewer, parties: CaseParties) {
            self.layout = layout
            self.reviewer = reviewer
            self.parties = parties
        }

        func value(forSlot slot: Int) -> Value {
            switch layout.sources[slot] {
            case .attribute(let path): value(path)
            case .presence: .bool(true)
            case .host(let number): .bool(isRelated(to: members(partyFields[number])))
            }
        }

        private func value(_ path: AttributePath) -> Value {
            switch (path.variable, path.fields) {
            case ("reviewer", ["id"]): .string(reviewer.id)
            case ("reviewer", ["roles"]): .list(reviewer.roles.map(Value.string))
            case ("reviewer", ["related"]): .list(reviewer.related.map(Value.string))
            case ("case", ["parties"]): .list(parties.all.map(Value.string))
            case ("case", ["reporter"]): .string(parties.reporter ?? "")
            case ("case", ["actor"]): .string(parties.actor)
            case ("case", ["subject"]): .string(parties.subject)
            default: .failure(.noSuchField, "it cannot be used whole")
            }
        }

        private func members(_ field: String) -> [String] {
            switch field {
            case "actor": [parties.actor]
            case "subject": [parties.subject]
            case "reporter": [parties.reporter].compactMap(\.self)
            default: parties.all
            }
        }

        private func isRelated(to members: [String]) -> Bool {
            let own = Set(([reviewer.id] + reviewer.related).map(ExactText.init))
            return members.contains { own.contains(ExactText($0)) }
        }
    }
}

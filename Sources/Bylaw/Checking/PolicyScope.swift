import BylawCEL
import BylawSource

/// Everything that the expressions of one policy may name, and the checking of those expressions.
///
/// A rule that is about some of the policy's actions sees those actions' attributes; that is why the environment is
/// made for a set of actions.
final class PolicyScope {
    let schema: RequestSchema
    let problems: Problems
    let table: HostSlotTable
    private let hostCalls: HostCalls
    private var environments: [[String]: Environment] = [:]
    private var lets: [(name: String, type: CELType)] = []

    /// How many patterns a policy's expressions may have in all: each is kept in memory, compiled.
    package static let maximumPatterns = 1_000

    private var patternCount = 0

    /// Names that conditions always know and that nothing else may be called.
    static let reservedNames = RequestPart.allCases.map(\.rawValue) + ["now", "standing", "facts"]

    /// Made once: every policy starts from the same functions.
    private static let base = Environment(libraries: Library.all)

    /// What conditions see of an actor's standing beside its functions.
    private static let standingType = RecordType(
        "standing", fields: [.init("roles", .list(.string)), .init("titles", .list(.string))])

    init(schema: RequestSchema, names: HostNames, problems: Problems) {
        self.schema = schema
        self.problems = problems
        let table = HostSlotTable()
        self.table = table
        let resolver = HostCallResolver(names: names, table: table, paths: RequestPaths(schema))
        hostCalls = HostCalls(names: HostCallResolver.names) { resolver.resolve($0) }
    }

    /// Makes a let's name known to the expressions that are checked after it.
    func declare(binding name: String, type: CELType) {
        lets.append((name, type))
        environments.removeAll()
    }

    var letNames: [String] { lets.map(\.name) }

    /// What expressions about these actions may name; empty means all that the policy judges.
    private func environment(for actions: [String]) -> Environment {
        if let known = environments[actions] { return known }
        var environment = Self.base
        environment.hostCalls = hostCalls
        for part in RequestPart.allCases {
            var variants = schema.variants(of: part)
            if part == .action, !actions.isEmpty { variants = variants.filter { actions.contains($0.kind) } }
            let record = part == .context ? schema.context : RequestSchema.common(variants, part: part)
            environment.declare(variable: part.rawValue, type: .record(record.recordType))
            if variants.count == 1, let variant = variants.first {
                environment.declare(variable: variant.alias, type: .record(record.recordType))
            }
        }
        environment.declare(variable: "now", type: .timestamp)
        environment.declare(variable: "standing", type: .record(Self.standingType))
        environment.declare(variable: "facts", type: .list(.map(.string, .dyn)))
        for binding in lets { environment.declare(variable: binding.name, type: binding.type) }
        environments[actions] = environment
        return environment
    }

    /// Parses and checks an expression; reports what is wrong at its place.
    func check(
        _ syntax: ExpressionSyntax, expecting type: CELType? = nil, actions: [String] = [],
        assuming presence: Presence = .nothing
    ) -> CheckedExpression? {
        guard let parsed = checkSyntax(syntax) else { return nil }
        let (checked, checkProblems) = environment(for: actions).check(parsed, expecting: type, assuming: presence)
        for problem in checkProblems { report(problem, in: syntax) }
        if let checked { count(checked.patternCount, at: syntax.location) }
        if let checked, checked.estimatedCost() > Frame.standardCostLimit {
            problems.warning(
                "costly-expression", "with long lists or texts this may cost more than an evaluation may",
                at: syntax.location, notes: ["what costs more is an error when it is evaluated, and holds"])
        }
        return checked
    }

    /// Counts the patterns of the policy's expressions; reports the first that is too many.
    private func count(_ patterns: Int, at location: SourceLocation) {
        let before = patternCount
        patternCount += patterns
        if before <= Self.maximumPatterns, patternCount > Self.maximumPatterns {
            problems.error(
                "too-many-patterns", "the conditions of a policy have at most \(Self.maximumPatterns) patterns",
                at: location)
        }
    }

    /// Parses an expression; reports what is wrong at its place.
    @discardableResult
    func checkSyntax(_ syntax: ExpressionSyntax) -> ParsedExpression? {
        let (parsed, problems) = ParsedExpression.parse(syntax.text)
        for problem in problems { report(problem, in: syntax) }
        return problems.isEmpty ? parsed : nil
    }

    private func report(_ problem: ExpressionProblem, in syntax: ExpressionSyntax) {
        var help = problem.help
        if problem.code == "unknown-name" {
            let name = String(
                decoding: Array(syntax.text.utf8)[problem.range.start..<problem.range.end], as: UTF8.self)
            if schema.actions.count > 1, schema.actions.contains(where: { $0.alias == name }) {
                help = "the policy judges several actions: add `on: [\(name)]` to the rule, or write `action`"
            }
        }
        problems.error(
            problem.code, problem.message, at: syntax.location(of: problem.range),
            labels: problem.labels.map { .init(syntax.location(of: $0.range), $0.text) },
            notes: problem.notes, help: help)
    }

    /// Checks what the items of a checklist say of how to put them right.
    typealias MendCheck = (MessageSyntax) -> CheckedMessage?

    /// Checks a condition. The second result says what is present wherever it holds. Without `mends` nobody is told of
    /// the condition's items, and how to put them right is reported as useless.
    func check(
        _ syntax: ConditionSyntax, actions: [String], assuming presence: Presence = .nothing,
        mends: MendCheck? = nil
    ) -> (condition: CheckedCondition?, guarantees: Presence) {
        switch syntax {
        case .expression(let expression):
            let checked = check(expression, expecting: .bool, actions: actions, assuming: presence)
            return (checked.map(Condition.expression), presence.union(checked?.guarantees ?? .nothing))
        case .all(let items, _):
            var known = presence
            var parts: [CheckedCondition.Item?] = []
            for item in items {
                let (part, guarantees) = self.item(item, actions, known, mends)
                parts.append(part)
                // What need not hold guarantees nothing.
                if !item.isOptional { known = known.union(guarantees) }
            }
            return (whole(parts).map(Condition.all), known)
        case .any(let items, _):
            return (whole(items.map { item($0, actions, presence, mends).0 }).map(Condition.any), presence)
        case .none(let items, _):
            return (whole(items.map { item($0, actions, presence, mends).0 }).map(Condition.none), presence)
        case .atLeast(let count, of: let items, _):
            let checked = items.map { item($0, actions, presence, mends).0 }
            return (whole(checked).map { .atLeast(count.value, $0) }, presence)
        }
    }

    private func item(
        _ item: ConditionSyntax.Item, _ actions: [String], _ presence: Presence,
        _ mends: MendCheck?
    ) -> (CheckedCondition.Item?, Presence) {
        let (condition, guarantees) = check(
            item.condition, actions: actions, assuming: presence, mends: mends)
        if let mend = item.mend, mends == nil {
            problems.error(
                "unused-key", "this is never told: only `when` and `require` of a rule report their items",
                at: mend.location, help: "take `mend` out")
        }
        let mend = item.mend.flatMap { mends?($0) }
        return (
            condition.map { .init(name: item.name?.value, $0, mend: mend, isOptional: item.isOptional) }, guarantees
        )
    }

    /// The parts if every one of them is right.
    private func whole<Part>(_ parts: [Part?]) -> [Part]? {
        let right = parts.compactMap(\.self)
        return right.count == parts.count ? right : nil
    }
}

/// The names of a policy that its conditions may use in calls.
struct HostNames: Sendable {
    var lexicons: [String] = []
    var masks: [String] = []
    var facts: [String] = []
    var tallies: [String] = []
    var roles: [String] = []
    var actions: [String] = []
    var titles: [String] = []
}

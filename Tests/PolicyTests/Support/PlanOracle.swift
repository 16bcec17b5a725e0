import BylawCEL
import BylawCELOracle
import BylawTesting

@testable import Bylaw

/// Evaluates the expressions of a policy both ways.
///
/// What conditions ask of the engine (`text.mentions('x')`, `fact('x')`) is no part of CEL: to those questions the
/// walker has the engine's own answers.
struct PlanOracle {
    private let plan: PolicyPlan
    private let action: String
    private let frame: PolicyFrame
    private let variables: [String: Value]

    /// Made once: walking asks it for functions alone.
    private static let environment = Environment(libraries: Library.all)

    /// The plan evaluates `request`; the walker has `walking` in its place where one is given.
    init(
        _ policies: FixturePolicies, policy index: Int, _ request: Request, _ standing: StandingInput,
        walking other: Request? = nil
    ) {
        plan = policies.plans[index]
        action = request.action.name
        let standing = standing.isOf(request.actor.id) ? standing : .unavailable
        let texts = TextSearch(plan: policies.evaluator.texts)
        let judged = JudgedRequest()
        judged.begin(request, standing: standing)
        frame = PolicyFrame(index: index, plan: plan, texts: texts, judged: judged)
        texts.begin(PolicyReaders([frame]))
        frame.begin()
        variables = PlainRequest(request: other ?? request, standing: standing).variables(plan.policy.schema)
    }

    /// Both values of each expression that the policy evaluates for the action.
    func comparisons() throws -> [PlanComparison] {
        var walker = TreeWalker(environment: Self.environment, variables: variables, host: answer)
        var found: [PlanComparison] = []
        for (name, expression) in plan.bindings {
            let comparison = try compare(expression, walker)
            found.append(comparison)
            // What a let lacks itself is no attribute that its reader lacks.
            walker.variables[name] =
                comparison.walked.missing == nil
                ? comparison.walked.value : .failure(.noSuchField, "the let has no value")
        }
        return try found + plan.expressions(on: action).map { try compare($0, walker) }
    }

    private func compare(_ expression: PlannedExpression, _ walker: TreeWalker) throws -> PlanComparison {
        struct Unparsed: Error { let text: String }
        guard let parsed = ParsedExpression.parse(expression.text).0 else { throw Unparsed(text: expression.text) }
        return PlanComparison(
            expression: expression, planned: outcome(expression.program.evaluate(in: frame.frame)),
            walked: outcome(walker.evaluate(parsed.root)))
    }

    private func outcome(_ value: Value) -> PlanComparison.Outcome {
        guard case .missingAttribute(let path, let depth)? = value.failure?.kind else {
            return .init(value: value, missing: nil)
        }
        return .init(value: value, missing: place(Array(path.prefix(depth + 1))))
    }

    // MARK: The engine's own calls

    /// The engine's answer to a call that is one of its questions.
    private func answer(_ name: String, _ receiver: Syntax?, _ arguments: [Syntax]) -> Value? {
        guard let question = question(name, receiver, arguments),
            let number = plan.policy.hostSlots.firstIndex(of: question),
            let slot = plan.layout.existingSlot(for: .host(number))
        else { return nil }
        return frame.value(forSlot: slot)
    }

    private func question(_ name: String, _ receiver: Syntax?, _ arguments: [Syntax]) -> HostSlot? {
        guard arguments.count == 1 else { return nil }
        let path = receiver.flatMap(place)
        var text = ""
        if case .literal(.string(let literal)) = arguments[0].kind { text = literal }
        switch name {
        case "mentions": return path.map { .mentions($0, lexicon: text) }
        case "count": return path.map { .count($0, lexicon: text) }
        case "found": return path.map { .found($0, lexicon: text) }
        case "reveals": return path.map { .reveals($0, mask: text) }
        case "quotes": return place(arguments[0]).flatMap { original in path.map { .quotes($0, original) } }
        case "fact": return .fact(text)
        case "latest": return .latestFact(text)
        case "points": return .points(tally: text)
        case "hasRole": return .hasRole(text)
        case "hasTitle": return .hasTitle(text)
        case "suspended": return .suspended(action: text)
        default: return nil
        }
    }

    private func place(_ syntax: Syntax) -> RequestPath? { TreeWalker.names(syntax).flatMap(place) }

    /// The place of a request's attribute, whatever name its part has in the policy; nil for other variables.
    private func place(_ names: [String]) -> RequestPath? {
        guard let variable = names.first else { return nil }
        for part in RequestPart.allCases {
            let aliases = plan.policy.schema.variants(of: part).map(\.alias) + [part.rawValue]
            if aliases.contains(variable) { return RequestPath(part, Array(names.dropFirst())) }
        }
        return nil
    }
}

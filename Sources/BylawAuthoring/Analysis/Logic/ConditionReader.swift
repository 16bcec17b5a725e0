import Bylaw
import BylawCEL
import BylawSource

/// Reads conditions as formulas. What it cannot take apart becomes a term of its own, of which nothing is known.
struct ConditionReader {
    private let domains: AttributeDomains
    private let lets: [String: ExpressionSyntax]
    /// The texts that a table can give, by its name.
    private let tables: [String: [String]]
    private var terms: TermTable
    /// Lets that were reported already: their bodies say nothing of what uses them.
    private let opaque: Set<String>
    /// How many lets are looked into in one policy's condition, and how deep: their bodies may use others in turn.
    private static let (maximumLets, maximumLetDepth) = (32, 8)
    private var letCount = 0
    private var letDepth = 0

    /// - Parameter terms: What was read of the policy before.
    init(_ policy: PolicySyntax, _ schema: RequestSchema, actions: [String], opaque: Set<String>, terms: TermTable) {
        domains = AttributeDomains(schema, actions: actions)
        let names = policy.vocabulary.lets.map { ($0.name.value, $0.value) }
        lets = Dictionary(names, uniquingKeysWith: { first, _ in first })
        tables = Dictionary(
            policy.tables.map { table in
                (
                    table.name.value,
                    table.value.rows.map(\.value.value) + (table.value.otherwise.map { [$0.value] } ?? [])
                )
            }, uniquingKeysWith: { first, _ in first })
        self.opaque = opaque
        self.terms = terms
    }

    /// Everything that was read so far.
    var table: TermTable { terms }

    /// Reads a whole condition.
    mutating func read(_ condition: ConditionSyntax) -> ConditionPart {
        switch condition {
        case .expression(let expression): return read(expression)
        case .all(let items, let location):
            let parts = items.map { item($0) }
            let needed = zip(items, parts).filter { !$0.0.isOptional }.map(\.1.formula)
            return ConditionPart(formula: .all(needed), location: location, parts: parts, junction: .all)
        case .any(let items, let location):
            let parts = items.map { item($0) }
            return ConditionPart(formula: .any(parts.map(\.formula)), location: location, parts: parts, junction: .any)
        case .none(let items, let location):
            let parts = items.map { item($0) }
            return ConditionPart(
                formula: .not(.any(parts.map(\.formula))), location: location, parts: parts, junction: .any)
        case .atLeast(let count, of: let items, let location):
            let parts = items.map { item($0) }
            return ConditionPart(formula: .atLeast(count.value, parts.map(\.formula)), location: location, parts: parts)
        }
    }

    private mutating func item(_ item: ConditionSyntax.Item) -> ConditionPart {
        var part = read(item.condition)
        part.isReported = item.name != nil || item.isOptional
        return part
    }

    /// Reads an expression for a truth value.
    mutating func read(_ expression: ExpressionSyntax) -> ConditionPart {
        guard let parsed = ParsedExpression.parse(expression.text).0 else {
            let term = terms.number("unread \(expression.text)", .bool, text: expression.text)
            return ConditionPart(formula: .test(term: term, .holds), location: expression.location)
        }
        return part(parsed.root, expression)
    }

    private mutating func part(_ node: Syntax, _ expression: ExpressionSyntax) -> ConditionPart {
        let location = expression.location(of: node.range)
        switch node.kind {
        case .literal(.bool(let value)):
            return ConditionPart(formula: .constant(value), location: location, isWritten: true)
        case .unary(.not, let operand):
            let inner = part(operand, expression)
            return ConditionPart(
                formula: .not(inner.formula), location: location, parts: [inner], isWritten: inner.isWritten)
        case .logical(let operation, let operands):
            let parts = operands.map { part($0, expression) }
            let formulas = parts.map(\.formula)
            return ConditionPart(
                formula: operation == .and ? .all(formulas) : .any(formulas), location: location, parts: parts,
                junction: operation == .and ? .all : .any)
        case .conditional(let question, let then, let otherwise):
            let parts = [question, then, otherwise].map { part($0, expression) }
            return ConditionPart(
                formula: .choice(parts[0].formula, then: parts[1].formula, otherwise: parts[2].formula),
                location: location, parts: parts)
        case .identifier(let name, isRooted: false):
            return ConditionPart(formula: body(ofLet: name) ?? whole(node, expression), location: location)
        case .binary(let operation, let left, let right, _):
            let formula = comparison(operation, left, right, expression)
            return ConditionPart(formula: formula ?? whole(node, expression), location: location)
        default:
            return ConditionPart(formula: whole(node, expression), location: location)
        }
    }

    /// What a let says; nil where it is not looked into.
    private mutating func body(ofLet name: String) -> Formula? {
        guard let body = lets[name], !opaque.contains(name), letCount < Self.maximumLets,
            letDepth < Self.maximumLetDepth
        else { return nil }
        letCount += 1
        letDepth += 1
        defer { letDepth -= 1 }
        return read(body).formula
    }

    /// A truth value that is not looked into.
    private mutating func whole(_ node: Syntax, _ expression: ExpressionSyntax) -> Formula {
        .test(term: term(node, expression, .bool), .holds)
    }

    private mutating func term(_ node: Syntax, _ expression: ExpressionSyntax, _ domain: TermDomain? = nil) -> Int {
        let namer = TermNamer(domains: domains, lets: lets, tables: tables)
        return terms.number(
            namer.key(of: node, in: expression), domain ?? namer.domain(of: node), text: expression.text(in: node.range)
        )
    }

    private mutating func comparison(
        _ operation: BinaryOperator, _ left: Syntax, _ right: Syntax, _ expression: ExpressionSyntax
    ) -> Formula? {
        if operation == .in {
            guard case .list(let elements) = right.kind, !elements.contains(where: \.isOptional), !elements.isEmpty
            else { return nil }
            let constants = elements.compactMap(\.value.constant)
            guard constants.count == elements.count else { return nil }
            let tests = constants.compactMap { test(.equal, left, $0, expression) }
            return tests.count == constants.count ? .any(tests) : nil
        }
        switch (left.constant, right.constant) {
        case (nil, let constant?): return test(operation, left, constant, expression)
        case (let constant?, nil): return test(operation.turned, right, constant, expression)
        default: return nil
        }
    }

    /// Whether a part is a truth value for sure, rather than something that is known only when evaluated.
    private func isTruthValue(_ node: Syntax) -> Bool {
        switch node.kind {
        case .logical, .unary(.not, _), .presence: true
        default: TermNamer(domains: domains, lets: lets, tables: tables).domain(of: node) == .bool
        }
    }

    private mutating func test(
        _ operation: BinaryOperator, _ node: Syntax, _ constant: Value, _ expression: ExpressionSyntax
    ) -> Formula? {
        if case .bool(let bool) = constant {
            guard operation == .equal || operation == .notEqual, isTruthValue(node) else { return nil }
            let formula = part(node, expression).formula
            return (operation == .equal) == bool ? formula : .not(formula)
        }
        if case .string = constant, operation != .equal, operation != .notEqual { return nil }
        let test: Formula.Test
        switch operation {
        case .equal, .notEqual: test = .equals(constant)
        case .less: test = .isLess(constant)
        case .lessOrEqual: test = .isAtMost(constant)
        case .greater: test = .isGreater(constant)
        case .greaterOrEqual: test = .isAtLeast(constant)
        default: return nil
        }
        let formula = Formula.test(term: term(node, expression), test)
        return operation == .notEqual ? .not(formula) : formula
    }
}

extension BinaryOperator {
    /// The operator that says the same with its sides changed.
    fileprivate var turned: BinaryOperator {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        default: self
        }
    }
}

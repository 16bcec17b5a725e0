internal import BylawSource

extension Checker {
    mutating func unary(_ syntax: Syntax, _ presence: Presence) -> Checked {
        guard case .unary(let operation, let operand) = syntax.kind else { return unreachable(syntax) }
        return unary(operation, check(operand, presence), syntax.range)
    }

    private mutating func unary(_ operation: UnaryOperator, _ operand: Checked, _ range: SourceRange) -> Checked {
        guard operation == .not else { return operatorCall(operation.functionName, "-", [operand], range, range) }
        expect(.bool, operand, "`!`")
        var checked = node(.not(operand.node), .bool, range)
        checked.whenTrue = operand.whenFalse
        checked.whenFalse = operand.whenTrue
        return checked
    }

    mutating func binary(_ syntax: Syntax, _ presence: Presence) -> Checked {
        guard case .binary(let operation, let left, let right, let operatorRange) = syntax.kind else {
            return unreachable(syntax)
        }
        let first = check(left, presence)
        let second = check(right, presence)
        return binary(operation, first, second, operatorRange, syntax.range)
    }

    private mutating func binary(
        _ operation: BinaryOperator, _ left: Checked, _ right: Checked, _ operatorRange: SourceRange,
        _ range: SourceRange
    ) -> Checked {
        switch operation {
        case .equal, .notEqual:
            let type = unifier.fresh()
            if !unifier.accepts([type, type], [left.type, right.type]) {
                report(.incomparable(operation, unifier.resolve(left.type), unifier.resolve(right.type), operatorRange))
            }
            compareEnumerations(left, right, range)
            return node(.equal(left.node, right.node, isNegated: operation == .notEqual), .bool, range)
        case .in:
            return membership(left, right, range, operatorRange)
        default:
            return operatorCall(operation.functionName, operation.rawValue, [left, right], range, operatorRange)
        }
    }

    private mutating func membership(
        _ left: Checked, _ right: Checked, _ range: SourceRange, _ operatorRange: SourceRange
    ) -> Checked {
        let key = unifier.fresh()
        let value = unifier.fresh()
        let fits =
            unifier.accepts([key, .list(key)], [left.type, right.type])
            || unifier.accepts([key, .map(key, value)], [left.type, right.type])
        if !fits { report(.noMember(unifier.resolve(left.type), unifier.resolve(right.type), operatorRange)) }
        memberOfEnumeration(left, right)
        return node(.membership(left.node, right.node), .bool, range)
    }

    /// An operator whose overloads a library declares.
    private mutating func operatorCall(
        _ function: String, _ symbol: String, _ arguments: [Checked], _ range: SourceRange,
        _ operatorRange: SourceRange
    ) -> Checked {
        let overloads = environment.functions[function]?.overloads ?? []
        guard let (chosen, type) = resolve(overloads, arguments, isMember: false) else {
            // An operand that is wrong itself was told already.
            if !arguments.contains(where: { $0.type == .error }) {
                report(.noOperator(symbol, arguments.map { unifier.resolve($0.type) }, operatorRange))
            }
            return failed(range, EvaluationError(.noSuchOverload, "no overload of `\(symbol)`"))
        }
        let call = CheckedNode.Call(function: function, overloads: chosen, arguments: arguments.map(\.node))
        return node(.call(call), type, range)
    }

    mutating func logical(_ syntax: Syntax, _ presence: Presence) -> Checked {
        guard case .logical(let operation, let operands) = syntax.kind else { return unreachable(syntax) }
        var run = LogicalRun(operation, presence)
        for operand in operands {
            let checked = check(operand, run.known)
            expect(.bool, checked, "`\(operation.rawValue)`")
            run.append(checked)
        }
        return run.result(node(.logical(operation, run.nodes), .bool, syntax.range))
    }

    /// The operands of `&&` or `||` so far, and what they say of what is present.
    private struct LogicalRun {
        let operation: LogicalOperator
        private(set) var nodes: [CheckedNode] = []
        /// What holds where the next operand matters.
        private(set) var known: Presence
        /// What holds where the operands so far were passed: true for `&&`, false for `||`.
        private var passed = Presence.nothing
        /// What holds where one of them decided.
        private var stopped: Presence?

        init(_ operation: LogicalOperator, _ presence: Presence) {
            self.operation = operation
            known = presence
        }

        mutating func append(_ operand: Checked) {
            let isAnd = operation == .and
            let leaving = passed.union(isAnd ? operand.whenFalse : operand.whenTrue)
            stopped = stopped.map { $0.intersection(leaving) } ?? leaving
            passed = passed.union(isAnd ? operand.whenTrue : operand.whenFalse)
            known = known.union(passed)
            nodes.append(operand.node)
        }

        func result(_ node: Checked) -> Checked {
            var result = node
            let stopped = stopped ?? .nothing
            (result.whenTrue, result.whenFalse) = operation == .and ? (passed, stopped) : (stopped, passed)
            return result
        }
    }

    mutating func conditional(_ syntax: Syntax, _ presence: Presence) -> Checked {
        guard case .conditional(let condition, let then, let otherwise) = syntax.kind else {
            return unreachable(syntax)
        }
        let first = check(condition, presence)
        let second = check(then, presence.union(first.whenTrue))
        let third = check(otherwise, presence.union(first.whenFalse))
        return conditional(first, second, third, syntax.range)
    }

    private mutating func conditional(
        _ condition: Checked, _ then: Checked, _ otherwise: Checked, _ range: SourceRange
    ) -> Checked {
        expect(.bool, condition, "`?`")
        var type = unifier.join(then.type, otherwise.type)
        if type == nil {
            report(.branches(unifier.resolve(then.type), unifier.resolve(otherwise.type), otherwise.node.range))
            type = .error
        }
        var checked = node(.conditional(condition.node, then.node, otherwise.node), type ?? .error, range)
        checked.whenTrue = condition.whenTrue.union(then.whenTrue)
            .intersection(condition.whenFalse.union(otherwise.whenTrue))
        checked.whenFalse = condition.whenTrue.union(then.whenFalse)
            .intersection(condition.whenFalse.union(otherwise.whenFalse))
        return checked
    }

    mutating func indexing(_ syntax: Syntax, _ presence: Presence) -> Checked {
        guard case .index(let operand, let index, let isOptional) = syntax.kind else { return unreachable(syntax) }
        let first = check(operand, presence)
        let second = check(index, presence)
        return indexing(first, second, isOptional, syntax.range)
    }

    private mutating func indexing(
        _ operand: Checked, _ index: Checked, _ isOptional: Bool, _ range: SourceRange
    ) -> Checked {
        var type = unifier.resolve(operand.type)
        var givesOptional = isOptional
        if case .optional(let inner) = type {
            givesOptional = true
            type = inner
        }
        var element: CELType
        switch type {
        case .list(let inner):
            element = inner
            expect(.int, index, "an index")
        case .map(let key, let value):
            element = value
            expect(key, index, "a key")
        case .dyn, .variable: element = .dyn
        case .error: element = .error
        default:
            report(.noIndex(type, operand.node.range))
            element = .error
        }
        if givesOptional { element = .optional(element) }
        return node(.index(operand.node, index.node, isOptional: isOptional), element, range)
    }
}

internal import BylawSource

extension Checker {
    mutating func unary(
        _ operation: UnaryOperator, _ operand: Syntax, _ range: SourceRange, _ presence: Presence
    ) -> Checked {
        switch operation {
        case .not:
            let operand = check(operand, as: .bool, "`!`", presence)
            var checked = node(.not(operand.node), .bool, range)
            checked.whenTrue = operand.whenFalse
            checked.whenFalse = operand.whenTrue
            return checked
        case .negate:
            let operand = check(operand, presence)
            return operatorCall(operation.functionName, "-", [operand], range, range)
        }
    }

    mutating func binary(
        _ operation: BinaryOperator, _ left: Syntax, _ right: Syntax, _ operatorRange: SourceRange,
        _ range: SourceRange, _ presence: Presence
    ) -> Checked {
        let left = check(left, presence)
        let right = check(right, presence)
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
            let types = arguments.map { unifier.resolve($0.type) }
            // An operand that is wrong itself was told already.
            if !arguments.contains(where: { $0.type == .error }) { report(.noOperator(symbol, types, operatorRange)) }
            return failed(range, EvaluationError(.noSuchOverload, "no overload of `\(symbol)`"))
        }
        let call = CheckedNode.Call(function: function, overloads: chosen, arguments: arguments.map(\.node))
        return node(.call(call), type, range)
    }

    mutating func logical(
        _ operation: LogicalOperator, _ operands: [Syntax], _ range: SourceRange, _ presence: Presence
    ) -> Checked {
        var nodes: [CheckedNode] = []
        // What holds where the operands so far were passed: true for `&&`, false for `||`; and what each way out says.
        var passed = Presence.nothing
        var stopped: Presence?
        for operand in operands {
            let known = presence.union(passed)
            let checked = check(operand, as: .bool, "`\(operation.rawValue)`", known)
            let (onward, out) =
                operation == .and
                ? (checked.whenTrue, checked.whenFalse) : (checked.whenFalse, checked.whenTrue)
            let leaving = passed.union(out)
            stopped = stopped.map { $0.intersection(leaving) } ?? leaving
            passed = passed.union(onward)
            nodes.append(checked.node)
        }
        var checked = node(.logical(operation, nodes), .bool, range)
        (checked.whenTrue, checked.whenFalse) =
            operation == .and ? (passed, stopped ?? .nothing) : (stopped ?? .nothing, passed)
        return checked
    }

    mutating func conditional(
        _ condition: Syntax, _ then: Syntax, _ otherwise: Syntax, _ range: SourceRange, _ presence: Presence
    ) -> Checked {
        let condition = check(condition, as: .bool, "`?`", presence)
        let then = check(then, presence.union(condition.whenTrue))
        let otherwise = check(otherwise, presence.union(condition.whenFalse))
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

    mutating func indexing(
        _ operand: Syntax, _ index: Syntax, _ isOptional: Bool, _ range: SourceRange, _ presence: Presence
    ) -> Checked {
        let operand = check(operand, presence)
        let index = check(index, presence)
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
            expectIndex(.int, index, "an index")
        case .map(let key, let value):
            element = value
            expectIndex(key, index, "a key")
        case .dyn, .error, .variable: element = type == .error ? .error : .dyn
        default:
            report(.noIndex(type, operand.node.range))
            element = .error
        }
        if givesOptional { element = .optional(element) }
        return node(.index(operand.node, index.node, isOptional: isOptional), element, range)
    }

    private mutating func expectIndex(_ wanted: CELType, _ index: Checked, _ reader: String) {
        guard !unifier.accepts(wanted, index.type) else { return }
        let given = unifier.resolve(index.type)
        report(.wrongOperand(reader, wanted: unifier.resolve(wanted), given: given, index.node.range))
    }
}

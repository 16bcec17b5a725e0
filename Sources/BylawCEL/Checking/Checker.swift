internal import BylawSource

/// Gives every node of an expression its meaning and type.
struct Checker {
    /// A node, and which optional attributes are there where it is true and where it is false.
    struct Checked {
        var node: CheckedNode
        var whenTrue = Presence.nothing
        var whenFalse = Presence.nothing

        var type: CELType { node.type }
    }

    /// A variable of a comprehension or binding.
    struct Local {
        let name: String
        let type: CELType
    }

    let environment: Environment
    /// Whether every type is taken for `dyn` and nothing is reported.
    let isDynamic: Bool
    var unifier = Unifier()
    var locals: [Local] = []
    private(set) var problems: [ExpressionProblem] = []

    init(_ environment: Environment, isDynamic: Bool) {
        self.environment = environment
        self.isDynamic = isDynamic
    }

    mutating func report(_ problem: ExpressionProblem) {
        if !isDynamic, problems.count < ExpressionLimits.problems { problems.append(problem) }
    }

    /// A node of that type; without a check every type is `dyn`.
    func node(_ kind: CheckedNode.Kind, _ type: CELType, _ range: SourceRange) -> Checked {
        Checked(node: CheckedNode(kind: kind, type: isDynamic ? .dyn : type, range: range))
    }

    /// Stands for what has been reported, and is an error value where nothing is.
    func failed(_ range: SourceRange, _ error: EvaluationError) -> Checked {
        Checked(node: CheckedNode(kind: .constant(.error(error.located(at: range))), type: .error, range: range))
    }

    /// Checks a node where `presence` holds.
    mutating func check(_ syntax: Syntax, _ presence: Presence) -> Checked {
        switch syntax.kind {
        case .literal(let literal):
            return constant(literal, syntax.range)
        case .identifier(let name, let isRooted):
            return identifier(name, isRooted, syntax.range, presence)
        case .select(let operand, let field, let isOptional):
            return selection(syntax, operand, field, isOptional, presence)
        case .presence(let operand, let field):
            return self.presence(operand, field, syntax.range, presence)
        case .index(let operand, let index, let isOptional):
            return indexing(operand, index, isOptional, syntax.range, presence)
        case .unary(let operation, let operand):
            return unary(operation, operand, syntax.range, presence)
        case .binary(let operation, let left, let right, let operatorRange):
            return binary(operation, left, right, operatorRange, syntax.range, presence)
        case .logical(let operation, let operands):
            return logical(operation, operands, syntax.range, presence)
        case .conditional(let condition, let then, let otherwise):
            return conditional(condition, then, otherwise, syntax.range, presence)
        case .call(let name, let receiver, let arguments, let isRooted):
            return call(name, receiver, arguments, isRooted, syntax.range, presence)
        case .list(let elements):
            return list(elements, syntax.range, presence)
        case .map(let entries):
            return map(entries, syntax.range, presence)
        case .message(let name, _):
            report(.unknownType(name))
            return failed(syntax.range, EvaluationError(.unknownName, "no type `\(name.text)`"))
        case .comprehension(let comprehension):
            return self.comprehension(comprehension, syntax.range, presence)
        case .bind(let variable, let value, let body):
            return bind(variable, value, body, syntax.range, presence)
        case .optionalMap(let operand, let variable, let body, let isFlat):
            return optionalMap(operand, variable, body, isFlat, syntax.range, presence)
        }
    }

    private func constant(_ literal: Literal, _ range: SourceRange) -> Checked {
        switch literal {
        case .null: node(.constant(.null), .null, range)
        case .bool(let bool): node(.constant(.bool(bool)), .bool, range)
        case .int(let int): node(.constant(.int(int)), .int, range)
        case .uint(let uint): node(.constant(.uint(uint)), .uint, range)
        case .double(let double): node(.constant(.double(double)), .double, range)
        case .string(let string): node(.constant(.string(StringValue(string))), .string, range)
        case .bytes(let bytes): node(.constant(.bytes(BytesValue(bytes))), .bytes, range)
        }
    }

    /// Checks a node that must have a type, and says so where it has not.
    mutating func check(_ syntax: Syntax, as wanted: CELType, _ reader: String, _ presence: Presence) -> Checked {
        let checked = check(syntax, presence)
        if !unifier.accepts(wanted, checked.type) {
            report(.wrongOperand(reader, wanted: wanted, given: unifier.resolve(checked.type), syntax.range))
        }
        return checked
    }

    private mutating func list(_ elements: [Syntax.Element], _ range: SourceRange, _ presence: Presence) -> Checked {
        var values: [(value: CheckedNode, isOptional: Bool)] = []
        var type: CELType?
        for element in elements {
            let checked = check(element.value, presence)
            let given = element.isOptional ? unwrapped(checked.type, element.value.range) : checked.type
            type = joined(type, given)
            values.append((checked.node, element.isOptional))
        }
        return node(.list(values), .list(type ?? unifier.fresh()), range)
    }

    private mutating func map(_ entries: [Syntax.Entry], _ range: SourceRange, _ presence: Presence) -> Checked {
        var nodes: [(key: CheckedNode, value: CheckedNode, isOptional: Bool)] = []
        var keyType: CELType?
        var valueType: CELType?
        for entry in entries {
            let key = check(entry.key, presence)
            let value = check(entry.value, presence)
            if !isKey(unifier.resolve(key.type)) {
                report(.wrongKey(unifier.resolve(key.type), entry.key.range))
            }
            keyType = joined(keyType, key.type)
            valueType = joined(valueType, entry.isOptional ? unwrapped(value.type, entry.value.range) : value.type)
            nodes.append((key.node, value.node, entry.isOptional))
        }
        return node(.map(nodes), .map(keyType ?? unifier.fresh(), valueType ?? unifier.fresh()), range)
    }

    private func isKey(_ type: CELType) -> Bool {
        switch type {
        case .bool, .int, .uint, .dyn, .error, .variable, .parameter: true
        default: type.isText
        }
    }

    /// The type of the elements so far and one more: `dyn` where they have nothing in common.
    private mutating func joined(_ type: CELType?, _ next: CELType) -> CELType {
        guard let type else { return next }
        return unifier.join(type, next) ?? .dyn
    }

    /// What an optional element holds.
    private mutating func unwrapped(_ type: CELType, _ range: SourceRange) -> CELType {
        let value = unifier.fresh()
        guard unifier.accepts(.optional(value), type) else {
            report(.wrongOperand("an element with `?`", wanted: .optional(.dyn), given: unifier.resolve(type), range))
            return .error
        }
        return unifier.resolve(value)
    }
}

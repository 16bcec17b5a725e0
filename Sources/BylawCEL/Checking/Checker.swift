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
    ///
    /// This and whatever it calls that calls it again does little but recurse, and leaves the rest to others, so that a
    /// level of nesting costs little stack even where nothing is optimised.
    mutating func check(_ syntax: Syntax, _ presence: Presence) -> Checked {
        switch syntax.kind {
        case .literal(let literal): constant(literal, syntax.range)
        case .identifier: identifier(syntax)
        case .select: selection(syntax, presence)
        case .presence: self.presence(syntax, presence)
        case .index: indexing(syntax, presence)
        case .unary: unary(syntax, presence)
        case .binary: binary(syntax, presence)
        case .logical: logical(syntax, presence)
        case .conditional: conditional(syntax, presence)
        case .call: call(syntax, presence)
        case .list: list(syntax, presence)
        case .map: map(syntax, presence)
        case .message: message(syntax)
        case .comprehension: comprehension(syntax, presence)
        case .bind: bind(syntax, presence)
        case .optionalMap: optionalMap(syntax, presence)
        }
    }

    private mutating func message(_ syntax: Syntax) -> Checked {
        guard case .message(let name, _) = syntax.kind else { return unreachable(syntax) }
        report(.unknownType(name))
        return failed(syntax.range, EvaluationError(.unknownName, "no type `\(name.text)`"))
    }

    /// For the other kinds of node, which `check` gives to another function.
    func unreachable(_ syntax: Syntax) -> Checked {
        failed(syntax.range, EvaluationError(.noSuchOverload, "no such expression"))
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

    /// Says that a node has not the type that it must have.
    mutating func expect(_ wanted: CELType, _ given: Checked, _ reader: String) {
        guard !unifier.accepts(wanted, given.type) else { return }
        let types = (unifier.resolve(wanted), unifier.resolve(given.type))
        report(.wrongOperand(reader, wanted: types.0, given: types.1, given.node.range))
    }

    private mutating func list(_ syntax: Syntax, _ presence: Presence) -> Checked {
        guard case .list(let elements) = syntax.kind else { return unreachable(syntax) }
        var values: [Checked] = []
        for element in elements { values.append(check(element.value, presence)) }
        return list(elements, values, syntax.range)
    }

    private mutating func list(_ elements: [Syntax.Element], _ checked: [Checked], _ range: SourceRange) -> Checked {
        var values: [(value: CheckedNode, isOptional: Bool)] = []
        var type: CELType?
        for (element, value) in zip(elements, checked) {
            type = joined(type, element.isOptional ? unwrapped(value.type, value.node.range) : value.type)
            values.append((value.node, element.isOptional))
        }
        return node(.list(values), .list(type ?? unifier.fresh()), range)
    }

    private mutating func map(_ syntax: Syntax, _ presence: Presence) -> Checked {
        guard case .map(let entries) = syntax.kind else { return unreachable(syntax) }
        var keys: [Checked] = []
        var values: [Checked] = []
        for entry in entries {
            keys.append(check(entry.key, presence))
            values.append(check(entry.value, presence))
        }
        return map(entries, keys, values, syntax.range)
    }

    private mutating func map(
        _ entries: [Syntax.Entry], _ keys: [Checked], _ values: [Checked], _ range: SourceRange
    ) -> Checked {
        var nodes: [(key: CheckedNode, value: CheckedNode, isOptional: Bool)] = []
        var keyType: CELType?
        var valueType: CELType?
        for (index, entry) in entries.enumerated() {
            let (key, value) = (keys[index], values[index])
            if !isKey(unifier.resolve(key.type)) { report(.wrongKey(unifier.resolve(key.type), key.node.range)) }
            keyType = joined(keyType, key.type)
            valueType = joined(valueType, entry.isOptional ? unwrapped(value.type, value.node.range) : value.type)
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

internal import BylawSource

extension Parser {
    /// The node that a macro stands for; nil where the call is no macro's, by its name or number of arguments.
    mutating func macro(
        _ name: Syntax.Name, _ receiver: Syntax?, _ arguments: [Syntax], _ range: SourceRange
    ) -> Syntax? {
        guard let receiver else {
            return name.text == "has" && arguments.count == 1 ? presence(arguments[0], range) : nil
        }
        switch (name.text, arguments.count) {
        case ("bind", 3):
            guard case .identifier("cel", _) = receiver.kind else { return nil }
            guard let variable = variable(arguments[0], of: name) else { return missing(range) }
            return node(
                .bind(variable, value: arguments[1], body: arguments[2]), range,
                below: max(arguments[1].depth, arguments[2].depth))
        case ("optMap", 2), ("optFlatMap", 2):
            guard let variable = variable(arguments[0], of: name) else { return missing(range) }
            return node(
                .optionalMap(receiver, variable: variable, body: arguments[1], isFlat: name.text == "optFlatMap"),
                range, below: max(receiver.depth, arguments[1].depth))
        default:
            guard let shape = ComprehensionShape(name.text, arguments.count) else { return nil }
            return comprehension(shape, name, receiver, arguments, range)
        }
    }

    private mutating func presence(_ argument: Syntax, _ range: SourceRange) -> Syntax {
        guard case .select(let operand, let field, isOptional: false) = argument.kind else {
            let message = "`has` asks for a field: `has(post.author)`"
            report("bad-macro", message, at: argument.range)
            return missing(range)
        }
        return node(.presence(operand, field: field), range, below: operand.depth)
    }

    private mutating func comprehension(
        _ shape: ComprehensionShape, _ name: Syntax.Name, _ receiver: Syntax, _ arguments: [Syntax],
        _ range: SourceRange
    ) -> Syntax {
        var variables: [Syntax.Name] = []
        for argument in arguments.prefix(shape.variables) {
            guard let variable = variable(argument, of: name) else { return missing(range) }
            if let first = variables.first, first.text == variable.text {
                let label = ExpressionProblem.Label(first.range, "first named here")
                let message = "both variables of `\(name.text)` are named `\(variable.text)`"
                report("bad-macro", message, at: variable.range, labels: [label])
            }
            variables.append(variable)
        }
        let rest = arguments.dropFirst(shape.variables)
        guard let body = rest.last else { return missing(range) }
        let comprehension = Comprehension(
            kind: shape.kind, name: name, range: receiver, variables: variables,
            condition: rest.count == 2 ? rest.first : nil, body: body)
        return node(.comprehension(comprehension), range, below: rest.reduce(receiver.depth) { max($0, $1.depth) })
    }

    private mutating func variable(_ argument: Syntax, of macro: Syntax.Name) -> Syntax.Name? {
        if case .identifier(let name, isRooted: false) = argument.kind { return Syntax.Name(name, argument.range) }
        report("bad-macro", "`\(macro.text)` takes the name of a variable here", at: argument.range)
        return nil
    }
}

/// Which comprehension a macro's name and number of arguments make, and how many of the arguments name variables.
private struct ComprehensionShape {
    let kind: Comprehension.Kind
    let variables: Int

    init?(_ name: String, _ count: Int) {
        switch (name, count) {
        case ("all", 2): (kind, variables) = (.all, 1)
        case ("all", 3): (kind, variables) = (.all, 2)
        case ("exists", 2): (kind, variables) = (.exists, 1)
        case ("exists", 3): (kind, variables) = (.exists, 2)
        case ("exists_one", 2), ("existsOne", 2): (kind, variables) = (.existsOne, 1)
        case ("exists_one", 3), ("existsOne", 3): (kind, variables) = (.existsOne, 2)
        case ("map", 2), ("map", 3): (kind, variables) = (.map, 1)
        case ("filter", 2): (kind, variables) = (.filter, 1)
        case ("transformList", 3), ("transformList", 4): (kind, variables) = (.transformList, 2)
        case ("transformMap", 3), ("transformMap", 4): (kind, variables) = (.transformMap, 2)
        case ("transformMapEntry", 3), ("transformMapEntry", 4): (kind, variables) = (.transformMapEntry, 2)
        case ("sortBy", 2): (kind, variables) = (.sortBy, 1)
        default: return nil
        }
    }
}

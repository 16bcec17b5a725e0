internal import BylawSource

extension Checker {
    mutating func comprehension(_ syntax: Syntax, _ presence: Presence) -> Checked {
        guard case .comprehension(let comprehension) = syntax.kind else { return unreachable(syntax) }
        let operand = check(comprehension.range, presence)
        let elements = elements(of: operand, comprehension)
        let local = locals.count
        declare(comprehension.variables, elements)
        var inner = presence
        var condition: Checked?
        if let syntax = comprehension.condition {
            let checked = check(syntax, presence)
            condition = checked
            inner = inner.union(checked.whenTrue)
        }
        let body = check(comprehension.body, inner)
        locals.removeSubrange(local...)
        return self.comprehension(comprehension, operand, elements, local, condition, body, syntax.range)
    }

    private mutating func declare(_ variables: [Syntax.Name], _ elements: Elements) {
        let types = variables.count == 2 ? [elements.key, elements.value] : [elements.single]
        for (variable, type) in zip(variables, types) { locals.append(Local(name: variable.text, type: type)) }
    }

    private mutating func comprehension(
        _ comprehension: Comprehension, _ operand: Checked, _ elements: Elements, _ local: Int,
        _ condition: Checked?, _ body: Checked, _ range: SourceRange
    ) -> Checked {
        let reader = "`\(comprehension.name.text)`"
        if let condition { expect(.bool, condition, reader) }
        let type: CELType
        switch comprehension.kind {
        case .all, .exists, .existsOne:
            expect(.bool, body, reader)
            type = .bool
        case .filter:
            expect(.bool, body, reader)
            type = .list(elements.single)
        case .map, .transformList: type = .list(body.type)
        case .sortBy:
            mustBeSortable(body)
            type = .list(elements.single)
        case .transformMap: type = .map(elements.key, body.type)
        case .transformMapEntry:
            let entries = CELType.map(unifier.fresh(), unifier.fresh())
            expect(entries, body, reader)
            type = unifier.resolve(entries)
        }
        let checked = CheckedComprehension(
            kind: comprehension.kind, range: operand.node, local: local,
            variableCount: comprehension.variables.count, condition: condition?.node, body: body.node)
        return node(.comprehension(checked), type, range)
    }

    /// What the variables of a comprehension stand for: one alone, or both.
    private typealias Elements = (single: CELType, key: CELType, value: CELType)

    private mutating func elements(of operand: Checked, _ comprehension: Comprehension) -> Elements {
        let type = unifier.resolve(operand.type)
        switch type {
        case .list(let element): return (element, .int, element)
        case .map(let key, let value) where comprehension.kind != .sortBy: return (key, key, value)
        case .error: return (.error, .error, .error)
        case .dyn, .variable:
            _ = unifier.accepts(type, .dyn)
            return (.dyn, .dyn, .dyn)
        default:
            report(.noElements(comprehension.name, type, operand.node.range))
            return (.error, .error, .error)
        }
    }

    /// Reports keys that `sort` would not sort.
    private mutating func mustBeSortable(_ key: Checked) {
        let keys = node(.list([]), .list(key.type), key.node.range)
        let overloads = environment.functions["sort"]?.overloads ?? []
        if key.type != .error, resolve(overloads, [keys], isMember: true) == nil {
            report(.unsortable(unifier.resolve(key.type), key.node.range))
        }
    }

    mutating func bind(_ syntax: Syntax, _ presence: Presence) -> Checked {
        guard case .bind(let variable, let value, let body) = syntax.kind else { return unreachable(syntax) }
        let bound = check(value, presence)
        let local = locals.count
        locals.append(Local(name: variable.text, type: bound.type))
        let inner = check(body, presence)
        locals.removeLast()
        var checked = node(.bind(local: local, value: bound.node, body: inner.node), inner.type, syntax.range)
        checked.whenTrue = inner.whenTrue.leaving(local)
        checked.whenFalse = inner.whenFalse.leaving(local)
        return checked
    }

    mutating func optionalMap(_ syntax: Syntax, _ presence: Presence) -> Checked {
        guard case .optionalMap(let operand, let variable, let body, let isFlat) = syntax.kind else {
            return unreachable(syntax)
        }
        let optional = check(operand, presence)
        let local = locals.count
        locals.append(Local(name: variable.text, type: held(by: optional, isFlat)))
        let inner = check(body, presence)
        locals.removeLast()
        return optionalMap(optional, local, inner, isFlat, syntax.range)
    }

    /// The type of what an optional holds; says so where it is none.
    private mutating func held(by operand: Checked, _ isFlat: Bool) -> CELType {
        let value = unifier.fresh()
        expect(.optional(value), operand, isFlat ? "`optFlatMap`" : "`optMap`")
        return isDynamic ? .dyn : unifier.resolve(value)
    }

    private mutating func optionalMap(
        _ operand: Checked, _ local: Int, _ body: Checked, _ isFlat: Bool, _ range: SourceRange
    ) -> Checked {
        var type = CELType.optional(body.type)
        if isFlat {
            type = .optional(unifier.fresh())
            expect(type, body, "`optFlatMap`")
        }
        return node(
            .optionalMap(operand.node, local: local, body: body.node, isFlat: isFlat), unifier.resolve(type), range)
    }
}

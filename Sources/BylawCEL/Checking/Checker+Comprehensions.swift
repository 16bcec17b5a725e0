internal import BylawSource

extension Checker {
    mutating func comprehension(
        _ comprehension: Comprehension, _ range: SourceRange, _ presence: Presence
    ) -> Checked {
        let operand = check(comprehension.range, presence)
        let elements = elements(of: operand, comprehension)
        let local = locals.count
        let types = comprehension.variables.count == 2 ? [elements.key, elements.value] : [elements.single]
        for (variable, type) in zip(comprehension.variables, types) {
            locals.append(Local(name: variable.text, type: type))
        }
        defer { locals.removeSubrange(local...) }
        let reader = "`\(comprehension.name.text)`"
        let condition = comprehension.condition.map { check($0, as: .bool, reader, presence) }
        let inner = presence.union(condition?.whenTrue ?? .nothing)
        let isPredicate = [.all, .exists, .existsOne, .filter].contains(comprehension.kind)
        let body =
            isPredicate
            ? check(comprehension.body, as: .bool, reader, inner) : check(comprehension.body, inner)
        let type: CELType
        switch comprehension.kind {
        case .all, .exists, .existsOne: type = .bool
        case .map, .transformList: type = .list(body.type)
        case .filter: type = .list(elements.single)
        case .sortBy:
            mustBeSortable(body)
            type = .list(elements.single)
        case .transformMap: type = .map(elements.key, body.type)
        case .transformMapEntry: type = entries(body, reader)
        }
        let checked = CheckedComprehension(
            kind: comprehension.kind, range: operand.node, local: local, variableCount: types.count,
            condition: condition?.node, body: body.node)
        return node(.comprehension(checked), type, range)
    }

    /// What the variables stand for: one alone, or both.
    private mutating func elements(
        of operand: Checked, _ comprehension: Comprehension
    ) -> (single: CELType, key: CELType, value: CELType) {
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

    /// The type of the map that `transformMapEntry` makes.
    private mutating func entries(_ body: Checked, _ reader: String) -> CELType {
        let wanted = CELType.map(unifier.fresh(), unifier.fresh())
        if !unifier.accepts(wanted, body.type) {
            report(.wrongOperand(reader, wanted: .map(.dyn, .dyn), given: unifier.resolve(body.type), body.node.range))
        }
        return unifier.resolve(wanted)
    }

    /// Reports keys that `sort` would not sort.
    private mutating func mustBeSortable(_ key: Checked) {
        let keys = node(.list([]), .list(key.type), key.node.range)
        let overloads = environment.functions["sort"]?.overloads ?? []
        if key.type != .error, resolve(overloads, [keys], isMember: true) == nil {
            report(.unsortable(unifier.resolve(key.type), key.node.range))
        }
    }

    mutating func bind(
        _ variable: Syntax.Name, _ value: Syntax, _ body: Syntax, _ range: SourceRange, _ presence: Presence
    ) -> Checked {
        let value = check(value, presence)
        let local = locals.count
        locals.append(Local(name: variable.text, type: value.type))
        let body = check(body, presence)
        locals.removeLast()
        var checked = node(.bind(local: local, value: value.node, body: body.node), body.type, range)
        checked.whenTrue = body.whenTrue.leaving(local)
        checked.whenFalse = body.whenFalse.leaving(local)
        return checked
    }

    mutating func optionalMap(
        _ operand: Syntax, _ variable: Syntax.Name, _ body: Syntax, _ isFlat: Bool, _ range: SourceRange,
        _ presence: Presence
    ) -> Checked {
        let reader = isFlat ? "`optFlatMap`" : "`optMap`"
        let operand = check(operand, presence)
        let value = unifier.fresh()
        if !unifier.accepts(.optional(value), operand.type) {
            let given = unifier.resolve(operand.type)
            report(.wrongOperand(reader, wanted: .optional(.dyn), given: given, operand.node.range))
        }
        let local = locals.count
        locals.append(Local(name: variable.text, type: isDynamic ? .dyn : unifier.resolve(value)))
        let body = check(body, presence)
        locals.removeLast()
        var type = CELType.optional(body.type)
        if isFlat {
            type = .optional(unifier.fresh())
            if !unifier.accepts(type, body.type) {
                let given = unifier.resolve(body.type)
                report(.wrongOperand(reader, wanted: .optional(.dyn), given: given, body.node.range))
            }
        }
        return node(
            .optionalMap(operand.node, local: local, body: body.node, isFlat: isFlat), unifier.resolve(type), range)
    }
}

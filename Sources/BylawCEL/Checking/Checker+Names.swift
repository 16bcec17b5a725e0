internal import BylawSource

extension Checker {
    /// A variable of a comprehension, a declared variable, or the name of a type.
    mutating func identifier(_ syntax: Syntax) -> Checked {
        guard case .identifier(let name, let isRooted) = syntax.kind else { return unreachable(syntax) }
        let range = syntax.range
        if !isRooted, let local = locals.lastIndex(where: { $0.name == name }) {
            return node(.local(local), locals[local].type, range)
        }
        if let found = declared(name, isRooted, range) { return found }
        report(.unknownName(name, range, known: environment.variables.keys.sorted() + locals.map(\.name)))
        return failed(range, EvaluationError(.unknownName, "no variable `\(name)`"))
    }

    /// A declared variable or a type of that name, which may be dotted, looked for in the container first.
    private func declared(_ name: String, _ isRooted: Bool, _ range: SourceRange) -> Checked? {
        for candidate in environment.candidates(name, isRooted: isRooted) {
            if let type = environment.variables[candidate] {
                return node(.attribute(AttributePath(candidate)), type, range)
            }
            if let type = environment.type(named: candidate) {
                return node(.constant(.type(type)), .type(.dyn), range)
            }
        }
        return nil
    }

    /// The dotted name that a chain of fields spells, where it begins with no local variable.
    func dottedName(_ syntax: Syntax) -> (name: String, isRooted: Bool)? {
        switch syntax.kind {
        case .identifier(let name, let isRooted):
            if !isRooted, locals.contains(where: { $0.name == name }) { return nil }
            return (name, isRooted)
        case .select(let operand, let field, isOptional: false):
            guard let (name, isRooted) = dottedName(operand) else { return nil }
            return ("\(name).\(field.text)", isRooted)
        default:
            return nil
        }
    }

    /// `operand.field`: a dotted name where there is one, else a field of a value.
    mutating func selection(_ syntax: Syntax, _ presence: Presence) -> Checked {
        guard case .select(let operand, let field, let isOptional) = syntax.kind else { return unreachable(syntax) }
        if !isOptional, let found = dotted(syntax) { return found }
        return selection(check(operand, presence), field, isOptional, syntax.range, presence)
    }

    private func dotted(_ syntax: Syntax) -> Checked? {
        dottedName(syntax).flatMap { declared($0.name, $0.isRooted, syntax.range) }
    }

    private mutating func selection(
        _ operand: Checked, _ field: Syntax.Name, _ isOptional: Bool, _ range: SourceRange, _ presence: Presence
    ) -> Checked {
        let type = fieldType(operand, field, isOptional: isOptional)
        let found = select(operand.node, field, type, isOptional: isOptional, range)
        if !isOptional { mustBePresent(found.node, operand.node, field, presence) }
        return found
    }

    /// The node that reads a field: a longer path where the operand is an attribute, else a selection.
    private func select(
        _ operand: CheckedNode, _ field: Syntax.Name, _ type: CELType, isOptional: Bool, _ range: SourceRange
    ) -> Checked {
        if record(unifier.resolve(operand.type)) != nil {
            switch operand.kind {
            case .attribute(let path):
                let longer = path.appending(field.text)
                let kind: CheckedNode.Kind =
                    isOptional ? .optionalAttribute(longer, from: longer.fields.count) : .attribute(longer)
                return node(kind, type, range)
            case .optionalAttribute(let path, let from):
                return node(.optionalAttribute(path.appending(field.text), from: from), type, range)
            default: break
            }
        }
        return node(.select(operand, selector(operand, field), isOptional: isOptional), type, range)
    }

    private func selector(_ operand: CheckedNode, _ field: Syntax.Name) -> CheckedNode.Selector {
        let record = record(unifier.resolve(operand.type))
        let index = record?.index(of: field.text)
        return CheckedNode.Selector(name: field.text, record: index == nil ? nil : record, index: index ?? 0)
    }

    /// The record that a value is, or holds if it is an optional.
    private func record(_ type: CELType) -> RecordType? {
        switch type {
        case .record(let record): record
        case .optional(let inner): record(inner)
        default: nil
        }
    }

    /// The type of a field: an optional where it is read as one, or from one.
    private mutating func fieldType(_ operand: Checked, _ field: Syntax.Name, isOptional: Bool) -> CELType {
        let type = unifier.resolve(operand.type)
        if case .optional(let inner) = type {
            return .optional(fieldType(inner, operand.node.range, field))
        }
        let found = fieldType(type, operand.node.range, field)
        return isOptional ? .optional(found) : found
    }

    private mutating func fieldType(_ type: CELType, _ range: SourceRange, _ field: Syntax.Name) -> CELType {
        switch type {
        case .record(let record):
            if let index = record.index(of: field.text) { return record.fields[index].type }
            report(.unknownField(field, of: record))
            return .error
        case .map(_, let value): return value
        case .dyn: return .dyn
        case .error: return .error
        case .variable:
            _ = unifier.accepts(type, .dyn)
            return .dyn
        default:
            report(.noFields(type, field, range))
            return .error
        }
    }

    /// `has(operand.field)`.
    mutating func presence(_ syntax: Syntax, _ presence: Presence) -> Checked {
        guard case .presence(let operand, let field) = syntax.kind else { return unreachable(syntax) }
        return self.presence(check(operand, presence), field, syntax.range)
    }

    private mutating func presence(_ operand: Checked, _ field: Syntax.Name, _ range: SourceRange) -> Checked {
        let isWhole = isWhole(fieldType(operand, field, isOptional: false))
        var checked: Checked
        switch operand.node.kind {
        case .attribute(let path) where record(unifier.resolve(operand.type)) != nil:
            checked = node(
                .attributePresence(path.appending(field.text), from: path.fields.count + 1, isWhole: isWhole), .bool,
                range)
        case .optionalAttribute(let path, let from) where record(unifier.resolve(operand.type)) != nil:
            checked = node(
                .attributePresence(path.appending(field.text), from: from, isWhole: isWhole), .bool, range)
        default:
            checked = node(.presence(operand.node, selector(operand.node, field)), .bool, range)
        }
        if record(unifier.resolve(operand.type)) != nil, let place = place(operand.node, then: field.text) {
            checked.whenTrue = Presence(places: [place])
        }
        return checked
    }

    private func isWhole(_ type: CELType) -> Bool {
        switch type {
        case .record, .list, .map: true
        default: false
        }
    }

    /// Reports an optional field that is read where nothing says that it is there.
    private mutating func mustBePresent(
        _ node: CheckedNode, _ operand: CheckedNode, _ field: Syntax.Name, _ presence: Presence
    ) {
        guard case .record(let record) = unifier.resolve(operand.type), let index = record.index(of: field.text),
            record.fields[index].isOptional
        else { return }
        if let place = place(operand, then: field.text), presence.contains(place) { return }
        report(.unguarded(node.range, field))
    }

    /// Where a value is read from, one field further, if it is a place that can be spoken of twice.
    private func place(_ node: CheckedNode, then field: String) -> Presence.Place? {
        guard var place = place(node) else { return nil }
        place.steps.append(field)
        return place
    }

    private func place(_ node: CheckedNode) -> Presence.Place? {
        switch node.kind {
        case .attribute(let path), .optionalAttribute(let path, _):
            Presence.Place(root: .variable(path.variable), steps: path.fields)
        case .local(let index): Presence.Place(root: .local(index), steps: [])
        case .select(let operand, let selector, _): place(operand, then: selector.name)
        case .index(let operand, let index, _):
            switch index.kind {
            case .constant(.int(let index)): place(operand, then: "[\(index)]")
            case .constant(.string(let key)): place(operand, then: String(key))
            default: nil
            }
        default: nil
        }
    }

    /// What is there where `x.?y.hasValue()` is true.
    func present(where node: CheckedNode) -> Presence {
        switch node.kind {
        case .optionalAttribute, .select(_, _, isOptional: true):
            place(node).map { Presence(places: [$0]) } ?? .nothing
        default: .nothing
        }
    }
}

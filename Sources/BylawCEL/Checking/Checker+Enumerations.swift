internal import BylawSource

extension Checker {
    /// Reports a comparison that cannot come true: with a literal that is none of the values, or between enumerations
    /// that have no value in common.
    mutating func compareEnumerations(_ left: Checked, _ right: Checked, _ range: SourceRange) {
        let leftType = unifier.resolve(left.type)
        let rightType = unifier.resolve(right.type)
        if case .enumeration(let a) = leftType, case .enumeration(let b) = rightType {
            if !a.values.contains(where: { x in b.values.contains { $0.utf8.elementsEqual(x.utf8) } }) {
                report(.disjoint(a, b, range))
            }
            return
        }
        literals(in: right.node, areOf: leftType)
        literals(in: left.node, areOf: rightType)
    }

    /// The same for `in`: each literal of the list, or the one that is looked for.
    mutating func memberOfEnumeration(_ left: Checked, _ right: Checked) {
        literals(in: right.node, areOf: .list(unifier.resolve(left.type)))
        switch unifier.resolve(right.type) {
        case .list(let element), .map(let element, _): literals(in: left.node, areOf: element)
        default: break
        }
    }

    private mutating func literals(in node: CheckedNode, areOf type: CELType) {
        switch (node.kind, type) {
        case (.constant(.string(let text)), .enumeration(let enumeration)):
            let text = String(text)
            if !enumeration.values.contains(where: { $0.utf8.elementsEqual(text.utf8) }) {
                report(.notInEnumeration(text, enumeration, node.range))
            }
        case (.list(let elements), .list(let element)):
            for value in elements where !value.isOptional { literals(in: value.value, areOf: element) }
        case (.conditional(_, let then, let otherwise), _):
            literals(in: then, areOf: type)
            literals(in: otherwise, areOf: type)
        default: break
        }
    }
}

/// What an expression, or a part of one, reads and compares with.
package struct ExpressionReads: Sendable, Hashable {
    /// The attributes, by the names that it uses.
    package fileprivate(set) var attributes: Set<AttributePath> = []
    /// The numbers of the host's calls.
    package fileprivate(set) var hostSlots: Set<Int> = []
    /// Whether it reads a variable of a comprehension or binding around it: what that stands for, it reads too.
    package fileprivate(set) var readsLocals = false
}

extension CheckedExpression {
    /// What it reads.
    package var reads: ExpressionReads { root.reads }

    /// What is compared by equality, membership or order: each side as an expression, with what the other side reads. A
    /// pattern, or a part that a text should have, is no value that an attribute could have, and not among them.
    package var comparisons: [(side: CheckedExpression, reads: ExpressionReads)] {
        var comparisons: [(side: CheckedExpression, reads: ExpressionReads)] = []
        root.visit { node in
            let operands: [CheckedNode]
            switch node.kind {
            case .equal(let a, let b, _), .membership(let a, let b): operands = [a, b]
            case .call(let call) where ["_<_", "_<=_", "_>_", "_>=_"].contains(call.function): operands = call.arguments
            default: return
            }
            guard operands.count == 2 else { return }
            for (one, other) in [(operands[0], operands[1]), (operands[1], operands[0])] {
                // A variable of a comprehension has no value outside of it.
                guard !one.reads.readsLocals else { continue }
                let side = CheckedExpression(text: text, type: one.type, guarantees: .nothing, root: one)
                comparisons.append((side, other.reads))
            }
        }
        return comparisons
    }

    /// The expressions that are joined by `&&` to this one; itself where none are.
    package var conjuncts: [CheckedExpression] {
        guard case .logical(.and, let operands) = root.kind else { return [self] }
        return operands.flatMap { operand in
            CheckedExpression(text: text, type: .bool, guarantees: .nothing, root: operand).conjuncts
        }
    }
}

extension CheckedNode {
    var reads: ExpressionReads {
        var reads = ExpressionReads()
        visit { node in
            switch node.kind {
            case .attribute(let path), .optionalAttribute(let path, _), .attributePresence(let path, _, _):
                reads.attributes.insert(path)
            case .hostSlot(let number): reads.hostSlots.insert(number)
            case .local: reads.readsLocals = true
            default: break
            }
        }
        return reads
    }

    /// Visits this node and all that are in it.
    func visit(_ body: (CheckedNode) -> Void) {
        body(self)
        for part in parts { part.visit(body) }
    }

    private var parts: [CheckedNode] {
        switch kind {
        case .constant, .attribute, .optionalAttribute, .attributePresence, .local, .hostSlot: []
        case .select(let operand, _, _), .presence(let operand, _), .not(let operand): [operand]
        case .index(let a, let b, _), .equal(let a, let b, _), .membership(let a, let b): [a, b]
        case .call(let call): call.arguments
        case .logical(_, let operands): operands
        case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
        case .list(let elements): elements.map(\.value)
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .comprehension(let comprehension):
            [comprehension.range, comprehension.body] + (comprehension.condition.map { [$0] } ?? [])
        case .bind(_, let value, let body): [value, body]
        case .optionalMap(let operand, _, let body, _): [operand, body]
        }
    }
}

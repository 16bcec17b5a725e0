/// How large the values that a host gives are taken to be, where a cost is estimated before there are any.
package struct SizeAssumptions: Sendable {
    /// Unicode scalars of a text, bytes of bytes.
    package var text: Int
    /// Elements of a list, entries of a map.
    package var elements: Int

    package static let standard = SizeAssumptions()

    package init(text: Int = 2_000, elements: Int = 100) {
        self.text = text
        self.elements = elements
    }
}

extension CheckedExpression {
    /// The most that one evaluation costs, in the units of ``Frame/totalCost``, where no value of the host's is larger
    /// than assumed: every operand of `&&` and `||` is evaluated, every comprehension goes to its end. `Int.max` stands
    /// for all that is more.
    package func estimatedCost(assuming sizes: SizeAssumptions = .standard) -> Int {
        var estimator = CostEstimator(sizes)
        return estimator.estimate(root).cost
    }
}

/// Adds up the worst case, node by node.
private struct CostEstimator {
    /// What is known of a value before it is there.
    struct Estimate {
        var cost: Int
        /// The size of the value itself.
        var size: Int
        /// The size of its elements, where it has any.
        var element: Int
    }

    private let sizes: SizeAssumptions
    private var locals: [Int: Estimate] = [:]

    init(_ sizes: SizeAssumptions) { self.sizes = sizes }

    mutating func estimate(_ node: CheckedNode) -> Estimate {
        switch node.kind {
        case .constant, .attribute, .optionalAttribute, .attributePresence, .local, .hostSlot: leaf(node)
        case .select(let operand, _, _): part(estimate(operand), node.type)
        case .presence(let operand, _): scalar(Cost.sum(estimate(operand).cost, Cost.name))
        case .not(let operand): scalar(Cost.sum(Cost.call, estimate(operand).cost))
        case .index, .equal, .membership: binary(node)
        case .call: call(node)
        case .logical, .conditional: logic(node)
        case .list, .map: collection(node)
        case .comprehension, .bind, .optionalMap: scope(node)
        }
    }

    private func leaf(_ node: CheckedNode) -> Estimate {
        switch node.kind {
        case .constant(let value): return known(value)
        case .attribute(let path), .optionalAttribute(let path, _), .attributePresence(let path, _, _):
            return unknown(node.type, cost: path.names.count)
        case .local(let index):
            let value = locals[index] ?? unknown(node.type, cost: 0)
            return Estimate(cost: Cost.name, size: value.size, element: value.element)
        default: return unknown(node.type, cost: Cost.call)
        }
    }

    private mutating func binary(_ node: CheckedNode) -> Estimate {
        switch node.kind {
        case .index(let operand, let index, _):
            let cost = estimate(index).cost
            return adding(cost, part(estimate(operand), node.type))
        case .equal(let left, let right, _):
            let first = estimate(left)
            let second = estimate(right)
            return scalar(
                Cost.sum(Cost.call(traversing: min(first.size, second.size)), Cost.sum(first.cost, second.cost)))
        case .membership(let element, let collection):
            let first = estimate(element)
            let second = estimate(collection)
            let own = max(Cost.call, Cost.product(second.size, max(1, Cost.tenth(first.size))))
            return scalar(Cost.sum(own, Cost.sum(first.cost, second.cost)))
        default: return scalar(0)
        }
    }

    private mutating func logic(_ node: CheckedNode) -> Estimate {
        switch node.kind {
        case .logical(_, let operands):
            var cost = 0
            for operand in operands { cost = Cost.sum(cost, estimate(operand).cost) }
            return scalar(cost)
        case .conditional(let condition, let then, let otherwise):
            let cost = estimate(condition).cost
            let first = estimate(then)
            let second = estimate(otherwise)
            return adding(cost, largest(first, second))
        default: return scalar(0)
        }
    }

    private mutating func collection(_ node: CheckedNode) -> Estimate {
        var parts: [Estimate] = []
        if case .list(let elements) = node.kind {
            for element in elements { parts.append(estimate(element.value)) }
            return collection(parts, base: Cost.list, count: elements.count)
        }
        guard case .map(let entries) = node.kind else { return scalar(0) }
        for entry in entries {
            parts.append(estimate(entry.key))
            parts.append(estimate(entry.value))
        }
        return collection(parts, base: Cost.map, count: entries.count)
    }

    private mutating func scope(_ node: CheckedNode) -> Estimate {
        switch node.kind {
        case .comprehension(let comprehension): return self.comprehension(comprehension)
        case .bind(let local, let value, let body):
            let bound = estimate(value)
            locals[local] = bound
            return adding(bound.cost, estimate(body))
        case .optionalMap(let operand, let local, let body, _):
            let bound = estimate(operand)
            locals[local] = bound
            return adding(Cost.sum(Cost.call, bound.cost), estimate(body))
        default: return scalar(0)
        }
    }

    private func adding(_ cost: Int, _ estimate: Estimate) -> Estimate {
        Estimate(cost: Cost.sum(cost, estimate.cost), size: estimate.size, element: estimate.element)
    }

    private func scalar(_ cost: Int) -> Estimate { Estimate(cost: cost, size: 1, element: 1) }

    private func known(_ value: Value) -> Estimate {
        switch value {
        case .list(let list):
            Estimate(cost: 0, size: list.count, element: list.elements.reduce(1) { max($0, $1.size) })
        default: Estimate(cost: 0, size: value.size, element: 1)
        }
    }

    /// A value of which only the type is known. Elements may be texts, or lists themselves.
    private func unknown(_ type: CELType, cost: Int) -> Estimate {
        switch type {
        case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type: scalar(cost)
        case .list(let element), .map(_, let element):
            Estimate(cost: cost, size: sizes.elements, element: unknown(element, cost: 0).size)
        case .optional(let held): unknown(held, cost: cost)
        case _ where type.isText: Estimate(cost: cost, size: sizes.text, element: 1)
        case .bytes: Estimate(cost: cost, size: sizes.text, element: 1)
        default: Estimate(cost: cost, size: max(sizes.text, sizes.elements), element: max(sizes.text, sizes.elements))
        }
    }

    /// A field or element.
    private func part(_ whole: Estimate, _ type: CELType) -> Estimate {
        let assumed = unknown(type, cost: 0)
        return Estimate(
            cost: Cost.sum(whole.cost, Cost.name), size: max(whole.element, assumed.size), element: assumed.element)
    }

    private func largest(_ a: Estimate, _ b: Estimate) -> Estimate {
        Estimate(cost: max(a.cost, b.cost), size: max(a.size, b.size), element: max(a.element, b.element))
    }

    private func collection(_ parts: [Estimate], base: Int, count: Int) -> Estimate {
        Estimate(
            cost: parts.reduce(base) { Cost.sum($0, $1.cost) }, size: count,
            element: parts.reduce(1) { max($0, $1.size) })
    }

    private mutating func call(_ node: CheckedNode) -> Estimate {
        guard case .call(let call) = node.kind else { return scalar(0) }
        var arguments: [Estimate] = []
        for argument in call.arguments { arguments.append(estimate(argument)) }
        return self.call(call, arguments, node.type)
    }

    private func call(_ call: CheckedNode.Call, _ arguments: [Estimate], _ type: CELType) -> Estimate {
        let sum = arguments.reduce(0) { Cost.sum($0, $1.size) }
        let first = arguments.first?.size ?? 0
        let second = arguments.count > 1 ? arguments[1].size : 0
        // What the call makes is at most the sum of what it is given, or every part of it met with every other.
        let (own, made): (Int, Int) =
            switch CallCost(function: call.function) {
            case .constant: (Cost.call, first)
            case .second: (max(Cost.call, Cost.tenth(second)), 1)
            case .traversal: (Cost.sum(max(Cost.call, Cost.tenth(sum)), Cost.tenth(sum)), sum)
            case .product:
                (
                    Cost.sum(
                        Cost.product(Cost.tenth(first) + 1, Cost.tenth(second) + 1),
                        Cost.tenth(Cost.product(first, max(second, 1)))),
                    Cost.product(first, arguments.dropFirst().reduce(1) { max($0, $1.size) })
                )
            case .square: (max(Cost.call, Cost.product(first, Cost.tenth(first))), first)
            }
        let result = unknown(type, cost: 0)
        let size = min(max(made, least(call, type)), result.size == 1 ? 1 : ValueLimits.byteCount)
        return Estimate(
            cost: arguments.reduce(own) { Cost.sum($0, $1.cost) }, size: size,
            element: arguments.reduce(result.element) { max($0, $1.element) })
    }

    /// The size of a result that does not follow from the sizes of the arguments: numbers as text, and ranges.
    private func least(_ call: CheckedNode.Call, _ type: CELType) -> Int {
        guard call.function == "lists.range" else { return type.isText ? 32 : 1 }
        if case .constant(.int(let count))? = call.arguments.first?.kind { return Int(clamping: max(0, count)) }
        return ValueLimits.elementCount
    }

    private mutating func comprehension(_ comprehension: CheckedComprehension) -> Estimate {
        let range = estimate(comprehension.range)
        let single = Estimate(cost: 0, size: range.element, element: max(sizes.text, sizes.elements))
        locals[comprehension.local] = comprehension.variableCount == 1 ? single : scalar(0)
        if comprehension.variableCount == 2 { locals[comprehension.local + 1] = single }
        var condition = 0
        if let syntax = comprehension.condition { condition = estimate(syntax).cost }
        let body = estimate(comprehension.body)
        return loop(comprehension.kind, range, condition, body)
    }

    private func loop(
        _ kind: Comprehension.Kind, _ range: Estimate, _ condition: Int, _ body: Estimate
    ) -> Estimate {
        let step: Int
        var result = Estimate(cost: 0, size: range.size, element: body.size)
        switch kind {
        case .all, .exists, .existsOne:
            step = Cost.predicateStep
            result = scalar(0)
        case .filter, .sortBy:
            step = Cost.elementStep
            result.element = range.element
        case .map, .transformList: step = Cost.elementStep
        case .transformMap: step = Cost.entryStep
        case .transformMapEntry:
            step = Cost.entryStep
            result.size = Cost.product(range.size, body.size)
        }
        let each = Cost.sum(step, Cost.sum(condition, body.cost))
        result.cost = Cost.sum(range.cost, Cost.product(range.size, each))
        return result
    }
}

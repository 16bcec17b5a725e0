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
        case .constant(let value): return known(value)
        case .attribute(let path), .optionalAttribute(let path, _), .attributePresence(let path, _, _):
            return unknown(node.type, cost: path.names.count)
        case .hostSlot: return unknown(node.type, cost: Cost.call)
        case .local(let index):
            let value = locals[index] ?? unknown(node.type, cost: 0)
            return Estimate(cost: Cost.name, size: value.size, element: value.element)
        case .select(let operand, _, _): return part(estimate(operand), node.type)
        case .presence(let operand, _): return scalar(Cost.sum(estimate(operand).cost, Cost.name))
        case .index(let operand, let index, _):
            let index = estimate(index)
            var result = part(estimate(operand), node.type)
            result.cost = Cost.sum(result.cost, index.cost)
            return result
        case .call(let call): return self.call(call, node.type)
        case .equal(let left, let right, _):
            let (left, right) = (estimate(left), estimate(right))
            let own = Cost.call(traversing: min(left.size, right.size))
            return scalar(Cost.sum(own, Cost.sum(left.cost, right.cost)))
        case .membership(let element, let collection):
            let (element, collection) = (estimate(element), estimate(collection))
            let own = max(Cost.call, Cost.product(collection.size, max(1, Cost.tenth(element.size))))
            return scalar(Cost.sum(own, Cost.sum(element.cost, collection.cost)))
        case .logical(_, let operands): return scalar(operands.reduce(0) { Cost.sum($0, estimate($1).cost) })
        case .not(let operand): return scalar(Cost.sum(Cost.call, estimate(operand).cost))
        case .conditional(let condition, let then, let otherwise):
            let condition = estimate(condition)
            let larger = largest(estimate(then), estimate(otherwise))
            return Estimate(
                cost: Cost.sum(condition.cost, larger.cost), size: larger.size, element: larger.element)
        case .list(let elements):
            let elements = elements.map { estimate($0.value) }
            return collection(elements, base: Cost.list, count: elements.count)
        case .map(let entries):
            let parts = entries.flatMap { [estimate($0.key), estimate($0.value)] }
            return collection(parts, base: Cost.map, count: entries.count)
        case .comprehension(let comprehension): return self.comprehension(comprehension, node.type)
        case .bind(let local, let value, let body):
            let value = estimate(value)
            locals[local] = value
            let body = estimate(body)
            return Estimate(cost: Cost.sum(value.cost, body.cost), size: body.size, element: body.element)
        case .optionalMap(let operand, let local, let body, _):
            let operand = estimate(operand)
            locals[local] = operand
            let body = estimate(body)
            return Estimate(
                cost: Cost.sum(Cost.call, Cost.sum(operand.cost, body.cost)), size: body.size, element: body.element)
        }
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

    private mutating func call(_ call: CheckedNode.Call, _ type: CELType) -> Estimate {
        let arguments = call.arguments.map { estimate($0) }
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
                    Cost.sum(Cost.product(Cost.tenth(first) + 1, Cost.tenth(second) + 1), Cost.tenth(Cost.product(first, max(second, 1)))),
                    Cost.product(first, arguments.dropFirst().reduce(1) { max($0, $1.size) })
                )
            case .square: (max(Cost.call, Cost.product(first, Cost.tenth(first))), first)
            }
        let result = unknown(type, cost: 0)
        let size = result.size == 1 ? 1 : min(max(made, 1), ValueLimits.byteCount)
        return Estimate(
            cost: arguments.reduce(own) { Cost.sum($0, $1.cost) }, size: size,
            element: arguments.reduce(result.element) { max($0, $1.element) })
    }

    private mutating func comprehension(_ comprehension: CheckedComprehension, _ type: CELType) -> Estimate {
        let range = estimate(comprehension.range)
        let single = Estimate(cost: 0, size: range.element, element: max(sizes.text, sizes.elements))
        locals[comprehension.local] = comprehension.variableCount == 1 ? single : scalar(0)
        if comprehension.variableCount == 2 { locals[comprehension.local + 1] = single }
        let condition = comprehension.condition.map { estimate($0).cost } ?? 0
        let body = estimate(comprehension.body)
        let step: Int
        var result = Estimate(cost: 0, size: range.size, element: body.size)
        switch comprehension.kind {
        case .all, .exists, .existsOne:
            step = Cost.predicateStep
            result = scalar(0)
        case .filter, .sortBy:
            step = Cost.elementStep
            result.element = range.element
        case .map, .transformList: step = Cost.elementStep
        case .transformMap, .transformMapEntry:
            step = Cost.entryStep
            result.size = comprehension.kind == .transformMap ? range.size : Cost.product(range.size, body.size)
        }
        let each = Cost.sum(step, Cost.sum(condition, body.cost))
        result.cost = Cost.sum(range.cost, Cost.product(range.size, each))
        return result
    }
}

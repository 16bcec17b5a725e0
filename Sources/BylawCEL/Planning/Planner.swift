internal import BylawSource

/// Turns a checked expression into steps over a frame: attributes become slots, what is the same in every frame is
/// evaluated once, and the commonest conditions get steps of their own.
struct Planner {
    private var layout: FrameLayout
    /// Whether each part is written down when evaluated; then no step does the work of two parts.
    private let isRecording: Bool
    private var slots: [Int] = []
    private var localCount = 0
    /// A frame without slots, for what is evaluated while planning.
    private let scratch = Frame(FrameLayout(), costLimit: 10_000)

    private init(_ layout: FrameLayout, isRecording: Bool) {
        self.layout = layout
        self.isRecording = isRecording
    }

    static func plan(
        _ expression: CheckedExpression, into layout: inout FrameLayout, isRecording: Bool
    ) -> Program {
        var planner = Planner(layout, isRecording: isRecording)
        let root = planner.plan(expression.root)
        layout = planner.layout
        return Program(
            expression, root: root, localCount: planner.localCount, slots: planner.slots, layout: layout)
    }

    private mutating func plan(_ node: CheckedNode) -> PlanNode {
        let planned = step(node)
        return isRecording && planned.constant == nil ? RecordingNode(planned, node.range) : planned
    }

    private mutating func step(_ node: CheckedNode) -> PlanNode {
        switch node.kind {
        case .constant(let value): return ConstantNode(value)
        case .attribute(let path): return slot(.attribute(path), cost: path.names.count, node.range)
        case .optionalAttribute(let path, let from):
            return OptionalSlotNode(slot(.attribute(path), cost: path.names.count, node.range), from: from)
        case .attributePresence(let path, let from, let isWhole): return presence(path, from, isWhole, node.range)
        case .local(let index): return LocalNode(index)
        case .hostSlot(let number): return slot(.host(number), cost: Cost.call, node.range)
        case .select(let operand, let selector, let isOptional):
            let operand = plan(operand)
            return folded(
                SelectNode(operand, selector, isOptional: isOptional, node.range), operand.constant != nil)
        case .presence(let operand, let selector):
            let operand = plan(operand)
            return folded(PresenceNode(operand, selector, node.range), operand.constant != nil)
        case .index(let operand, let index, let isOptional):
            let (operand, index) = (plan(operand), plan(index))
            let isConstant = operand.constant != nil && index.constant != nil
            return folded(IndexNode(operand, index, isOptional: isOptional, node.range), isConstant)
        case .call(let call): return self.call(call, node.range)
        case .equal(let left, let right, let isNegated): return equal(plan(left), plan(right), isNegated: isNegated)
        case .membership(let element, let collection):
            let (element, collection) = (plan(element), plan(collection))
            let isConstant = element.constant != nil && collection.constant != nil
            return folded(MembershipNode(element, collection, node.range), isConstant)
        case .logical(let operation, let operands):
            let operands = operands.map { plan($0) }
            let isConstant = operands.allSatisfy { $0.constant != nil }
            return folded(LogicalNode(operation, operands, node.range), isConstant)
        case .not(let operand):
            let operand = plan(operand)
            return folded(NotNode(operand, node.range), operand.constant != nil)
        case .conditional(let condition, let then, let otherwise):
            let (condition, then, otherwise) = (plan(condition), plan(then), plan(otherwise))
            let isConstant = condition.constant != nil && then.constant != nil && otherwise.constant != nil
            return folded(ConditionalNode(condition, then, otherwise, node.range), isConstant)
        case .list(let elements):
            let elements = elements.map { (node: plan($0.value), isOptional: $0.isOptional) }
            let isConstant = elements.allSatisfy { $0.node.constant != nil }
            return folded(ListNode(elements, node.range), isConstant)
        case .map(let entries):
            let entries = entries.map { (key: plan($0.key), value: plan($0.value), isOptional: $0.isOptional) }
            let isConstant = entries.allSatisfy { $0.key.constant != nil && $0.value.constant != nil }
            return folded(MapNode(entries, node.range), isConstant)
        case .comprehension(let comprehension): return self.comprehension(comprehension, node.range)
        case .bind(let local, let value, let body):
            localCount = max(localCount, local + 1)
            return BindNode(local, plan(value), plan(body))
        case .optionalMap(let operand, let local, let body, let isFlat):
            localCount = max(localCount, local + 1)
            return OptionalMapNode(plan(operand), local, plan(body), isFlat: isFlat, node.range)
        }
    }

    // MARK: Slots

    private mutating func slot(_ source: SlotSource, cost: Int, _ range: SourceRange) -> SlotNode {
        let slot = layout.slot(for: source)
        if !slots.contains(slot) { slots.append(slot) }
        return SlotNode(slot, cost: cost, range)
    }

    /// Whether an attribute is there: from the attribute's own slot, unless it is one that is costly to make.
    private mutating func presence(
        _ path: AttributePath, _ from: Int, _ isWhole: Bool, _ range: SourceRange
    ) -> PlanNode {
        if isWhole, from == path.fields.count {
            return slot(.presence(path), cost: path.names.count, range)
        }
        return SlotPresenceNode(slot(.attribute(path), cost: path.names.count, range), from: from)
    }

    // MARK: Folding

    /// The step itself, or its value where every part of it is constant and it costs little to find out.
    private func folded(_ node: PlanNode, _ isConstant: Bool) -> PlanNode {
        guard isConstant, !isRecording else { return node }
        let value = scratch.run(locals: 0) { node.evaluate(scratch) }
        if case .error(let error) = value, error.kind == .costLimit { return node }
        return ConstantNode(value)
    }

    private func equal(_ left: PlanNode, _ right: PlanNode, isNegated: Bool) -> PlanNode {
        if let slot = left as? SlotNode, case .string(let text) = right.constant {
            return SlotEqualsTextNode(slot, text, isNegated: isNegated)
        }
        if let slot = right as? SlotNode, case .string(let text) = left.constant {
            return SlotEqualsTextNode(slot, text, isNegated: isNegated)
        }
        let isConstant = left.constant != nil && right.constant != nil
        return folded(EqualNode(left, right, isNegated: isNegated), isConstant)
    }

    // MARK: Calls

    private mutating func call(_ call: CheckedNode.Call, _ range: SourceRange) -> PlanNode {
        let arguments = call.arguments.map { plan($0) }
        let isConstant = arguments.allSatisfy { $0.constant != nil }
        let site = CallSite(cost: CallCost(function: call.function), range: range)
        return folded(self.call(call, arguments, site), isConstant)
    }

    private func call(_ call: CheckedNode.Call, _ arguments: [PlanNode], _ site: CallSite) -> PlanNode {
        if let node = operation(call.function, arguments, site) { return node }
        if let first = call.overloads.first, call.overloads.allSatisfy({ $0.implementation.isFallback }) {
            // Such overloads take any second argument: it is not known which before the first has been looked at.
            if case .fallback(let decide, let finish) = first.implementation, arguments.count == 2 {
                return FallbackNode(decide, finish, arguments[0], arguments[1], site.range)
            }
        }
        guard call.overloads.count == 1, let overload = call.overloads.first else {
            let (function, overloads) = (call.function, call.overloads)
            return CallNode({ overloads.call(function, $0) }, arguments, site)
        }
        var implementation = overload.implementation
        if let preparation = overload.preparation, preparation.argument < arguments.count,
            let literal = arguments[preparation.argument].constant, !literal.isError
        {
            switch preparation.prepare(literal) {
            case .success(let prepared): implementation = prepared
            case .failure(let error): return ConstantNode(.error(error.located(at: site.range)))
            }
        }
        switch (implementation, arguments.count) {
        case (.unary(let body), 1): return UnaryCallNode(body, arguments[0], site)
        case (.binary(let body), 2): return BinaryCallNode(body, arguments[0], arguments[1], site)
        default:
            let implementation = implementation
            return CallNode({ implementation.call($0) }, arguments, site)
        }
    }

    /// Operators whose overloads are all one function of the values.
    private func operation(_ function: String, _ arguments: [PlanNode], _ site: CallSite) -> PlanNode? {
        guard arguments.count == 2 else { return nil }
        switch function {
        case "_<_": return OrderNode(.less, arguments[0], arguments[1], site.range)
        case "_<=_": return OrderNode(.lessOrEqual, arguments[0], arguments[1], site.range)
        case "_>_": return OrderNode(.greater, arguments[0], arguments[1], site.range)
        case "_>=_": return OrderNode(.greaterOrEqual, arguments[0], arguments[1], site.range)
        case "_+_": return BinaryCallNode(Value.sum, arguments[0], arguments[1], site)
        case "_-_": return BinaryCallNode(Value.difference, arguments[0], arguments[1], site)
        case "_*_": return BinaryCallNode(Value.product, arguments[0], arguments[1], site)
        case "_/_": return BinaryCallNode(Value.quotient, arguments[0], arguments[1], site)
        case "_%_": return BinaryCallNode(Value.remainder, arguments[0], arguments[1], site)
        default: return nil
        }
    }

    private mutating func comprehension(_ comprehension: CheckedComprehension, _ range: SourceRange) -> PlanNode {
        localCount = max(localCount, comprehension.local + comprehension.variableCount)
        let nodes = ComprehensionNode.Nodes(
            range: plan(comprehension.range), condition: comprehension.condition.map { plan($0) },
            body: plan(comprehension.body))
        switch comprehension.kind {
        case .all: return QuantifierNode(deciding: false, comprehension, nodes, range)
        case .exists: return QuantifierNode(deciding: true, comprehension, nodes, range)
        case .existsOne: return ExistsOneNode(comprehension, nodes, range)
        case .filter: return FilterNode(comprehension, nodes, range)
        case .map, .transformList: return TransformListNode(comprehension, nodes, range)
        case .transformMap: return TransformMapNode(givesEntries: false, comprehension, nodes, range)
        case .transformMapEntry: return TransformMapNode(givesEntries: true, comprehension, nodes, range)
        case .sortBy: return SortByNode(comprehension, nodes, range)
        }
    }
}

extension Implementation {
    var isFallback: Bool {
        if case .fallback = self { true } else { false }
    }
}

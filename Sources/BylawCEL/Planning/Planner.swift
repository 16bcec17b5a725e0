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
        return isRecording && planned.constant == nil ? RecordingNode(planned, node) : planned
    }

    // Whatever recurses here does little itself, so that a level of nesting costs little stack even where nothing is
    // optimised.

    private mutating func step(_ node: CheckedNode) -> PlanNode {
        switch node.kind {
        case .constant, .attribute, .optionalAttribute, .attributePresence, .local, .hostSlot: leaf(node)
        case .select, .presence: selection(node)
        case .index, .equal, .membership: binary(node)
        case .call: call(node)
        case .logical, .not, .conditional: logic(node)
        case .list: list(node)
        case .map: map(node)
        case .comprehension, .bind, .optionalMap: scope(node)
        }
    }

    private mutating func leaf(_ node: CheckedNode) -> PlanNode {
        switch node.kind {
        case .constant(let value): return ConstantNode(value)
        case .attribute(let path): return slot(.attribute(path), cost: path.names.count, node.range)
        case .optionalAttribute(let path, let from):
            return OptionalSlotNode(slot(.attribute(path), cost: path.names.count, node.range), from: from)
        case .attributePresence(let path, let from, let isWhole): return presence(path, from, isWhole, node.range)
        case .local(let index): return LocalNode(index)
        case .hostSlot(let number): return slot(.host(number), cost: Cost.call, node.range)
        default: return unreachable(node)
        }
    }

    /// For the other kinds of node, which `step` gives to another function.
    private func unreachable(_ node: CheckedNode) -> PlanNode {
        ConstantNode(.failure(.noSuchOverload, "no such expression").located(at: node.range))
    }

    private mutating func selection(_ node: CheckedNode) -> PlanNode {
        switch node.kind {
        case .select(let operand, let selector, let isOptional):
            let operand = plan(operand)
            return folded(SelectNode(operand, selector, isOptional: isOptional, node.range), [operand])
        case .presence(let operand, let selector):
            let operand = plan(operand)
            return folded(PresenceNode(operand, selector, node.range), [operand])
        default: return unreachable(node)
        }
    }

    private mutating func binary(_ node: CheckedNode) -> PlanNode {
        switch node.kind {
        case .index(let operand, let index, let isOptional):
            let first = plan(operand)
            let second = plan(index)
            return folded(IndexNode(first, second, isOptional: isOptional, node.range), [first, second])
        case .equal(let left, let right, let isNegated):
            let first = plan(left)
            let second = plan(right)
            return equal(first, second, isNegated: isNegated)
        case .membership(let element, let collection):
            let first = plan(element)
            let second = plan(collection)
            return membership(first, second, node.range)
        default: return unreachable(node)
        }
    }

    private mutating func logic(_ node: CheckedNode) -> PlanNode {
        switch node.kind {
        case .logical(let operation, let operands):
            let steps = plan(operands)
            return logical(operation, steps[...], node.range)
        case .not(let operand):
            let step = plan(operand)
            return folded(NotNode(step, node.range), [step])
        case .conditional(let condition, let then, let otherwise):
            let steps = plan([condition, then, otherwise])
            return folded(ConditionalNode(steps[0], steps[1], steps[2], node.range), steps)
        default: return unreachable(node)
        }
    }

    private func logical(
        _ operation: LogicalOperator, _ steps: ArraySlice<PlanNode>, _ range: SourceRange
    ) -> PlanNode {
        if steps.count == 1, let only = steps.first { return only }
        let middle = steps.startIndex + steps.count / 2
        let first = logical(operation, steps[..<middle], range)
        let second = logical(operation, steps[middle...], range)
        return folded(LogicalNode(operation, first, second, range), [first, second])
    }

    private mutating func plan(_ nodes: [CheckedNode]) -> [PlanNode] {
        var steps: [PlanNode] = []
        for node in nodes { steps.append(plan(node)) }
        return steps
    }

    private mutating func list(_ node: CheckedNode) -> PlanNode {
        guard case .list(let elements) = node.kind else { return unreachable(node) }
        let steps = plan(elements.map(\.value))
        return folded(ListNode(Array(zip(steps, elements.map(\.isOptional))), node.range), steps)
    }

    private mutating func map(_ node: CheckedNode) -> PlanNode {
        guard case .map(let entries) = node.kind else { return unreachable(node) }
        let keys = plan(entries.map(\.key))
        let values = plan(entries.map(\.value))
        let steps = entries.indices.map { (keys[$0], values[$0], entries[$0].isOptional) }
        return folded(MapNode(steps, node.range), keys + values)
    }

    private mutating func scope(_ node: CheckedNode) -> PlanNode {
        switch node.kind {
        case .comprehension(let comprehension):
            var steps = [plan(comprehension.range), plan(comprehension.body)]
            if let condition = comprehension.condition { steps.append(plan(condition)) }
            return self.comprehension(comprehension, steps, node.range)
        case .bind(let local, let value, let body):
            localCount = max(localCount, local + 1)
            let steps = plan([value, body])
            return BindNode(local, steps[0], steps[1])
        case .optionalMap(let operand, let local, let body, let isFlat):
            localCount = max(localCount, local + 1)
            let steps = plan([operand, body])
            return OptionalMapNode(steps[0], local, steps[1], isFlat: isFlat, node.range)
        default: return unreachable(node)
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
    private func folded(_ node: PlanNode, _ parts: [PlanNode]) -> PlanNode {
        guard !isRecording, parts.allSatisfy({ $0.constant != nil }) else { return node }
        let value = scratch.run(locals: 0) { node.evaluate(scratch) }
        if case .error(let error) = value, error.kind == .costLimit { return node }
        return ConstantNode(value)
    }

    private func equal(_ left: PlanNode, _ right: PlanNode, isNegated: Bool) -> PlanNode {
        guard layout.specialises else { return folded(EqualNode(left, right, isNegated: isNegated), [left, right]) }
        if case .string(let text) = right.constant, left.constant == nil {
            return EqualsTextNode(left, text, isNegated: isNegated)
        }
        if case .string(let text) = left.constant, right.constant == nil {
            return EqualsTextNode(right, text, isNegated: isNegated)
        }
        if let node = TextEqualNode(left, right, isNegated: isNegated), left.constant == nil || right.constant == nil {
            return node
        }
        return folded(EqualNode(left, right, isNegated: isNegated), [left, right])
    }

    private func membership(_ element: PlanNode, _ collection: PlanNode, _ range: SourceRange) -> PlanNode {
        if layout.specialises, element.constant == nil, case .list(let list) = collection.constant {
            return ConstantMembershipNode(element, list, range)
        }
        if layout.specialises, case .string(let text) = element.constant, let slot = collection as? SlotNode {
            return SlotMembershipNode(text, slot, range)
        }
        return folded(MembershipNode(element, collection, range), [element, collection])
    }

    // MARK: Calls

    private mutating func call(_ node: CheckedNode) -> PlanNode {
        guard case .call(let call) = node.kind else { return unreachable(node) }
        let arguments = plan(call.arguments)
        let site = CallSite(cost: CallCost(function: call.function), range: node.range)
        return folded(self.call(call, arguments, site), arguments)
    }

    private mutating func call(
        _ call: CheckedNode.Call, _ arguments: [PlanNode], _ site: CallSite
    ) -> PlanNode {
        if let node = slotCall(call.function, arguments, site) { return node }
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

    /// What is asked of an attribute, or of texts that are kept.
    private mutating func slotCall(_ function: String, _ arguments: [PlanNode], _ site: CallSite) -> PlanNode? {
        guard layout.specialises, arguments.count == 2, arguments[0].constant == nil else { return nil }
        switch function {
        case "contains":
            if let slot = arguments[0] as? SlotNode, case .string(let literal)? = arguments[1].constant,
                let place = layout.place(of: literal, inSlot: slot.slot)
            {
                return SlotContainsNode(slot, literal, place, site)
            }
            return TextContainsNode(arguments[0], arguments[1], site)
        case "orValue":
            guard let slot = arguments[0] as? OptionalSlotNode, let constant = arguments[1].constant,
                !constant.isError
            else { return nil }
            return SlotFallbackNode(slot, constant)
        default: return nil
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

    /// The step for a comprehension whose range, body and condition, if it has one, are planned.
    private mutating func comprehension(
        _ comprehension: CheckedComprehension, _ steps: [PlanNode], _ range: SourceRange
    ) -> PlanNode {
        localCount = max(localCount, comprehension.local + comprehension.variableCount)
        let nodes = ComprehensionNode.Nodes(
            range: steps[0], condition: steps.count > 2 ? steps[2] : nil, body: steps[1])
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

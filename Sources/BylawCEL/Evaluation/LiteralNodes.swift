internal import BylawSource

/// `[a, ?b]`.
final class ListNode: PlanNode, @unchecked Sendable {
    private let elements: [(node: PlanNode, isOptional: Bool)]
    private let range: SourceRange

    init(_ elements: [(node: PlanNode, isOptional: Bool)], _ range: SourceRange) {
        self.elements = elements
        self.range = range
    }

    override func evaluate(_ frame: Frame) -> Value {
        frame.charge(Cost.list)
        var values: [Value] = []
        values.reserveCapacity(elements.count)
        for element in elements {
            let value = element.node.evaluate(frame)
            if value.isError { return value }
            if !element.isOptional {
                values.append(value)
            } else if case .optional(let optional) = value {
                if let value = optional.value { values.append(value) }
            } else {
                return .noSuchOverload("[?]", value).located(at: range)
            }
        }
        return Value.list(values).located(at: range)
    }
}

/// `{a: b, ?c: d}`.
final class MapNode: PlanNode, @unchecked Sendable {
    private let entries: [(key: PlanNode, value: PlanNode, isOptional: Bool)]
    private let range: SourceRange

    init(_ entries: [(key: PlanNode, value: PlanNode, isOptional: Bool)], _ range: SourceRange) {
        self.entries = entries
        self.range = range
    }

    override func evaluate(_ frame: Frame) -> Value {
        frame.charge(Cost.map)
        var keys: [Value] = []
        var values: [Value] = []
        for entry in entries {
            let key = entry.key.evaluate(frame)
            if key.isError { return key }
            let value = entry.value.evaluate(frame)
            if value.isError { return value }
            if !entry.isOptional {
                keys.append(key)
                values.append(value)
            } else if case .optional(let optional) = value {
                guard let value = optional.value else { continue }
                keys.append(key)
                values.append(value)
            } else {
                return .noSuchOverload("{?:}", value).located(at: range)
            }
        }
        return Value.map(keys: keys, values: values).located(at: range)
    }
}

extension Value {
    /// A map, or the error that its keys cannot be one's.
    static func map(keys: [Value], values: [Value]) -> Value {
        do throws(EvaluationError) {
            return .map(try MapValue(keys: keys, values: values))
        } catch {
            return .error(error)
        }
    }
}

/// `cel.bind(name, value, body)`. The value is evaluated first, whether or not the body reads it; where it is an error,
/// only reading it is one.
final class BindNode: PlanNode, @unchecked Sendable {
    private let local: Int
    private let value: PlanNode
    private let body: PlanNode

    init(_ local: Int, _ value: PlanNode, _ body: PlanNode) {
        self.local = local
        self.value = value
        self.body = body
    }

    override func evaluate(_ frame: Frame) -> Value {
        frame.setLocal(local, value.evaluate(frame))
        return body.evaluate(frame)
    }
}

/// `operand.optMap(name, body)` and `operand.optFlatMap(name, body)`.
final class OptionalMapNode: PlanNode, @unchecked Sendable {
    private let operand: PlanNode
    private let local: Int
    private let body: PlanNode
    private let isFlat: Bool
    private let range: SourceRange

    init(_ operand: PlanNode, _ local: Int, _ body: PlanNode, isFlat: Bool, _ range: SourceRange) {
        self.operand = operand
        self.local = local
        self.body = body
        self.isFlat = isFlat
        self.range = range
    }

    override func evaluate(_ frame: Frame) -> Value {
        frame.charge(Cost.call)
        let operand = operand.evaluate(frame)
        guard case .optional(let optional) = operand else {
            return Value.noSuchOverload("optMap", operand).located(at: range)
        }
        guard let value = optional.value else { return .noOptional }
        frame.setLocal(local, value)
        let result = body.evaluate(frame)
        return isFlat || result.isError ? result : .some(result)
    }
}

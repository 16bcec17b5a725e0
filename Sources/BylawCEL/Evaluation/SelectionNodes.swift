internal import BylawSource

/// `operand.field` and `operand.?field` on what is no attribute of the frame: a map, a record in a list, an optional.
final class SelectNode: PlanNode, @unchecked Sendable {
    private let operand: PlanNode
    private let field: FieldReader
    private let isOptional: Bool
    /// Where the operand is a variable that is a record.
    private let local: Int?

    init(_ operand: PlanNode, _ selector: CheckedNode.Selector, isOptional: Bool, _ range: SourceRange) {
        self.operand = operand
        self.isOptional = isOptional
        field = FieldReader(selector, range)
        local = isOptional || field.record == nil ? nil : (operand as? LocalNode)?.index
    }

    override var textCost: Int? { local == nil ? nil : Cost.name + Cost.name }

    override func text(_ frame: Frame) -> BorrowedText? {
        guard let local, let record = field.record else { return nil }
        return frame.local(at: local)?.text(ofField: field.index, in: record)
    }

    override func evaluate(_ frame: Frame) -> Value {
        let operand = operand.evaluate(frame)
        frame.charge(Cost.name)
        switch field.read(operand) {
        case .found(let value): return isOptional ? .some(value) : value
        case .foundInOptional(let value): return .some(value)
        case .emptyOptional: return .noOptional
        case .missing(let error): return isOptional ? .noOptional : .error(error)
        case .failed(let value): return value
        }
    }
}

/// `has(operand.field)`.
final class PresenceNode: PlanNode, @unchecked Sendable {
    private let operand: PlanNode
    private let field: FieldReader

    init(_ operand: PlanNode, _ selector: CheckedNode.Selector, _ range: SourceRange) {
        self.operand = operand
        field = FieldReader(selector, range)
    }

    override func evaluate(_ frame: Frame) -> Value {
        let operand = operand.evaluate(frame)
        frame.charge(Cost.name)
        switch field.read(operand) {
        case .found, .foundInOptional: return .bool(true)
        case .emptyOptional, .missing: return .bool(false)
        case .failed(let value): return value
        }
    }
}

/// Reads one field of whatever value has it.
struct FieldReader: Sendable {
    enum Result {
        case found(Value)
        case foundInOptional(Value)
        /// The operand is an optional that is empty, or whose value lacks the field.
        case emptyOptional
        case missing(EvaluationError)
        /// The operand is an error, or has no fields.
        case failed(Value)
    }

    private let name: StringValue
    let record: RecordType?
    let index: Int
    private let missing: EvaluationError
    private let range: SourceRange

    init(_ selector: CheckedNode.Selector, _ range: SourceRange) {
        name = StringValue(selector.name)
        record = selector.record
        index = selector.index
        missing = EvaluationError(.noSuchField, "no such field `\(selector.name)`", range: range)
        self.range = range
    }

    @inline(__always)
    func read(_ operand: Value) -> Result {
        switch operand {
        case .record(let value):
            let field = value.recordType === record ? value[index] : value[String(name)]
            return field.map(Result.found) ?? .missing(missing)
        case .map(let map): return map[name].map(Result.found) ?? .missing(missing)
        case .optional(let optional): return readInside(optional)
        case .error: return .failed(operand)
        default: return .failed(Value.noSuchOverload("." + String(name), operand).located(at: range))
        }
    }

    private func readInside(_ optional: OptionalValue) -> Result {
        guard let inner = optional.value else { return .emptyOptional }
        switch read(inner) {
        case .found(let value), .foundInOptional(let value): return .foundInOptional(value)
        case .missing, .emptyOptional: return .emptyOptional
        case .failed(let value): return .failed(value)
        }
    }
}

/// `operand[index]` and `operand[?index]`.
final class IndexNode: PlanNode, @unchecked Sendable {
    private let operand: PlanNode
    private let index: PlanNode
    private let isOptional: Bool
    private let range: SourceRange

    init(_ operand: PlanNode, _ index: PlanNode, isOptional: Bool, _ range: SourceRange) {
        self.operand = operand
        self.index = index
        self.isOptional = isOptional
        self.range = range
    }

    override func evaluate(_ frame: Frame) -> Value {
        let operand = operand.evaluate(frame)
        if operand.isError { return operand }
        let index = index.evaluate(frame)
        if index.isError { return index }
        frame.charge(Cost.call)
        let value = isOptional ? Value.optionalElement(operand, index) : Value.element(operand, index)
        return value.located(at: range)
    }
}

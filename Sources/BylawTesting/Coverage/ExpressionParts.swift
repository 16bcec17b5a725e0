package import BylawCEL
import BylawSource

/// The parts of an expression that decide what it comes to.
struct ExpressionParts {
    /// A comparison of an ordered value with a constant or with a count of the standing.
    struct Threshold {
        let range: SourceRange
        let operation: BinaryOperator
        let left: Syntax
        let right: Syntax
        /// How far apart two numbers with a fraction may be and still be next to one another: one in the last place of
        /// the constant.
        let step: Double
    }

    /// Both sides of `&&`, `||` and `? :`, and the question before `?`. What `!` turns round counts as the whole, which is
    /// true where it is false.
    private(set) var branches: [SourceRange] = []
    private(set) var thresholds: [Threshold] = []
    /// Whether the whole is `true` or `false`.
    let isConstant: Bool

    /// The parts of an expression; none where it is none.
    init(_ text: String) {
        guard let expression = ParsedExpression.parse(text).0 else {
            isConstant = false
            return
        }
        isConstant = expression.root.isTruthValue
        add(partsOf: expression.root, decides: true)
    }

    /// `decides`: whether the node is a truth value that the whole comes down to.
    private mutating func add(partsOf node: Syntax, decides: Bool) {
        switch node.kind {
        case .logical(_, let operands): for operand in operands { add(branch: operand) }
        case .unary(.not, let operand): add(partsOf: operand, decides: decides)
        case .conditional(let question, let then, let otherwise):
            add(branch: question)
            for side in [then, otherwise] {
                if decides { add(branch: side) } else { add(partsOf: side, decides: false) }
            }
        case .binary(let operation, let left, let right, _):
            add(thresholdOf: node, operation, left, right)
            add(partsOf: left, decides: false)
            add(partsOf: right, decides: false)
        default:
            for part in node.parts { add(partsOf: part, decides: false) }
        }
    }

    private mutating func add(branch node: Syntax) {
        // A truth value that is written out has one way to go.
        if !node.isTruthValue { branches.append(node.range) }
        add(partsOf: node, decides: true)
    }

    private mutating func add(
        thresholdOf node: Syntax, _ operation: BinaryOperator, _ left: Syntax, _ right: Syntax
    ) {
        switch operation {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: break
        default: return
        }
        guard [left, right].contains(where: { $0.isOrderedConstant || $0.countsStanding }) else { return }
        let step = [left, right].compactMap(\.lastPlace).min() ?? 1
        thresholds.append(
            Threshold(range: node.range, operation: operation, left: left, right: right, step: step))
    }
}

extension Syntax {
    /// The nodes right below.
    package var parts: [Syntax] {
        switch kind {
        case .literal, .identifier: []
        case .select(let operand, _, _), .presence(let operand, _), .unary(_, let operand): [operand]
        case .index(let operand, let index, _): [operand, index]
        case .binary(_, let left, let right, _): [left, right]
        case .logical(_, let operands): operands
        case .conditional(let question, let then, let otherwise): [question, then, otherwise]
        case .call(_, let receiver, let arguments, _): (receiver.map { [$0] } ?? []) + arguments
        case .list(let elements): elements.map(\.value)
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .message(_, let fields): fields.map(\.value)
        case .comprehension(let comprehension):
            [comprehension.range] + (comprehension.condition.map { [$0] } ?? []) + [comprehension.body]
        case .bind(_, let value, let body): [value, body]
        case .optionalMap(let operand, _, let body, _): [operand, body]
        }
    }

    var isTruthValue: Bool { if case .literal(.bool) = kind { true } else { false } }

    /// A number, or a time or duration of a literal text.
    var isOrderedConstant: Bool {
        switch kind {
        case .literal(.int), .literal(.uint), .literal(.double): return true
        case .unary(.negate, let operand): return operand.isOrderedConstant
        case .call(let name, receiver: nil, let arguments, _):
            guard ["duration", "timestamp"].contains(name.text), arguments.count == 1 else { return false }
            if case .literal(.string) = arguments[0].kind { return true }
            return false
        default: return false
        }
    }

    /// `standing.points('tally')` or `standing.warnings('tally')`.
    fileprivate var countsStanding: Bool {
        guard case .call(let name, let receiver?, _, _) = kind, case .identifier("standing", _) = receiver.kind else {
            return false
        }
        return ["points", "warnings"].contains(name.text)
    }

    /// One in the last decimal place of a number with a fraction: 0.1 for `2.5`.
    var lastPlace: Double? {
        switch kind {
        case .literal(.double(let number)):
            var step = 1.0
            // No number that people write has more places.
            for _ in 0..<15 where (number / step).rounded() != number / step { step /= 10 }
            return step
        case .unary(.negate, let operand): return operand.lastPlace
        default: return nil
        }
    }
}

internal import BylawSource

extension Parser {
    /// How tightly an operator binds.
    enum Precedence: Int {
        case or, and, relation, addition, multiplication
    }

    /// Operands and the operators between them that wait for what follows. They wait here and not on the stack of
    /// calls, so that only brackets cost stack.
    struct Pending {
        struct Operand {
            let syntax: Syntax
            /// The operand's own place, with the parentheses around it.
            let range: SourceRange
        }

        struct Operator {
            let precedence: Precedence
            /// Nothing for `&&` and `||`.
            let binary: BinaryOperator?
            let range: SourceRange
        }

        var operands: [Operand] = []
        var operators: [Operator] = []
    }

    /// Operands and all operators between them but `? :`.
    mutating func operation() -> Syntax {
        var pending = Pending()
        while true {
            let start = range.start
            let syntax = kind == .not || kind == .minus ? signed() : member()
            pending.operands.append(.init(syntax: syntax, range: SourceRange(start, previousEnd)))
            guard let next = nextOperator else { break }
            reduce(&pending, before: next)
            pending.operators.append(next)
            advance()
        }
        reduce(&pending, before: nil)
        return pending.operands.first?.syntax ?? missing(range)
    }

    private var nextOperator: Pending.Operator? {
        let (precedence, binary): (Precedence, BinaryOperator?)
        switch kind {
        case .or: (precedence, binary) = (.or, nil)
        case .and: (precedence, binary) = (.and, nil)
        case .equal: (precedence, binary) = (.relation, .equal)
        case .notEqual: (precedence, binary) = (.relation, .notEqual)
        case .less: (precedence, binary) = (.relation, .less)
        case .lessOrEqual: (precedence, binary) = (.relation, .lessOrEqual)
        case .greater: (precedence, binary) = (.relation, .greater)
        case .greaterOrEqual: (precedence, binary) = (.relation, .greaterOrEqual)
        case .in: (precedence, binary) = (.relation, .in)
        case .plus: (precedence, binary) = (.addition, .add)
        case .minus: (precedence, binary) = (.addition, .subtract)
        case .star: (precedence, binary) = (.multiplication, .multiply)
        case .slash: (precedence, binary) = (.multiplication, .divide)
        case .percent: (precedence, binary) = (.multiplication, .remainder)
        default: return nil
        }
        return Pending.Operator(precedence: precedence, binary: binary, range: range)
    }

    /// Makes nodes of the operators that bind their operands before `next` can: all of them where nothing is next.
    private mutating func reduce(_ pending: inout Pending, before next: Pending.Operator?) {
        while let last = pending.operators.last, binds(last, before: next) {
            // A run of `&&` waits until its end, and becomes one node.
            var count = 1
            if last.binary == nil {
                while count < pending.operators.count,
                    pending.operators[pending.operators.count - 1 - count].precedence == last.precedence
                {
                    count += 1
                }
            }
            pending.operators.removeLast(count)
            let operands = Array(pending.operands.suffix(count + 1))
            pending.operands.removeLast(count + 1)
            pending.operands.append(operand(last, operands))
        }
    }

    private func binds(_ last: Pending.Operator, before next: Pending.Operator?) -> Bool {
        guard let next else { return true }
        if last.precedence == next.precedence { return last.binary != nil }
        return last.precedence.rawValue > next.precedence.rawValue
    }

    private mutating func operand(_ operation: Pending.Operator, _ operands: [Pending.Operand]) -> Pending.Operand {
        let range = operands[0].range.union(operands[operands.count - 1].range)
        let syntaxes = operands.map(\.syntax)
        let kind: Syntax.Kind =
            if let binary = operation.binary {
                .binary(binary, syntaxes[0], syntaxes[1], operatorRange: operation.range)
            } else {
                .logical(operation.precedence == .and ? .and : .or, syntaxes)
            }
        let depth = syntaxes.reduce(0) { max($0, $1.depth) }
        return Pending.Operand(syntax: node(kind, range, below: depth), range: range)
    }

    /// `!x`, `-x` and runs of them. A run is as good as its last one or two: `!!!x` is `!x`, so that no run is deep.
    mutating func signed() -> Syntax {
        let sign = kind
        let starts = signs()
        guard !starts.isEmpty else { return member() }
        guard kind == .not || (kind == .minus && sign == .not) else {
            return signed(sign, starts, member())
        }
        // The other sign follows: `!-x`.
        guard enter() else { return missing(range) }
        let operand = signed()
        leave()
        return signed(sign, starts, operand)
    }

    /// Takes a run of one sign, but not the minus that belongs to a number, and gives where those stand that count.
    private mutating func signs() -> [Int] {
        let sign = kind
        var starts: [Int] = []
        while kind == sign {
            if sign == .minus, nextKind == .int || nextKind == .double { break }
            if starts.count == 3 { starts.removeSubrange(0..<2) }
            starts.append(range.start)
            advance()
        }
        if starts.count == 3 { starts.removeSubrange(0..<2) }
        return starts
    }

    private mutating func signed(_ sign: Token.Kind, _ starts: [Int], _ operand: Syntax) -> Syntax {
        var operand = operand
        for start in starts.reversed() {
            let operation: UnaryOperator = sign == .not ? .not : .negate
            operand = node(
                .unary(operation, operand), SourceRange(start, previousEnd), below: operand.depth)
        }
        return operand
    }
}

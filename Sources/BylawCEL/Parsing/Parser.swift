internal import BylawSource

/// Recursive descent over the tokens, one function a level of precedence. After an error it goes on behind the
/// innermost bracket or comma, so that one parse tells several.
struct Parser {
    private let lexer: Lexer
    let limits: ExpressionLimits
    let expandsMacros: Bool
    private(set) var problems: [ExpressionProblem]
    private var cursor = 0
    private var nesting = 0
    private var nodes = 0
    /// Whether the last error's surroundings have not been left yet: what is wrong there is a consequence.
    private var isRecovering = false
    /// Whether a limit was passed: nothing more is read.
    private var hasStopped = false

    init(_ lexer: Lexer, limits: ExpressionLimits, expandsMacros: Bool) {
        self.lexer = lexer
        self.limits = limits
        self.expandsMacros = expandsMacros
        problems = lexer.problems
    }

    /// The whole text as one expression. What it gives is of use only where ``problems`` is empty.
    mutating func parse() -> Syntax {
        let root = expression()
        while kind != .end {
            unexpected("an operator")
            advance()
        }
        problems.sort { $0.range.start < $1.range.start }
        return root
    }

    // MARK: Tokens

    var kind: Token.Kind { hasStopped ? .end : lexer.tokens[cursor].kind }
    var range: SourceRange { lexer.tokens[cursor].range }
    /// The offset behind the token before this one.
    var previousEnd: Int { cursor > 0 ? lexer.tokens[cursor - 1].range.end : 0 }

    func text(_ range: SourceRange) -> String { lexer.text(range) }

    func bytes(_ range: SourceRange) -> ArraySlice<UInt8> { lexer.bytes[range.start..<range.end] }

    var nextKind: Token.Kind { cursor + 1 < lexer.tokens.count ? lexer.tokens[cursor + 1].kind : .end }

    mutating func advance() {
        if cursor + 1 < lexer.tokens.count { cursor += 1 }
    }

    mutating func take(_ wanted: Token.Kind) -> Bool {
        guard kind == wanted else { return false }
        advance()
        return true
    }

    // MARK: Errors

    mutating func report(
        _ code: String, _ message: String, at range: SourceRange, labels: [ExpressionProblem.Label] = [],
        help: String? = nil
    ) {
        report(ExpressionProblem(code, message, at: range, labels: labels, help: help))
    }

    mutating func report(_ problem: ExpressionProblem) {
        if problems.count < ExpressionLimits.problems { problems.append(problem) }
    }

    /// Says that another thing was expected here, unless the last error is still being recovered from.
    mutating func unexpected(_ expectation: String) {
        guard !isRecovering, !hasStopped else { return }
        isRecovering = true
        // What the lexer could not read stands in no token: its error has said all.
        if lexer.problems.contains(where: { $0.range.end <= range.start && $0.range.start >= previousEnd }) { return }
        if kind == .end {
            report("syntax", "the expression ends where \(expectation) should follow", at: range)
            return
        }
        let found = text(range)
        let help: String? =
            switch found {
            case "and", "AND": "write `&&`"
            case "or", "OR": "write `||`"
            case "not", "NOT": "write `!`"
            case "is", "equals": "write `==`"
            default: nil
            }
        report("syntax", "`\(found)` stands where \(expectation) should", at: range, help: help)
    }

    /// Ends the parse: a limit was passed.
    mutating func stop(_ code: String, _ message: String, at range: SourceRange) {
        guard !hasStopped else { return }
        report(code, message, at: range)
        hasStopped = true
    }

    /// Goes to the next of `kinds` at this level of brackets, or to the bracket that ends the level.
    mutating func recover(to kinds: Token.Kind...) {
        var level = 0
        while kind != .end {
            if level == 0, kinds.contains(kind) { break }
            switch kind {
            case .leftParenthesis, .leftBracket, .leftBrace: level += 1
            case .rightParenthesis, .rightBracket, .rightBrace:
                if level == 0 { return }
                level -= 1
            default: break
            }
            advance()
        }
        isRecovering = false
    }

    /// Says that what was wrong has been left behind.
    mutating func recovered() { isRecovering = false }

    /// Takes a closing bracket, or says that it is missing and goes behind it.
    mutating func close(_ closer: Token.Kind, _ spelling: String, openedAt opener: SourceRange) {
        if take(closer) {
            isRecovering = false
            return
        }
        if !isRecovering, !hasStopped, kind == .end {
            isRecovering = true
            report("syntax", "`\(text(opener))` is never closed", at: opener, help: "`\(spelling)` is missing")
        }
        unexpected("`\(spelling)`")
        recover(to: closer)
        if kind == closer { advance() }
    }

    // MARK: Nodes

    /// Makes a node, and sees to the limits on depth and number.
    mutating func node(_ kind: Syntax.Kind, _ range: SourceRange, below depth: Int = 0) -> Syntax {
        nodes += 1
        if depth >= limits.depth {
            stop("too-deep", "the expression nests deeper than \(limits.depth) levels", at: range)
        }
        if nodes > limits.nodes {
            stop("too-many-nodes", "the expression has more than \(limits.nodes) parts", at: range)
        }
        return Syntax(kind: kind, range: range, depth: depth + 1)
    }

    /// Stands for what could not be read.
    func missing(_ range: SourceRange) -> Syntax { Syntax(kind: .literal(.null), range: range, depth: 1) }

    // MARK: Precedence

    /// A whole expression: `a ? b : c` and all that binds tighter.
    mutating func expression() -> Syntax {
        guard nesting < limits.depth else {
            stop("too-deep", "the expression nests deeper than \(limits.depth) levels", at: range)
            return missing(range)
        }
        nesting += 1
        defer { nesting -= 1 }
        let start = range.start
        let condition = or()
        guard kind == .question else { return condition }
        advance()
        let then = or()
        guard kind == .colon else {
            unexpected("`:`")
            return condition
        }
        advance()
        let otherwise = expression()
        let depth = max(condition.depth, then.depth, otherwise.depth)
        return node(
            .conditional(condition, then: then, otherwise: otherwise), SourceRange(start, previousEnd), below: depth)
    }

    private mutating func or() -> Syntax {
        let start = range.start
        let first = and()
        guard kind == .or else { return first }
        var operands = [first]
        while take(.or) { operands.append(and()) }
        return logical(.or, operands, from: start)
    }

    private mutating func and() -> Syntax {
        let start = range.start
        let first = relation()
        guard kind == .and else { return first }
        var operands = [first]
        while take(.and) { operands.append(relation()) }
        return logical(.and, operands, from: start)
    }

    private mutating func logical(_ operation: LogicalOperator, _ operands: [Syntax], from start: Int) -> Syntax {
        node(
            .logical(operation, operands), SourceRange(start, previousEnd), below: operands.reduce(0) { max($0, $1.depth) })
    }

    private mutating func relation() -> Syntax {
        let start = range.start
        var left = addition()
        while let operation = relationOperator {
            left = binary(left, operation, from: start) { $0.addition() }
        }
        return left
    }

    private var relationOperator: BinaryOperator? {
        switch kind {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .in: .in
        default: nil
        }
    }

    private mutating func addition() -> Syntax {
        let start = range.start
        var left = multiplication()
        while kind == .plus || kind == .minus {
            left = binary(left, kind == .plus ? .add : .subtract, from: start) { $0.multiplication() }
        }
        return left
    }

    private mutating func multiplication() -> Syntax {
        let start = range.start
        var left = unary()
        while kind == .star || kind == .slash || kind == .percent {
            let operation: BinaryOperator = kind == .star ? .multiply : kind == .slash ? .divide : .remainder
            left = binary(left, operation, from: start) { $0.unary() }
        }
        return left
    }

    private mutating func binary(
        _ left: Syntax, _ operation: BinaryOperator, from start: Int, _ operand: (inout Parser) -> Syntax
    ) -> Syntax {
        let operatorRange = range
        advance()
        let right = operand(&self)
        return node(
            .binary(operation, left, right, operatorRange: operatorRange), SourceRange(start, previousEnd),
            below: max(left.depth, right.depth))
    }

    /// `!x`, `-x` and runs of them. A run is as good as its last one or two: `!!!x` is `!x`, so that no run is deep.
    private mutating func unary() -> Syntax {
        guard kind == .not || kind == .minus else { return member() }
        let sign = kind
        var ranges: [SourceRange] = []
        while kind == sign {
            if sign == .minus, nextKind == .int || nextKind == .double { break }
            if ranges.count == 3 { ranges.removeSubrange(0..<2) }
            ranges.append(range)
            advance()
        }
        if ranges.count == 3 { ranges.removeSubrange(0..<2) }
        var operand = unaryOperand(after: sign)
        for start in ranges.reversed() {
            let operation: UnaryOperator = sign == .not ? .not : .negate
            operand = node(.unary(operation, operand), SourceRange(start.start, previousEnd), below: operand.depth)
        }
        return operand
    }

    /// What follows a run of signs: a member, or (`!-x`, `-!x`) the other sign, which counts as nesting.
    private mutating func unaryOperand(after sign: Token.Kind) -> Syntax {
        guard kind == .not || (kind == .minus && sign == .not) else { return member() }
        guard nesting < limits.depth else {
            stop("too-deep", "the expression nests deeper than \(limits.depth) levels", at: range)
            return missing(range)
        }
        nesting += 1
        defer { nesting -= 1 }
        return unary()
    }
}

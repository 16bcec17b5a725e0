internal import BylawSource

/// Recursive descent over the tokens, one function a level of precedence. After an error it goes on behind the
/// innermost bracket or comma, so that one parse tells several.
struct Parser {
    private let lexer: Lexer
    let limits: ExpressionLimits
    let expandsMacros: Bool
    private(set) var problems: [ExpressionProblem]
    private var cursor = 0
    private(set) var nesting = 0
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

    // Whatever recurses here does little itself and leaves the rest to others, so that a level of nesting costs little
    // stack even where nothing is optimised.

    /// A whole expression: `a ? b : c` and all that binds tighter.
    mutating func expression() -> Syntax {
        guard enter() else { return missing(range) }
        let start = range.start
        var result = operation()
        if kind == .question { result = conditional(result, from: start) }
        leave()
        return result
    }

    /// Goes one level down. False, with an error, where that is too deep.
    mutating func enter() -> Bool {
        guard nesting < limits.nesting else {
            stop("too-deep", "the expression nests deeper than \(limits.nesting) levels", at: range)
            return false
        }
        nesting += 1
        return true
    }

    mutating func leave() { nesting -= 1 }

    private mutating func conditional(_ condition: Syntax, from start: Int) -> Syntax {
        advance()
        let then = operation()
        guard take(.colon) else {
            unexpected("`:`")
            return condition
        }
        let otherwise = expression()
        return node(
            .conditional(condition, then: then, otherwise: otherwise), SourceRange(start, previousEnd),
            below: max(condition.depth, then.depth, otherwise.depth))
    }
}

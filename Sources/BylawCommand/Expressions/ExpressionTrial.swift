import BylawCEL
import BylawSource

/// One expression that is evaluated by itself, with every library and the variables that it was given.
struct ExpressionTrial {
    /// Its value, or why it has none: at least one problem.
    enum Outcome {
        case value(Value)
        case problems([Diagnostic])
    }

    /// The expression.
    let text: String
    /// The variables.
    var bindings = Bindings()
    /// Whether names and types are checked before it is evaluated, or found out by evaluating.
    var isChecked = true
    /// Whether `has`, `all`, `map` and the like mean what they do.
    var expandsMacros = true
    /// Where names are looked for first.
    var container = ""

    /// Parses, checks and evaluates.
    func outcome() -> Outcome {
        let file = SourceFile(name: "expression", text: text)
        let (parsed, syntaxProblems) = ParsedExpression.parse(text, expandsMacros: expandsMacros)
        guard let parsed else { return .problems(syntaxProblems.map { Diagnostic($0, in: file) }) }
        var environment = Environment(libraries: Library.all)
        environment.container = container
        for (name, _) in bindings.values { environment.declare(variable: name, type: .dyn) }
        let (checked, problems) =
            isChecked ? environment.check(parsed) : (environment.withoutCheck(parsed), [])
        guard let checked else { return .problems(problems.map { Diagnostic($0, in: file) }) }
        let value = evaluate(checked)
        if case .error(let error) = value { return .problems([Diagnostic(error, in: file)]) }
        return .value(value)
    }

    private func evaluate(_ expression: CheckedExpression) -> Value {
        var layout = FrameLayout()
        let program = expression.plan(into: &layout)
        let frame = Frame(layout)
        for (slot, source) in layout.sources.enumerated() {
            // Variables of no declared record have no attributes of their own, so the path is the name alone.
            guard case .attribute(let path) = source else { continue }
            frame[slot] = bindings[path.variable]
        }
        return program.evaluate(in: frame)
    }
}

extension Diagnostic {
    /// A problem of an expression that is a file by itself.
    fileprivate init(_ problem: ExpressionProblem, in file: SourceFile) {
        self.init(
            problem.code, problem.message, at: SourceLocation(file, problem.range),
            labels: problem.labels.map { Label(SourceLocation(file, $0.range), $0.text) }, notes: problem.notes,
            help: problem.help)
    }

    /// Why an expression has no value; the whole of it where no part is to blame.
    fileprivate init(_ error: EvaluationError, in file: SourceFile) {
        let range = error.range ?? SourceRange(0, file.bytes.count)
        self.init(error.kind.code, error.message, at: SourceLocation(file, range))
    }
}

/// A function or operator of the language: its overloads and what it is for.
package struct Function: Sendable {
    /// The name it is called by; operators have cel-go's names: `_+_`, `!_`, `@in`, `_[_]`.
    package let name: String
    package let overloads: [Overload]
    /// One sentence for the table of functions.
    package let documentation: String

    package init(_ name: String, _ documentation: String, _ overloads: [Overload]) {
        self.name = name
        self.documentation = documentation
        self.overloads = overloads
    }
}

/// One signature of a function.
package struct Overload: Sendable {
    /// cel-go's name for it: `add_int64`.
    package let id: String
    /// Whether it is called as `x.f(y)`; the receiver is then the first parameter.
    package let isMember: Bool
    package let parameters: [CELType]
    /// Whether the last parameter may be given more than once: `math.greatest(1, 2, 3, 4)`.
    package let isVariadic: Bool
    package let result: CELType
    package let implementation: Implementation
    /// What can be done once where an argument is a literal.
    package let preparation: Preparation?

    package init(
        _ id: String, isMember: Bool = false, _ parameters: [CELType], isVariadic: Bool = false,
        _ result: CELType, _ implementation: Implementation, preparation: Preparation? = nil
    ) {
        self.id = id
        self.isMember = isMember
        self.parameters = parameters
        self.isVariadic = isVariadic
        self.result = result
        self.implementation = implementation
        self.preparation = preparation
    }
}

/// How an overload is computed.
///
/// Every implementation takes any values: those that it is not for give an error of kind `noSuchOverload`, and an
/// argument that is an error is given back.
package enum Implementation: Sendable {
    case nullary(@Sendable () -> Value)
    case unary(@Sendable (Value) -> Value)
    case binary(@Sendable (Value, Value) -> Value)
    case ternary(@Sendable (Value, Value, Value) -> Value)
    /// As many arguments as the overload has parameters, or more where it is variadic.
    case variadic(@Sendable ([Value]) -> Value)
    /// The second argument is evaluated only where the first does not decide: `orValue`. The first closure gives the
    /// result, or nothing where the second argument is needed, which the second closure then makes the result of.
    case fallback(@Sendable (Value) -> Value?, @Sendable (Value) -> Value)
    /// The planner has a node of its own, because not every argument is always evaluated: `&&`, `||`, `? :`.
    case planned
}

/// Work on a literal argument that is done once, when the expression is planned: compiling a regex.
package struct Preparation: Sendable {
    /// Which argument must be a literal, counted from 0; the receiver counts.
    package let argument: Int
    /// From the literal, an implementation that takes the same arguments as the overload's own, the literal included.
    /// An error means that every call gives that error.
    package let prepare: @Sendable (Value) -> Result<Implementation, EvaluationError>

    package init(
        argument: Int, prepare: @escaping @Sendable (Value) -> Result<Implementation, EvaluationError>
    ) {
        self.argument = argument
        self.prepare = prepare
    }
}

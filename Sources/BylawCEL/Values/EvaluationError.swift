package import BylawSource

/// Why an expression has no value.
///
/// The message names kinds and types, never the contents of a value: what an attribute holds may be hidden from
/// whoever reads the error.
package final class EvaluationError: Error, Sendable {
    /// What went wrong, for whoever must act on it; the message says it to people.
    package enum Kind: Sendable, Hashable {
        /// A declared attribute that the request lacks. `path[depth]` is the first part that is missing.
        case missingAttribute(path: [String], depth: Int)
        /// A name that nobody bound.
        case unknownName
        /// A record or map without that field.
        case noSuchField
        /// A map without that key, or a list index out of bounds.
        case noSuchKey
        /// No overload of the function takes these kinds of values.
        case noSuchOverload
        /// Division or remainder by zero.
        case divideByZero
        /// An integer result does not fit.
        case overflow
        /// A number, timestamp or duration outside what its type can hold.
        case range
        /// An argument that the function cannot use: a malformed regex, an unknown time zone.
        case invalidArgument
        /// A map literal with a key twice, or with a key of a type that keys cannot have.
        case invalidKey
        /// The value of `optional.none()` was asked for.
        case emptyOptional
        /// The expression cost more than it may.
        case costLimit
        /// A value became larger than it may.
        case sizeLimit
        /// A function or slot of the host failed.
        case host
    }

    package let kind: Kind
    /// One sentence, lower case, without a final full stop.
    package let message: String
    /// Which part of the expression failed, once the evaluator has said so.
    package let range: SourceRange?

    package init(_ kind: Kind, _ message: String, range: SourceRange? = nil) {
        self.kind = kind
        self.message = message
        self.range = range
    }

    /// The same error with its place; a place that is known already stays.
    package func located(at range: SourceRange) -> EvaluationError {
        self.range == nil ? EvaluationError(kind, message, range: range) : self
    }
}

extension EvaluationError {
    /// No overload of `function` takes these values. Names their types only.
    package static func noSuchOverload(_ function: String, _ arguments: Value...) -> EvaluationError {
        let types = arguments.map(\.typeName).joined(separator: ", ")
        return EvaluationError(.noSuchOverload, "no overload of `\(function)` takes (\(types))")
    }
}

extension Value {
    /// The first error among the arguments, else that no overload of `function` takes them.
    package static func noSuchOverload(_ function: String, _ arguments: Value...) -> Value {
        for argument in arguments where argument.isError { return argument }
        let types = arguments.map(\.typeName).joined(separator: ", ")
        return .failure(.noSuchOverload, "no overload of `\(function)` takes (\(types))")
    }
}

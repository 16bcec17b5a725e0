/// How large a value may become while an expression is evaluated. Reaching a limit is an error of kind
/// ``EvaluationError/Kind/sizeLimit``, raised before the memory is asked for.
package enum ValueLimits {
    /// The longest text or sequence of bytes, in bytes: 16 MiB.
    package static let byteCount = 1 << 24

    /// The longest list that a function makes: a million elements.
    package static let elementCount = 1 << 20

    /// How deeply lists, maps and optionals may lie in each other. It must suit the smallest stack that a value is
    /// compared or released on.
    package static let nesting: Int32 = 128

    static let tooLong = EvaluationError(.sizeLimit, "the result is longer than \(byteCount) bytes")

    static let tooManyElements = EvaluationError(.sizeLimit, "the result has more than \(elementCount) elements")

    static let tooDeep = EvaluationError(.sizeLimit, "the value is nested deeper than \(nesting) levels")
}

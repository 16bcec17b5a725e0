package import BylawSource

/// What a host makes of the calls that it claims: they become slots of the frame, which it fills itself.
package struct HostCalls: Sendable {
    /// The functions and methods that the host wants to see: `mentions`, `fact`, `points`.
    package let names: Set<String>
    /// Asked once for each such call, while an expression is checked.
    package let resolve: @Sendable (HostCall) -> HostAnswer

    package init(names: Set<String>, resolve: @escaping @Sendable (HostCall) -> HostAnswer) {
        self.names = names
        self.resolve = resolve
    }
}

/// A call as the host sees it.
package struct HostCall: Sendable {
    /// A receiver or an argument: what is known of it without evaluating anything.
    package struct Form: Sendable {
        package enum Kind: Sendable {
            case literal(Value)
            /// A declared variable, or fields of one. Its path is no promise that the value is there.
            case attribute(AttributePath, CELType)
            case other(CELType)
        }

        package let kind: Kind
        package let range: SourceRange

        package init(_ kind: Kind, _ range: SourceRange) {
            self.kind = kind
            self.range = range
        }
    }

    package let name: String
    package let nameRange: SourceRange
    /// `share.text` in `share.text.mentions('hedges')`.
    package let receiver: Form?
    package let arguments: [Form]
    /// The whole call.
    package let range: SourceRange
}

/// What the host says to a call.
package enum HostAnswer: Sendable {
    /// The call's value stands in this slot of the host, and has this type.
    case slot(Int, CELType)
    /// The call is none of the host's: it is looked up among the functions.
    case notMine
    /// The call is the host's, and wrong.
    case problem(code: String, message: String, help: String?, SourceRange)
}

import BylawSource

/// A condition, or a part of one, with its place and what it says.
struct ConditionPart: Sendable {
    /// How the parts below are joined, as far as one part can make another needless.
    enum Junction: Sendable {
        /// All must hold.
        case all
        /// One that holds is enough.
        case any
        case none
    }

    let formula: Formula
    let location: SourceLocation
    var parts: [ConditionPart] = []
    var junction = Junction.none
    /// Whether it is an item that decisions report by its name.
    var isReported = false
    /// Whether an author wrote the truth value itself: on purpose.
    var isWritten = false
}

internal import BylawSource

/// A node of a checked expression: what ``Syntax`` says, with every name resolved.
struct CheckedNode: Sendable {
    let kind: Kind
    /// May still hold variables of the checker; what they stand for no longer matters.
    let type: CELType
    let range: SourceRange

    indirect enum Kind: Sendable {
        case constant(Value)
        /// A declared variable, or record fields that lead on from one: one slot of the frame.
        case attribute(AttributePath)
        /// `post.?circle.visibility`: the attribute as an optional, empty where `names[from]` or what follows is missing.
        case optionalAttribute(AttributePath, from: Int)
        /// `has(post.circle)`: whether the attribute is there. What is missing before `names[from]` is an error. Whole
        /// where the attribute is a record, list or map, which nobody wants made only to be asked for.
        case attributePresence(AttributePath, from: Int, isWhole: Bool)
        /// A variable of a comprehension or binding, by how many enclose it.
        case local(Int)
        case hostSlot(Int)
        case select(CheckedNode, Selector, isOptional: Bool)
        case presence(CheckedNode, Selector)
        case index(CheckedNode, CheckedNode, isOptional: Bool)
        case call(Call)
        case equal(CheckedNode, CheckedNode, isNegated: Bool)
        case membership(CheckedNode, CheckedNode)
        case logical(LogicalOperator, [CheckedNode])
        case not(CheckedNode)
        case conditional(CheckedNode, CheckedNode, CheckedNode)
        case list([(value: CheckedNode, isOptional: Bool)])
        case map([(key: CheckedNode, value: CheckedNode, isOptional: Bool)])
        case comprehension(CheckedComprehension)
        case bind(local: Int, value: CheckedNode, body: CheckedNode)
        case optionalMap(CheckedNode, local: Int, body: CheckedNode, isFlat: Bool)
    }

    /// A field that is read from a value: by its index where the value is known to be a record of that type.
    struct Selector: Sendable {
        let name: String
        let record: RecordType?
        let index: Int
    }

    /// A call and the overloads that may fit: one, unless types are known only when evaluated.
    struct Call: Sendable {
        let function: String
        let overloads: [Overload]
        let arguments: [CheckedNode]
    }
}

/// A comprehension whose variables have places.
struct CheckedComprehension: Sendable {
    let kind: Comprehension.Kind
    let range: CheckedNode
    /// Where the first variable stands; a second one follows it.
    let local: Int
    let variableCount: Int
    let condition: CheckedNode?
    let body: CheckedNode
}

/// The keys that one kind of mapping may have: the single declaration that parsing, spelling help and editor support
/// read.
package struct Shape: Sendable {
    /// One key.
    package struct Key: Sendable {
        package let name: String
        package let isRequired: Bool
        package let value: ValueShape
        /// What the key says, in one line for policy authors.
        package let documentation: String
    }

    /// What the mapping is, in an author's words: `a rule`.
    package let name: String
    package let keys: [Key]
    /// Keys of which some must be there.
    package let choices: [Choice]

    /// Keys of which one must be there.
    package struct Choice: Sendable {
        package let keys: [String]
        /// Whether no second one may be.
        package let isExclusive: Bool

        /// Exactly one of these.
        package static func one(of keys: [String]) -> Choice { Choice(keys: keys, isExclusive: true) }

        /// At least one of these.
        package static func some(of keys: [String]) -> Choice { Choice(keys: keys, isExclusive: false) }
    }

    package init(_ name: String, _ keys: [Key], _ choices: Choice...) {
        self.name = name
        self.keys = keys
        self.choices = choices
    }
}

extension Shape {
    /// The numbers that a key may have; nil where it has none.
    func range(of key: String) -> ClosedRange<Int>? { keys.first { $0.name == key }?.value.range }
}

/// What may stand behind a key.
package indirect enum ValueShape: Sendable {
    case text
    case name
    case version
    case boolean
    /// A whole number from the first to the last.
    case integer(ClosedRange<Int>)
    case timestamp
    case duration
    /// A part of a whole: `5%`.
    case percentage
    case expression
    case condition
    /// A condition, or one with more to say of it.
    case checklistItem
    case message
    case type
    /// One of a closed list of words.
    case words([String])
    case list(ValueShape)
    /// One value or a list of them.
    case oneOrMore(ValueShape)
    /// Names of the author's own, each with such a value; `known` are words among them that mean something else.
    case named(ValueShape, known: [Shape.Key] = [])
    /// Keys of any form, each with such a value.
    case keyed(ValueShape)
    /// A part of a request: whatever attributes it has.
    case attributes
    /// Such a value, or nothing behind the key, which says something too.
    case nullable(ValueShape)
    case mapping(Shape)
    case either([ValueShape])

    fileprivate var range: ClosedRange<Int>? {
        switch self {
        case .integer(let range): range
        case .either(let shapes): shapes.lazy.compactMap(\.range).first
        default: nil
        }
    }
}

extension Shape.Key {
    /// A key that may be left out.
    package static func optional(_ name: String, _ value: ValueShape, _ documentation: String) -> Self {
        Self(name: name, isRequired: false, value: value, documentation: documentation)
    }

    /// A key that must be there.
    package static func required(_ name: String, _ value: ValueShape, _ documentation: String) -> Self {
        Self(name: name, isRequired: true, value: value, documentation: documentation)
    }
}

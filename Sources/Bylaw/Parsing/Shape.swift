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

    package init(_ name: String, _ keys: [Key]) {
        self.name = name
        self.keys = keys
    }
}

/// What may stand behind a key.
package indirect enum ValueShape: Sendable {
    case text
    case name
    case version
    case boolean
    case integer
    case timestamp
    case duration
    case window
    case expression
    case condition
    case message
    case type
    /// One of a closed list of words.
    case words([String])
    case list(ValueShape)
    /// One value or a list of them.
    case oneOrMore(ValueShape)
    /// Keys of the author's own, each with such a value.
    case named(ValueShape)
    case mapping(Shape)
    case either([ValueShape])
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

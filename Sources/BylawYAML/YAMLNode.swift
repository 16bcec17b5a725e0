package import BylawSource

/// A value in a document, with its place.
package struct YAMLNode: Sendable {
    /// The three shapes that a value can have.
    package enum Content: Sendable {
        /// Text, a number, a truth value or nothing.
        case scalar(YAMLScalar)
        /// A list, in either form.
        case sequence([YAMLNode])
        /// Keys and their values, in either form.
        case mapping(YAMLMapping)
    }

    /// What the value is.
    package let content: Content

    /// The bytes of the value in the file, quotes and brackets included; anchors, the white space around it and comments
    /// behind it are not. A value that was left out has an empty range where it would stand.
    ///
    /// An alias (`*name`) has the alias's own range, and what is inside of it that of the anchored original.
    package let range: SourceRange

    /// A node that was found at a place.
    package init(content: Content, range: SourceRange) {
        self.content = content
        self.range = range
    }
}

extension YAMLNode {
    /// The scalar, if it is one.
    package var scalar: YAMLScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The items, if it is a list.
    package var sequence: [YAMLNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// The entries, if it is a mapping.
    package var mapping: YAMLMapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    /// Whether it is null: `null`, `~`, or left out.
    package var isNull: Bool { scalar?.value == .null }

    /// The kind of value, in a policy author's words, for messages: `a list`.
    package var kind: String {
        switch content {
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .scalar(let scalar): scalar.value.kind
        }
    }
}

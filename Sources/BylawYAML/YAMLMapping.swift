package import BylawSource

/// Keys with their values, in the order in which they were written. No two keys have the same bytes.
package struct YAMLMapping: Sendable {
    /// One key with its value.
    package struct Entry: Sendable {
        /// What stands before the colon.
        package let key: YAMLKey
        /// What stands behind it; where nothing does, null with an empty range.
        package let value: YAMLNode

        /// The bytes from the key to the end of its value.
        package var range: SourceRange { key.range.union(value.range) }

        /// A key with its value.
        package init(key: YAMLKey, value: YAMLNode) {
            self.key = key
            self.value = value
        }
    }

    /// The entries as they were written; of equal keys the first alone.
    package let entries: [Entry]

    /// Whether it was written in braces.
    package let isFlow: Bool

    /// A mapping of entries whose keys differ.
    package init(entries: [Entry], isFlow: Bool) {
        self.entries = entries
        self.isFlow = isFlow
    }

    /// The value of the key with exactly these bytes. O(number of entries).
    package subscript(key: String) -> YAMLNode? {
        entries.first { $0.key.text.utf8.elementsEqual(key.utf8) }?.value
    }
}

/// A mapping's key. Its text is what was written: the keys `1` and `"1"` are the same.
package struct YAMLKey: Sendable {
    /// The scalar that the key is.
    package let scalar: YAMLScalar
    /// The key's bytes in the file, quotes included.
    package let range: SourceRange
    /// The key's decoded text.
    package var text: String { scalar.text }

    /// A key that was found at a place.
    package init(scalar: YAMLScalar, range: SourceRange) {
        self.scalar = scalar
        self.range = range
    }
}

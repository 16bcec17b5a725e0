package import BylawSource

/// Text as it was decoded, with the way back to every byte that it came from.
package struct YAMLScalar: Sendable {
    /// The five ways to write a scalar.
    package enum Style: Sendable, Hashable {
        /// `text`
        case plain
        /// `'text'`
        case singleQuoted
        /// `"text"`
        case doubleQuoted
        /// `|` and indented lines.
        case literal
        /// `>` and indented lines.
        case folded
    }

    /// What YAML 1.2's core schema makes of a scalar. Only a plain one can be more than a string.
    package enum Value: Sendable, Hashable {
        /// Nothing, `~`, `null`, `Null` or `NULL`.
        case null
        /// `true` or `false`, also with a capital or in capitals; never `yes` or `on`.
        case bool(Bool)
        /// A number written as an integer: `12`, `-3`, `0o17`, `0x1F`; `012` is twelve.
        case integer(YAMLNumber)
        /// A number written with a point or an exponent, or `.inf`, `-.inf`, `.nan`.
        case float(YAMLNumber)
        /// Everything else; the text is the scalar's ``YAMLScalar/text``.
        case string
    }

    /// The decoded text: folded, unescaped, without indentation.
    package let text: String
    /// How it was written.
    package let style: Style
    /// What it is, as far as YAML knows; the schema decides what it is taken for.
    package let value: Value
    /// The way back to the file.
    let map: ScalarMap

    /// Where a part of ``text`` was written. `range` counts UTF-8 bytes of the text; what lies outside of it is cut off.
    ///
    /// Exact for whole characters in every style: a character that was escaped gives the bytes of its escape, a space or
    /// a break that came from a folded line break the bytes of that break. An empty range gives the place before
    /// the character at its start. O(log of the number of lines and escapes).
    package func sourceRange(of range: Range<Int>) -> SourceRange {
        map.sourceRange(of: range, count: text.utf8.count)
    }
}

extension YAMLScalar {
    /// The number, whether it was written as an integer or not.
    package var number: YAMLNumber? {
        switch value {
        case .integer(let number), .float(let number): number
        case .null, .bool, .string: nil
        }
    }
}

extension YAMLScalar.Value {
    /// The kind of value, in a policy author's words, for messages: `a number`.
    package var kind: String {
        switch self {
        case .null: "nothing"
        case .bool: "`true` or `false`"
        case .integer, .float: "a number"
        case .string: "text"
        }
    }
}

package import BylawSource
package import BylawYAML

/// Something that an author wrote, with its place.
package struct Located<Value: Sendable>: Sendable {
    package let value: Value
    package let location: SourceLocation

    package init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }

    /// Another value at the same place.
    package func map<New>(_ transform: (Value) -> New) -> Located<New> {
        Located<New>(transform(value), at: location)
    }
}

/// A named entry of a section: a rule, a mask, a tally, in the order written.
package struct Named<Value: Sendable>: Sendable {
    package let name: Located<String>
    package let value: Value

    package init(_ name: Located<String>, _ value: Value) {
        self.name = name
        self.value = value
    }
}

extension Sequence {
    /// The entry of that name; names compare by their UTF-8 bytes.
    package func named<Value>(_ name: String) -> Value? where Element == Named<Value> {
        first { $0.name.value.isSameUTF8(as: name) }?.value
    }

    /// The names, in order.
    package func names<Value>() -> [String] where Element == Named<Value> {
        map(\.name.value)
    }
}

/// The text of a CEL expression and the way from its offsets back into the file.
package struct ExpressionSyntax: Sendable {
    package let text: String
    package let location: SourceLocation
    private let scalar: YAMLScalar?
    private let offset: Int

    /// The expression that a whole scalar holds.
    package init(_ scalar: YAMLScalar, at location: SourceLocation) {
        self.init(scalar.text, in: scalar, from: 0, at: location)
    }

    /// An expression that begins at the UTF-8 offset `offset` of a scalar's text, as a placeholder in a message does.
    package init(_ text: String, in scalar: YAMLScalar?, from offset: Int, at location: SourceLocation) {
        self.text = text
        self.scalar = scalar
        self.offset = offset
        self.location = location
    }

    /// Where a range of the expression's text stands in the file.
    package func location(of range: SourceRange) -> SourceLocation {
        guard let scalar else { return location }
        let mapped = scalar.sourceRange(of: offset + range.start..<offset + range.end)
        return SourceLocation(location.file, mapped)
    }

    /// A part of the text, as it is written.
    package func text(in range: SourceRange) -> String {
        let bytes = Array(text.utf8)
        return String(decoding: bytes[min(range.start, bytes.count)..<min(range.end, bytes.count)], as: UTF8.self)
    }
}

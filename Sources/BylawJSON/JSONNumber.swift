/// A number as a JSON text has it: decimal digits whose type is for a schema to say.
package struct JSONNumber: Sendable {
    /// The number as it was written: `-12.50e+3`. Always well-formed JSON.
    package let text: String

    /// A number whose text is known to be a JSON number.
    init(wellFormed text: String) {
        self.text = text
    }

    /// An integer.
    package init(_ value: Int64) {
        text = String(value)
    }

    /// An integer that may lie above those of `Int64`.
    package init(_ value: UInt64) {
        text = String(value)
    }

    /// The shortest text that reads back as `value`; nil for an infinity and for what is no number, which JSON lacks.
    package init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = value.description
    }

    /// Whether it was written without a fraction and an exponent. `2.0` is no integer literal, but its ``int`` is 2.
    package var isIntegerLiteral: Bool {
        text.utf8.allSatisfy { $0 != UInt8(ascii: ".") && $0 | 0x20 != UInt8(ascii: "e") }
    }

    /// The exact integer: of `2`, of `2.0`, of `1e3`. Nil where the number is not integral, or is no `Int64`.
    /// Decided from the decimal digits, never through a `Double`. O(length of the text).
    package var int: Int64? { DecimalDigits(text.utf8).int }

    /// The exact integer where it is not negative; nil where the number is not integral, or is no `UInt64`.
    package var uint: UInt64? { DecimalDigits(text.utf8).uint }

    /// The nearest double; nil where it overflows to an infinity. What is too small becomes zero.
    package var double: Double? {
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }
}

extension JSONNumber: Hashable {
    /// Whether both were written alike: `2` and `2.0` differ.
    package static func == (a: JSONNumber, b: JSONNumber) -> Bool {
        a.text.utf8.elementsEqual(b.text.utf8)
    }

    /// Hashes the text's bytes.
    package func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}

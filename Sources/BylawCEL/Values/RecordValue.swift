/// A value of a record type that the host declared.
package final class RecordValue: Sendable {
    package let recordType: RecordType
    /// By the field's index in ``RecordType/fields``; nothing where an optional field is absent.
    package let fields: [Value?]
    /// As ``Value/nesting``.
    let nesting: Int32

    /// A record; fields beyond the end of `fields` are absent. The host bounds how deep it is.
    package init(_ type: RecordType, _ fields: [Value?]) {
        recordType = type
        self.fields = fields
        nesting = 1 + fields.reduce(0) { max($0, $1?.nesting ?? 0) }
    }

    /// The field at an index; nothing where it is absent.
    @inlinable
    package subscript(index: Int) -> Value? {
        index >= 0 && index < fields.count ? fields[index] : nil
    }

    /// The field of that name; nothing where it is absent or not declared.
    package subscript(name: String) -> Value? {
        recordType.index(of: name).flatMap { self[$0] }
    }

    /// The type as `type(x)` gives it.
    package var typeValue: TypeValue { TypeValue(recordType.name) }
}

import BylawCEL
import BylawSource

/// Gives an attribute's value its declared type, or nothing where it is of another: what is wrong with it then is for
/// ``AttributeReader`` to say.
///
/// One object a type, which ask one another, so that nothing is copied or counted on the way. The subclasses are final and
/// hold nothing that changes.
class ValueReader: @unchecked Sendable {
    func value(_ value: UnsafePointer<AttributeValue>) -> Value? { nil }

    /// Fills a slot, where the value is of the type.
    func fill(_ slot: Int, of frame: Frame, with value: UnsafePointer<AttributeValue>) {
        if let value = self.value(value) { frame[slot] = value }
    }

    static func reader(of type: AttributeType) -> ValueReader {
        switch type {
        case .string, .text: TextReader()
        case .enumeration(let enumeration): WordReader(enumeration.values)
        case .bool: BoolReader()
        case .int: IntReader()
        case .list(let element): ListReader(reader(of: element))
        case .record(let schema): RecordReader(schema)
        case .double, .timestamp, .duration, .map: GeneralReader(type)
        }
    }
}

final class TextReader: ValueReader, @unchecked Sendable {
    override func value(_ value: UnsafePointer<AttributeValue>) -> Value? {
        if case .string(let text) = value.pointee { .string(text) } else { nil }
    }

    override func fill(_ slot: Int, of frame: Frame, with value: UnsafePointer<AttributeValue>) {
        if case .string(let text) = value.pointee { frame.setText(slot, text) }
    }
}

/// One of a closed set of words.
final class WordReader: ValueReader, @unchecked Sendable {
    private let words: [String]

    init(_ words: [String]) { self.words = words }

    private func isWord(_ text: String) -> Bool {
        for index in words.indices where words[index].isSameUTF8(as: text) { return true }
        return false
    }

    override func value(_ value: UnsafePointer<AttributeValue>) -> Value? {
        if case .string(let text) = value.pointee, isWord(text) { .string(text) } else { nil }
    }

    override func fill(_ slot: Int, of frame: Frame, with value: UnsafePointer<AttributeValue>) {
        if case .string(let text) = value.pointee, isWord(text) { frame.setText(slot, text) }
    }
}

final class BoolReader: ValueReader, @unchecked Sendable {
    override func value(_ value: UnsafePointer<AttributeValue>) -> Value? {
        if case .bool(let bool) = value.pointee { .bool(bool) } else { nil }
    }
}

final class IntReader: ValueReader, @unchecked Sendable {
    override func value(_ value: UnsafePointer<AttributeValue>) -> Value? {
        if case .int(let int) = value.pointee { .int(int) } else { nil }
    }
}

final class ListReader: ValueReader, @unchecked Sendable {
    private let element: ValueReader

    init(_ element: ValueReader) { self.element = element }

    override func value(_ value: UnsafePointer<AttributeValue>) -> Value? {
        guard case .list(let items) = value.pointee else { return nil }
        return items.withUnsafeBufferPointer { items in
            var values: [Value] = []
            values.reserveCapacity(items.count)
            guard let start = items.baseAddress else { return .list(values) }
            for index in items.indices {
                guard let value = element.value(start + index) else { return nil }
                values.append(value)
            }
            return .list(values)
        }
    }
}

final class RecordReader: ValueReader, @unchecked Sendable {
    private final class Field {
        let name: String
        let isOptional: Bool
        let reader: ValueReader

        init(_ field: RecordSchema.Field) {
            name = field.name
            isOptional = field.isOptional
            reader = .reader(of: field.type)
        }
    }

    private let type: RecordType
    private let fields: [Field]
    /// The same, not counted: a count that all threads share would slow each of them down.
    private let references: [Unmanaged<Field>]

    init(_ schema: RecordSchema) {
        type = schema.recordType
        fields = schema.fields.map(Field.init)
        references = fields.map(Unmanaged.passUnretained)
    }

    override func value(_ value: UnsafePointer<AttributeValue>) -> Value? {
        guard case .object(let attributes) = value.pointee else { return nil }
        return attributes.withUnsafeBufferPointer { attributes in
            var values: [Value?] = []
            values.reserveCapacity(fields.count)
            for reference in references {
                let isRead = reference._withUnsafeGuaranteedRef { field in
                    guard let place = attributes.place(of: field.name) else {
                        values.append(nil)
                        return field.isOptional
                    }
                    guard let value = field.reader.value(place) else { return false }
                    values.append(value)
                    return true
                }
                guard isRead else { return nil }
            }
            return .record(RecordValue(type, values))
        }
    }
}

/// Types whose values are worked out from their text, and so cost more than being looked up.
final class GeneralReader: ValueReader, @unchecked Sendable {
    private let type: AttributeType

    init(_ type: AttributeType) { self.type = type }

    override func value(_ value: UnsafePointer<AttributeValue>) -> Value? {
        let typed = AttributeReader.typed(value.pointee, as: type) { "" }
        return typed.isError ? nil : typed
    }
}

extension UnsafeBufferPointer<Attribute> {
    /// Where the value of the first attribute of a name lies; nil where there is none, or null.
    func place(of name: String) -> UnsafePointer<AttributeValue>? {
        guard let start = baseAddress else { return nil }
        for index in indices where self[index].name.isSameUTF8(as: name) {
            guard let place = (start + index).value else { return nil }
            return place.pointee.isNull ? nil : place
        }
        return nil
    }
}

extension UnsafePointer<Attribute> {
    /// Where the attribute's value lies.
    var value: UnsafePointer<AttributeValue>? { pointer(to: \.value) }
}

extension Frame {
    func setText(_ slot: Int, _ text: String) {
        let isSet: Void? = text.utf8.withContiguousStorageIfAvailable { setText(slot, $0) }
        // Only a text that is kept in another form has no bytes to copy.
        if isSet == nil { self[slot] = .string(text) }
    }
}

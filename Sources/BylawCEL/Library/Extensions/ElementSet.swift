/// Values by the language's equality, for asking whether one is there.
///
/// Everything but lists, maps, records and optionals is found by hash; those are compared one by one.
struct ElementSet {
    /// What is equal only to values of its own type.
    private enum Key: Hashable {
        case null
        case bool(Bool)
        case string(StringValue)
        case bytes(BytesValue)
        case timestamp(TimestampValue)
        case duration(DurationValue)
        case type(TypeValue)
    }

    private var keys: Set<Key> = []
    /// Numbers under the double that they are or are rounded to, which is the same for those that are equal.
    private var numbers: [Double: [Value]] = [:]
    private var others: [Value] = []

    init() {}

    init(_ list: ListValue) {
        for element in list.elements { insert(element) }
    }

    /// Adds the value; false where an equal one was there.
    @discardableResult
    mutating func insert(_ value: Value) -> Bool {
        if contains(value) { return false }
        if let key = Self.key(value) {
            keys.insert(key)
        } else if let number = Self.number(value) {
            // NaN equals nothing, so that nobody can ask for it.
            if !number.isNaN { numbers[number, default: []].append(value) }
        } else {
            others.append(value)
        }
        return true
    }

    func contains(_ value: Value) -> Bool {
        if let key = Self.key(value) { return keys.contains(key) }
        if let number = Self.number(value) { return numbers[number]?.contains { $0.isEqual(to: value) } ?? false }
        return others.contains { $0.isEqual(to: value) }
    }

    private static func key(_ value: Value) -> Key? {
        switch value {
        case .null: .null
        case .bool(let bool): .bool(bool)
        case .string(let text): .string(text)
        case .bytes(let bytes): .bytes(bytes)
        case .timestamp(let timestamp): .timestamp(timestamp)
        case .duration(let duration): .duration(duration)
        case .type(let type): .type(type)
        default: nil
        }
    }

    private static func number(_ value: Value) -> Double? {
        switch value {
        case .int(let int): Double(int)
        case .uint(let uint): Double(uint)
        case .double(let double): double
        default: nil
        }
    }
}

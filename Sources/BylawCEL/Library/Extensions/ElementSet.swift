/// Values by the language's equality, for asking whether one is there.
///
/// Bools, ints, uints and texts are found by hash as long as nothing else was inserted; beside a double, a list or
/// another value the elements are compared one by one.
struct ElementSet {
    private var keys: Set<MapKey> = []
    private var others: [Value] = []

    init() {}

    init(_ list: ListValue) {
        for element in list.elements { insert(element) }
    }

    /// Adds the value; false where an equal one was there.
    @discardableResult
    mutating func insert(_ value: Value) -> Bool {
        if contains(value) { return false }
        if let key = MapKey(declaring: value) { keys.insert(key) } else { others.append(value) }
        return true
    }

    func contains(_ value: Value) -> Bool {
        if let key = MapKey(declaring: value) {
            if keys.contains(key) { return true }
        } else if case .double(let double) = value, !double.isNaN {
            // An int equals a double that it is rounded to, so that the hash of one does not find the other.
            for key in keys where key.value.isEqual(to: value) { return true }
        }
        for other in others where other.isEqual(to: value) { return true }
        return false
    }
}

extension MapKey {
    fileprivate var value: Value {
        switch self {
        case .bool(let bool): .bool(bool)
        case .int(let int): .int(int)
        case .uint(let uint): .uint(uint)
        case .string(let text): .string(text)
        }
    }
}

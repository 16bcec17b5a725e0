/// A map from bool, int, uint or string keys to values, in the order of insertion.
///
/// Numbers that are equal are the same key: a map with the key `1` has an entry for `1u` and `1.0`.
package struct MapValue: Sendable {
    private final class Storage: Sendable {
        let keys: [Value]
        let values: [Value]
        /// Empty while the map is small enough to be searched from one end to the other.
        let index: [MapKey: Int]
        let nesting: Int32

        init(keys: [Value], values: [Value], index: [MapKey: Int]) {
            self.keys = keys
            self.values = values
            self.index = index
            nesting = 1 + Value.deepest(values)
        }
    }

    /// Maps up to this size are searched entry by entry.
    private static let linearLimit = 8

    private let storage: Storage

    /// No entries.
    package static let empty = MapValue(checkedKeys: [], values: [])

    /// A map from keys to the values at the same places. A key of another type, or one that is there already, is an
    /// error of kind ``EvaluationError/Kind/invalidKey``; so is, of kind `sizeLimit`, one that is nested deeper than
    /// ``ValueLimits/nesting``. O(n).
    package init(keys: [Value], values: [Value]) throws(EvaluationError) {
        var seen: [MapKey: Int] = [:]
        seen.reserveCapacity(keys.count)
        for (position, key) in keys.enumerated() {
            guard let mapKey = MapKey(declaring: key) else {
                throw EvaluationError(.invalidKey, "a value of type `\(key.typeName)` cannot be a map key")
            }
            guard seen.updateValue(position, forKey: mapKey) == nil else {
                throw EvaluationError(.invalidKey, "a map key of type `\(key.typeName)` is given twice")
            }
        }
        let isSmall = keys.count <= Self.linearLimit
        storage = Storage(keys: keys, values: values, index: isSmall ? [:] : seen)
        guard nesting <= ValueLimits.nesting else { throw ValueLimits.tooDeep }
    }

    private init(checkedKeys keys: [Value], values: [Value]) {
        storage = Storage(keys: keys, values: values, index: [:])
    }

    /// A map from texts, such as a JSON object's members, of which the last counts where one is repeated. The host
    /// bounds how deep it is.
    package init(members: [(StringValue, Value)]) {
        var positions: [StringValue: Int] = [:]
        var keys: [Value] = []
        var values: [Value] = []
        for (name, value) in members {
            if let position = positions[name] {
                values[position] = value
            } else {
                positions[name] = keys.count
                keys.append(.string(name))
                values.append(value)
            }
        }
        var index: [MapKey: Int] = [:]
        if keys.count > Self.linearLimit {
            index.reserveCapacity(keys.count)
            for (name, position) in positions { index[.string(name)] = position }
        }
        storage = Storage(keys: keys, values: values, index: index)
    }

    /// As ``Value/nesting``.
    var nesting: Int32 { storage.nesting }

    /// How many entries.
    package var count: Int { storage.keys.count }

    /// The keys, as they were given and in that order.
    package var keys: [Value] { storage.keys }

    /// The values, in the order of ``keys``.
    package var values: [Value] { storage.values }

    /// The value for a key, numbers being compared by value; nothing where there is none.
    package subscript(key: Value) -> Value? {
        guard let wanted = MapKey(looking: key) else { return nil }
        return position(of: wanted).map { storage.values[$0] }
    }

    /// The value for a text; nothing where there is none.
    package subscript(name: StringValue) -> Value? {
        position(of: .string(name)).map { storage.values[$0] }
    }

    private func position(of wanted: MapKey) -> Int? {
        if !storage.index.isEmpty { return storage.index[wanted] }
        return storage.keys.withUnsafeBufferPointer { keys in
            // Nearly every map's keys are texts, which need not be made into keys to be compared.
            if case .string(let name) = wanted {
                for index in keys.indices {
                    if case .string(let key) = keys[index], key == name { return index }
                }
                return nil
            }
            return keys.firstIndex { MapKey(declaring: $0) == wanted }
        }
    }
}

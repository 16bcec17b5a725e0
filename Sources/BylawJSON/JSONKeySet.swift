/// The keys of one object, so that a second one with the same bytes is noticed: `é` composed and decomposed differ.
///
/// Few keys are compared one by one; many are hashed with the process's random seed, so that no choice of keys makes it
/// quadratic. Expected O(length of the key) an insertion.
package struct JSONKeySet: Sendable {
    private var keys: [Key] = []
    private var indices: [Key: Int] = [:]

    /// No keys.
    package init() {}

    /// Keys that are known to differ.
    package init(_ keys: [String]) {
        for key in keys { _ = insert(key) }
    }

    /// Adds a key. If it is there already, returns its place among the keys (the first is 0) and adds nothing.
    package mutating func insert(_ key: String) -> Int? {
        let key = Key(text: key)
        if keys.count < Self.fewKeys {
            if let index = keys.firstIndex(of: key) { return index }
        } else {
            if indices.isEmpty {
                for (index, key) in keys.enumerated() { indices[key] = index }
            }
            if let index = indices[key] { return index }
            indices[key] = keys.count
        }
        keys.append(key)
        return nil
    }

    /// Up to here, comparing is faster than hashing.
    private static let fewKeys = 12
}

extension JSONKeySet {
    /// A string that is equal by its bytes.
    private struct Key: Hashable, Sendable {
        let text: String

        static func == (a: Key, b: Key) -> Bool {
            a.text.utf8.count == b.text.utf8.count && a.text.utf8.elementsEqual(b.text.utf8)
        }

        func hash(into hasher: inout Hasher) {
            let hashed: Void? = text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: .init($0)) }
            if hashed == nil {
                for byte in text.utf8 { hasher.combine(byte) }
            }
        }
    }
}

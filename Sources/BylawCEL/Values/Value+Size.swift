extension Value {
    /// How large the value is, as cel-go's cost model reckons: the scalars of a text, the bytes of bytes, the elements
    /// of a list, the entries of a map; 1 for everything else. O(1).
    package var costSize: Int {
        switch self {
        case .string(let text): text.scalarCount
        case .bytes(let bytes): bytes.count
        case .list(let list): list.count
        case .map(let map): map.count
        case .optional(let optional): optional.value?.costSize ?? 1
        default: 1
        }
    }
}

/// A map key in the one form that equal keys share: numbers that are equal have one form, whatever their type.
enum MapKey: Hashable {
    case bool(Bool)
    case int(Int64)
    /// Only for numbers beyond `Int64.max`.
    case uint(UInt64)
    case string(StringValue)

    /// The form of a key that a map may hold: bool, int, uint or string.
    init?(declaring value: Value) {
        switch value {
        case .bool(let bool): self = .bool(bool)
        case .int(let int): self = .int(int)
        case .uint(let uint): self = Int64(exactly: uint).map(MapKey.int) ?? .uint(uint)
        case .string(let text): self = .string(text)
        default: return nil
        }
    }

    /// The form of a value that is looked for: also a double, where it is a whole number.
    init?(looking value: Value) {
        guard case .double(let double) = value else {
            self.init(declaring: value)
            return
        }
        if let int = Int64(exactly: double) {
            self = .int(int)
        } else if let uint = UInt64(exactly: double) {
            self = .uint(uint)
        } else {
            return nil
        }
    }
}

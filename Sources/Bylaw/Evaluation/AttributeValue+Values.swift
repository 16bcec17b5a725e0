import BylawCEL

extension Value {
    /// A value of a request that no schema types: a fact's key.
    init(untyped value: AttributeValue) {
        switch value {
        case .null: self = .null
        case .bool(let bool): self = .bool(bool)
        case .int(let int): self = .int(int)
        case .double(let double): self = .double(double)
        case .string(let text): self = .string(text)
        case .list(let items): self = .list(items.map { Value(untyped: $0) })
        case .object(let attributes):
            self = .map(MapValue(members: attributes.map { (StringValue($0.name), Value(untyped: $0.value)) }))
        }
    }

    /// The string, if this is one.
    var text: String? {
        if case .string(let text) = self { String(text) } else { nil }
    }
}

/// Requests hold what masks hide: neither printing nor dumping one shows the values of its attributes.

extension AttributeValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind of value, never the value.
    public var description: String { "<\(kindName)>" }
    /// The kind of value, never the value.
    public var debugDescription: String { description }
    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Request: CustomStringConvertible, CustomDebugStringConvertible {
    /// Who does what to what.
    public var description: String {
        "Request(\(id): \(actor.type) \(actor.id), \(action.name), \(resource.type) \(resource.id))"
    }
    /// Who does what to what.
    public var debugDescription: String { description }
}

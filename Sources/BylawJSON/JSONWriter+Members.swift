/// Members of objects whose keys are always there, and always in the order of the calls.
extension JSONWriter {
    /// An object, as a value.
    @inlinable
    package mutating func object(_ body: (inout JSONWriter) -> Void) {
        beginObject()
        body(&self)
        endObject()
    }

    /// A text, or null where there is none.
    package mutating func member(_ name: String, _ text: String?) {
        key(name)
        if let text { value(text) } else { null() }
    }

    /// A number, or null where there is none.
    package mutating func member(_ name: String, _ number: Int?) {
        key(name)
        if let number { value(number) } else { null() }
    }

    /// True or false, or null where neither is known.
    package mutating func member(_ name: String, _ bool: Bool?) {
        key(name)
        if let bool { value(bool) } else { null() }
    }

    /// An object for each item.
    @inlinable
    package mutating func list<Item>(
        _ name: String, _ items: [Item], _ body: (inout JSONWriter, Item) -> Void
    ) {
        key(name)
        beginArray()
        for item in items { object { body(&$0, item) } }
        endArray()
    }

    /// A list of texts.
    package mutating func strings(_ name: String, _ texts: [String]) {
        key(name)
        beginArray()
        texts.forEach { value($0) }
        endArray()
    }
}

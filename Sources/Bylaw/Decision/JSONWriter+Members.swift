import BylawJSON

/// Members of objects whose keys are always there, and always in the order of the calls.
extension JSONWriter {
    mutating func object(_ body: (inout JSONWriter) -> Void) {
        beginObject()
        body(&self)
        endObject()
    }

    mutating func member(_ name: String, _ text: String?) {
        key(name)
        if let text { value(text) } else { null() }
    }

    mutating func member(_ name: String, _ number: Int) {
        key(name)
        value(number)
    }

    /// A number of points, or a word.
    mutating func member(_ name: String, _ threshold: Threshold) {
        key(name)
        if let points = threshold.points { value(points) } else { value(threshold.description) }
    }

    mutating func member(_ name: String, _ bool: Bool) {
        key(name)
        value(bool)
    }

    mutating func list<Item>(
        _ name: String, _ items: [Item], _ body: (inout JSONWriter, Item) -> Void
    ) {
        key(name)
        beginArray()
        for item in items { object { body(&$0, item) } }
        endArray()
    }

    mutating func strings(_ name: String, _ texts: [String]) {
        key(name)
        beginArray()
        texts.forEach { value($0) }
        endArray()
    }
}

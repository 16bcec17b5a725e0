import BylawJSON

extension JSONWriter {
    /// A text, or null where there is none.
    mutating func value(orNull text: String?) { if let text { value(text) } else { null() } }
}

/// What a ``JSONReader`` came upon.
package enum JSONToken: UInt8, Sendable {
    case beginObject
    case endObject
    case beginArray
    case endArray
    /// A member's key with its colon. The reader's `range` is the key's alone.
    case key
    case string
    case number
    case `true`
    case `false`
    case null
    /// The end of the text. Asked again, the reader says so again.
    case end
}

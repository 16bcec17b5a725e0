import BylawSource

/// What libyaml found next, in Swift's terms: texts copied, marks turned into bytes.
struct Event {
    /// What was found.
    enum Kind {
        case streamStart
        case streamEnd
        case documentStart
        case documentEnd
        case alias(String)
        case scalar(String, YAMLScalar.Style)
        case sequenceStart
        case mappingStart(isFlow: Bool)
        case collectionEnd
    }

    let kind: Kind
    /// The bytes of what was found, its anchor and tag included; of a collection's start the bracket alone.
    let range: SourceRange
    /// The anchor's name, without its `&`.
    var anchor: String?
    /// Whether a tag was written.
    var hasTag = false
}

/// What stopped libyaml.
struct SyntaxError: Error {
    /// libyaml's words for what is wrong; they are reworded before a person sees them.
    let problem: String
    /// libyaml's words for what it was at.
    let context: String
    /// The byte where it stopped.
    let offset: Int
    /// The byte where the thing begins that it was at.
    let contextOffset: Int
}

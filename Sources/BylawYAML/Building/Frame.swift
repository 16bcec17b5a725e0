import BylawSource

/// A list or mapping that is still being read.
struct Frame {
    /// What a mapping waits for.
    enum Pending {
        /// A key.
        case none
        /// This key's value.
        case key(YAMLKey)
        /// The value of a key that was refused.
        case dropped
    }

    let isMapping: Bool
    let isFlow: Bool
    /// The first byte, behind anchor and tag.
    let start: Int
    /// Behind the last byte so far.
    var end: Int
    let anchor: String?
    /// How many nodes there were before this one.
    let nodesBefore: Int
    /// The nesting inside of it: 0 while it holds scalars alone.
    var height = 0
    var items: [YAMLNode] = []
    var entries: [YAMLMapping.Entry] = []
    var pending = Pending.none
    /// Where each key stands first. Keys are told apart by their bytes; `String` would take canonical equivalents for one.
    private var keys: [[UInt8]: SourceRange] = [:]

    init(isMapping: Bool, isFlow: Bool, start: Int, anchor: String?, nodesBefore: Int) {
        self.isMapping = isMapping
        self.isFlow = isFlow
        self.start = start
        end = start
        self.anchor = anchor
        self.nodesBefore = nodesBefore
    }

    /// Notes a key; gives the place of the same key if there was one already.
    mutating func note(key: String, at range: SourceRange) -> SourceRange? {
        let bytes = Array(key.utf8)
        if let first = keys[bytes] { return first }
        keys[bytes] = range
        return nil
    }
}

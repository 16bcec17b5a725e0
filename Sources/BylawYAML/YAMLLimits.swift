/// How much a document may ask for. What goes beyond is an error with a place, never a slow load or a full memory.
package struct YAMLLimits: Sendable {
    /// The most bytes that a file may have.
    package var bytes = 1 << 20
    /// The deepest nesting of lists and mappings; the outermost counts as 1. Expanded aliases count too.
    package var depth = 64
    /// The most values and keys, expanded aliases counted each time.
    package var nodes = 100_000
    /// The most anchors (`&name`).
    package var anchors = 32
    /// The most aliases (`*name`).
    package var aliases = 128
    /// The most bytes that one scalar's decoded text may have.
    package var scalarBytes = 256 << 10
    /// The most problems that one load reports; behind the last the rest of the file is not read.
    package var problems = 100

    /// The default limits, each of which can then be set.
    package init() {}

    /// The limits that hold where nobody asks for others.
    package static let `default` = YAMLLimits()
}

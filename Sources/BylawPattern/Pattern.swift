/// A regular expression in RE2's syntax, that answers in time linear in the text whatever the pattern.
package struct Pattern: Sendable {
    /// The pattern as it was written.
    package let text: String
    /// How many groups capture; the whole match is not counted.
    package let groupCount: Int
    /// The names of the groups: as many as ``PatternMatch/groups`` has, nil for the whole match and for unnamed groups.
    package let groupNames: [String?]
    /// Every match contains at least one of these byte strings, none of which is empty. An empty list promises nothing.
    package let requiredLiterals: [[UInt8]]

    /// Reads and compiles a pattern.
    package init(_ text: String, limits: PatternLimits = .default) throws(PatternError) {
        self.text = text
        groupCount = 0
        groupNames = [nil]
        requiredLiterals = []
    }
}

public import BylawSource
import BylawYAML

/// A policy with one thing changed, which fixtures ought to notice.
public struct Mutant: Sendable {
    /// Tells it apart from the others, and stays the same wherever in the file the rule moves: the policy, the rule, what is
    /// changed, and a digest of what was written and what is written instead.
    public internal(set) var id: String
    /// The rule, mask, label, let, tally, softener or tier that is changed.
    public let owner: String
    /// What is changed, where it stands in the policy.
    public let location: SourceLocation
    /// The lines of the policy that are changed, each with `- ` before it, and what they become, with `+ `.
    public let change: [String]
    /// The policy's tree, changed.
    let root: YAMLNode
    /// Whether it changes what is looked for in texts.
    let changesTexts: Bool
}

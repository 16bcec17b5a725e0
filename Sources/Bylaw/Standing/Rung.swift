/// A threshold on a tally with what it brings.
public struct Rung: Sendable, Hashable {
    /// What reaches it.
    public var at: Threshold
    /// What it brings.
    public var sanction: SanctionKind
    /// The actions that a suspension is from; empty: every action that the policy judges.
    public var actions: [String]
    /// How long a suspension lasts; nil where it has no end.
    public var duration: Duration?
    /// The role that is lost, or granted by a recognition.
    public var role: String?
    /// The title that a recognition gives.
    public var title: String?

    /// A threshold.
    public init(
        at: Threshold, sanction: SanctionKind, actions: [String] = [], duration: Duration? = nil, role: String? = nil,
        title: String? = nil
    ) {
        self.at = at
        self.sanction = sanction
        self.actions = actions
        self.duration = duration
        self.role = role
        self.title = title
    }
}

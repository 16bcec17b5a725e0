/// A tally's terms as they stood when an act occurred: how long a point counts, what counts of one incident, and what
/// the thresholds bring.
///
/// Every strike and merit pins the digest of its terms, and the ledger keeps them: a policy that is changed later
/// changes no number of before.
public struct TallyTerms: Sendable {
    /// The policy's id.
    public let policy: String
    /// The tally's name.
    public let tally: String
    /// Until when a point counts.
    package let window: Window
    package let perIncident: PerIncident
    /// The thresholds, lowest first.
    public let ladder: [Rung]
    /// The terms as compact JSON with its keys in a fixed order: the same terms give the same bytes.
    public let canonicalBytes: [UInt8]
    /// The digest of ``canonicalBytes``: `sha256:…`.
    public let digest: String

    /// Terms; the ladder may come in any order. Of two rungs at one threshold the later in the list counts, but a
    /// policy with such a ladder is refused when it is loaded.
    package init(policy: String, tally: String, window: Window, perIncident: PerIncident, ladder: [Rung]) {
        let ladder = ladder.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
        self.policy = policy
        self.tally = tally
        self.window = window
        self.perIncident = perIncident
        self.ladder = ladder
        canonicalBytes = Self.canonicalBytes(policy, tally, window, perIncident, ladder)
        var digest = Digest()
        digest.add(canonicalBytes)
        self.digest = digest.text()
    }

    /// The rung that applies where points rise from `before` to `after`: of those crossed (`before < at <= after`) the
    /// highest, and it alone. Above the highest rung every further rise applies that one again. Nil where no rung is
    /// crossed, where points do not rise, and for a tally without a ladder.
    public func rung(before: Int, after: Int) -> Rung? {
        guard after > before, let last = ladder.last else { return nil }
        if before >= last.at { return last }
        return ladder.last { before < $0.at && $0.at <= after }
    }
}

extension TallyTerms: Hashable {
    /// Whether they are the same terms, by their digest.
    public static func == (a: TallyTerms, b: TallyTerms) -> Bool { a.digest == b.digest }

    /// Hashes the digest.
    public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

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
    /// The thresholds of points, lowest first.
    public let ladder: [Rung]
    /// What a severe act brings, whatever the points.
    public let severe: Rung?
    /// How often an act is answered with a warning in the place of points.
    public let warnings: Warnings?
    /// What a completed training lifts.
    public let training: Training?
    /// Until when and how often a strike can be appealed; nil: always.
    public let appeal: Appeal?
    /// The attribute whose value is charged in the actor's place, as the policy writes it.
    public let per: String?
    /// The terms as compact JSON with its keys in a fixed order: the same terms give the same bytes.
    public let canonicalBytes: [UInt8]
    /// The digest of ``canonicalBytes``: `sha256:…`.
    public let digest: String

    /// Terms; the ladder may come in any order. Of two rungs at one threshold the later in the list counts, but a
    /// policy with such a ladder is refused when it is loaded. Rungs of a ladder are reached by points.
    package init(
        policy: String, tally: String, window: Window, perIncident: PerIncident, ladder: [Rung], severe: Rung? = nil,
        warnings: Warnings? = nil, training: Training? = nil, appeal: Appeal? = nil, per: String? = nil
    ) {
        let ladder = ladder.enumerated().filter { $0.element.at.points != nil }
            .sorted { ($0.element.at.points ?? 0, $0.offset) < ($1.element.at.points ?? 0, $1.offset) }
            .map(\.element)
        self.policy = policy
        self.tally = tally
        self.window = window
        self.perIncident = perIncident
        self.ladder = ladder
        self.severe = severe
        self.warnings = warnings
        self.training = training
        self.appeal = appeal
        self.per = per
        canonicalBytes = Self.canonicalBytes(
            policy, tally, window, perIncident, ladder,
            Extras(severe: severe, warnings: warnings, training: training, appeal: appeal, per: per))
        var digest = Digest()
        digest.add(canonicalBytes)
        self.digest = digest.text()
    }

    /// The rung that applies where points rise from `before` to `after`: of those crossed (`before < at <= after`) the
    /// highest, and it alone. Above the highest rung every further rise applies that one again. Nil where no rung is
    /// crossed, where points do not rise, and for a tally without a ladder.
    public func rung(before: Int, after: Int) -> Rung? {
        guard after > before, let last = ladder.last, let top = last.at.points else { return nil }
        if before >= top { return last }
        return ladder.last { rung in rung.at.points.map { before < $0 && $0 <= after } ?? false }
    }
}

extension TallyTerms {
    /// That acts are warned of before they cost points.
    public struct Warnings: Sendable, Hashable {
        /// So many incidents are answered with a warning, as long as those warnings count.
        public let first: Int
        /// How long a warning counts.
        package let window: Window

        package init(first: Int, window: Window) {
            self.first = first
            self.window = window
        }
    }

    /// That a training lifts something.
    public struct Training: Sendable, Hashable {
        /// What a training can lift.
        public enum Lifts: String, Sendable, Hashable, CaseIterable {
            /// The oldest warning that counts, or the one that is named.
            case warning
            /// The points of the oldest strike that counts, or of the one that is named.
            case strike
        }

        /// What a training lifts.
        public let lifts: Lifts
        /// How long after the training it is lifted; an act that occurred in that time and is charged here, or warned of by
        /// hand, voids the training.
        public let after: Duration
        /// How many trainings count…
        public let atMost: Int?
        /// …within this window, from the moment they were completed.
        package let window: Window

        package init(lifts: Lifts, after: Duration, atMost: Int?, window: Window) {
            self.lifts = lifts
            self.after = after
            self.atMost = atMost
            self.window = window
        }
    }

    /// That what was recorded can be contested.
    public struct Appeal: Sendable, Hashable {
        /// How long from the moment it is known; nil: always.
        public let within: Duration?
        /// How often one event can be appealed; nil: as often as earlier appeals have ended.
        public let atMost: Int?

        package init(within: Duration?, atMost: Int?) {
            self.within = within
            self.atMost = atMost
        }
    }
}

extension TallyTerms: Hashable {
    /// Whether they are the same terms, by their digest.
    public static func == (a: TallyTerms, b: TallyTerms) -> Bool { a.digest == b.digest }

    /// Hashes the digest.
    public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

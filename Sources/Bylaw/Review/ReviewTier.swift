/// Who decides a held case, how many of them, and until when.
public struct ReviewTier: Sendable, Hashable {
    /// The tier's name in its policy.
    public let name: String
    /// The roles that decide.
    public let who: [String]
    /// How many votes are needed: for a verdict, or with a majority cast at all.
    public let needs: Int
    /// How many votes for the verdict of each role are needed; nil: no matter of which.
    public let each: Int?
    /// Which share of the votes decides; nil: the first verdict with enough votes.
    package let majority: Majority?
    /// How long it may take.
    public let within: Duration?
    /// What happens then; nil: it stays held.
    package let late: Late?
    /// Who may not decide: an expression over `reviewer` and `case`.
    public let recuseWhen: String?
    /// The tier that decides where too few are left.
    public let ifTooFew: String?

    package init(
        name: String, who: [String], needs: Int = 1, each: Int? = nil, majority: Majority? = nil,
        within: Duration? = nil, late: Late? = nil, recuseWhen: String? = nil, ifTooFew: String? = nil
    ) {
        self.name = name
        self.who = who
        self.needs = needs
        self.each = each
        self.majority = majority
        self.within = within
        self.late = late
        self.recuseWhen = recuseWhen
        self.ifTooFew = ifTooFew
    }
}

/// A policy's review tiers as they stood when a case opened: a policy that is changed later changes no case of before.
public struct ReviewTerms: Sendable {
    /// The policy's id.
    public let policy: String
    /// That policy's version.
    public let version: Version
    /// The tiers, in the order written.
    public let tiers: [ReviewTier]
    /// The tier that hears appeals; nil: one that did not decide the first time.
    public let appealTier: String?
    /// Until when and how often a ruling can be appealed; nil: always.
    public let appeal: TallyTerms.Appeal?
    /// The terms as compact JSON with its keys in a fixed order.
    public let canonicalBytes: [UInt8]
    /// The digest of ``canonicalBytes``: `sha256:…`.
    public let digest: String

    package init(
        policy: String, version: Version, tiers: [ReviewTier], appealTier: String? = nil,
        appeal: TallyTerms.Appeal? = nil
    ) {
        self.policy = policy
        self.version = version
        self.tiers = tiers
        self.appealTier = appealTier
        self.appeal = appeal
        canonicalBytes = Self.canonicalBytes(policy, version, tiers, appealTier, appeal)
        var digest = Digest()
        digest.add(canonicalBytes)
        self.digest = digest.text()
    }

    /// The tier of that name.
    public func tier(_ name: String) -> ReviewTier? { tiers.first { ExactText($0.name) == ExactText(name) } }
}

extension ReviewTerms: Hashable {
    /// Whether they are the same terms, by their digest.
    public static func == (a: ReviewTerms, b: ReviewTerms) -> Bool { a.digest == b.digest }

    /// Hashes the digest.
    public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

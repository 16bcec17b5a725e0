/// One entry as stores keep it: what the chain commits to, and columns by which it is found.
///
/// A store keeps rows as they are and reckons nothing with them: ``LedgerChain`` makes and checks them.
public struct LedgerRow: Sendable, Hashable {
    /// The entry's number in the ledger: 1, 2, 3 …; unique.
    public var number: Int64
    /// The entry's number among those of its subject: 1, 2, 3 …; unique with ``subject``.
    public var place: Int64
    /// The member; found by it.
    public var subject: String
    /// The event's id; unique.
    public var id: String
    /// The digest of what may be charged once only (``ChargeKey``); unique where there is one.
    public var charge: String?
    /// What it is found by beside its subject: the incident of a strike, or what people must look after.
    public var topic: String?
    /// What the chain commits to as it is: a JSON object.
    public var open: String
    /// What can be erased: a JSON object.
    public var personal: String
    /// Who recorded it, which can be erased too.
    public var by: String
    /// What the chain commits to in the place of ``personal``.
    public var personalSeal: Seal
    /// What the chain commits to in the place of ``by``.
    public var bySeal: Seal
    /// The ``mac`` of the entry before; that of the beginning is ``LedgerHead/beginning``.
    public var previous: String
    /// HMAC-SHA256 over number, place, ``open``, both seals' digests and ``previous``: 64 hexadecimal digits.
    public var mac: String

    /// A salted digest.
    public struct Seal: Sendable, Hashable {
        /// `sha256:` of salt and text.
        public var digest: String
        /// 32 hexadecimal digits; nil once the text was erased.
        public var salt: String?

        /// A seal.
        public init(digest: String, salt: String?) {
            self.digest = digest
            self.salt = salt
        }
    }

    /// A row as it was kept.
    public init(
        number: Int64, place: Int64, subject: String, id: String, charge: String?, topic: String?, open: String,
        personal: String, by: String, personalSeal: Seal, bySeal: Seal, previous: String, mac: String
    ) {
        self.number = number
        self.place = place
        self.subject = subject
        self.id = id
        self.charge = charge
        self.topic = topic
        self.open = open
        self.personal = personal
        self.by = by
        self.personalSeal = personalSeal
        self.bySeal = bySeal
        self.previous = previous
        self.mac = mac
    }
}

extension LedgerRow.Seal {
    /// A seal under a random salt.
    init(of text: String) { self.init(of: text, salt: Salt.random()) }

    init(of text: String, salt: String) {
        self.init(digest: Digest.of("seal", salt, text), salt: salt)
    }

    /// Whether it seals that text; of an erased one nothing can be said by it alone.
    func fits(_ text: String) -> Bool {
        guard let salt else { return true }
        return digest == Digest.of("seal", salt, text)
    }
}

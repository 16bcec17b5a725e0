extension LedgerError {
    /// The stable name of the kind of error: `appeal-too-late`.
    public var code: String {
        switch self {
        case .conflict: "conflict"
        case .idInUse: "id-in-use"
        case .unknownTerms: "unknown-terms"
        case .undeterminedTerms: "undetermined-terms"
        case .unknownZone: "unknown-zone"
        case .unlistedPolicy: "unlisted-policy"
        case .unknownIncident: "unknown-incident"
        case .damaged: "damaged-event"
        case .unknownEvent: "unknown-event"
        case .unreadable: "unreadable-event"
        case .notAppealable: "not-appealable"
        case .appealTooLate: "appeal-too-late"
        case .appealsUsedUp: "appeals-used-up"
        case .appealNotOpen: "appeal-not-open"
        case .noTraining: "no-training"
        case .unknownCase: "unknown-case"
        case .caseNotOpen: "case-not-open"
        case .notEligible: "not-eligible"
        case .rosterNeeded: "roster-needed"
        case .recused: "recused"
        case .mayNotSwitch: "may-not-switch"
        case .renewalsUsedUp: "renewals-used-up"
        case .damagedTerms: "damaged-terms"
        case .damagedEntry: "damaged-entry"
        case .missingEntries: "missing-entries"
        case .wrongKey: "wrong-key"
        case .keyNeeded: "key-needed"
        case .importRefused: "import-refused"
        case .unavailable: "ledger-unavailable"
        }
    }

    /// The codes of all kinds of errors.
    package static let codes = [
        "conflict",
        "id-in-use",
        "unknown-terms",
        "undetermined-terms",
        "unknown-zone",
        "unlisted-policy",
        "unknown-incident",
        "damaged-event",
        "unknown-event",
        "unreadable-event",
        "not-appealable",
        "appeal-too-late",
        "appeals-used-up",
        "appeal-not-open",
        "no-training",
        "unknown-case",
        "case-not-open",
        "not-eligible",
        "roster-needed",
        "recused",
        "may-not-switch",
        "renewals-used-up",
        "damaged-terms",
        "damaged-entry",
        "missing-entries",
        "wrong-key",
        "key-needed",
        "import-refused",
        "ledger-unavailable",
    ]
}

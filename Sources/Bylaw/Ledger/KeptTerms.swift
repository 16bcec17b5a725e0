/// Terms as a ledger keeps them under their digest.
enum KeptTerms {
    case tally(TallyTerms)
    case review(ReviewTerms)

    /// Nil where the bytes are not those of that digest.
    init?(_ bytes: [UInt8], digest: String) {
        if let tally = try? TallyTerms(canonicalBytes: bytes, digest: digest) {
            self = .tally(tally)
        } else if let review = ReviewTerms(canonicalBytes: bytes, digest: digest) {
            self = .review(review)
        } else {
            return nil
        }
    }
}

extension Standing {
    /// A member's standing at a moment, from the events alone: in whatever order they come, the same standing.
    ///
    /// 1. **What is known.** Of the member's events those count that had occurred and were recorded by then; the rest
    ///    are as if they were not there. Ids are unique.
    /// 2. **Reversals**, and appeals that succeeded, take back what they name as if it had never been, so that all that
    ///    rested on it is gone.
    /// 3. **Tallies.** A charge counts from `occurred` until its window ends or a pardon clears its points. Walking the
    ///    charges by (occurred, recorded, id), each is answered with a warning, where its terms warn first, or may cross
    ///    a rung of its own terms' ladder. The sanction begins when that was revealed: when the charge, and whatever
    ///    occurred before but came late, was known. Trainings lift warnings or points.
    /// 4. **Pardons** end the suspensions and revocations that had begun, and clear what points they knew of.
    /// 5. **Roles.** For each role its last change counts, by people or ladders. Expiry of points never gives one back.
    /// 6. **What was carried out** and rests on nothing any more must be given back.
    ///
    /// O(n log n) for n events; see ``TallyFold`` for those that come late.
    package init(
        of subject: String, at time: Timestamp, events: some Sequence<LedgerEvent>, terms: TermsBook,
        incident: String? = nil
    ) throws(LedgerError) {
        let known = events.filter { $0.known <= time }
        let fold = try StandingFold(of: subject, known, terms)
        self = fold.standing(at: time, incident: incident, lasting: fold.lasting())
    }
}

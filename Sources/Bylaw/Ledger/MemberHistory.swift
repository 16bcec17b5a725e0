/// One subject's events with what they come to, kept up as events are added.
package struct MemberHistory: Sendable {
    /// In the order of recording.
    package private(set) var events: [LedgerEvent] = []
    /// The events walked, all of them; nil where they must be walked anew.
    private var fold: StandingFold?
    /// What of the standing is the same at every moment at which all is known.
    private var lasting: Standing
    private let subject: String

    init(of subject: String) {
        self.subject = subject
        lasting = Standing(subject: subject)
    }

    /// From this moment on everything is known; nil where there is nothing.
    var horizon: Timestamp? { fold?.horizon }

    /// Adds events that were recorded after the others.
    mutating func add(_ new: [LedgerEvent], _ book: TermsBook) throws(LedgerError) {
        for event in new {
            // Out of its place, so that it is changed in place.
            guard var walked = fold.take() else { break }
            if try walked.extend(by: event, book) { fold = walked }
        }
        events += new
        if fold == nil { fold = try StandingFold(of: subject, events, book) }
        lasting = fold?.lasting() ?? Standing(subject: subject)
    }

    /// The standing at a moment. O(points that end) from the moment on at which all is known; else all is walked again.
    func standing(at time: Timestamp, incident: String? = nil, _ book: TermsBook) throws(LedgerError) -> Standing {
        guard let fold, fold.horizon.map({ $0 <= time }) ?? true else {
            return try Standing(of: subject, at: time, events: events, terms: book, incident: incident)
        }
        return fold.standing(at: time, incident: incident, lasting: lasting)
    }
}

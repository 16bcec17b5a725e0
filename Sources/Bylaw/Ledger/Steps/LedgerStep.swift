/// One step on a ledger's rows, reading and perhaps writing: where events become chained rows and rows events again.
package struct LedgerStep {
    let rows: any LedgerReading
    /// Nil in a step that only reads.
    let writing: (any LedgerWriting)?
    let chain: LedgerChain
    private let memory: LedgerMemory
    private(set) var head: LedgerHead
    /// What it was before the step.
    private let firstHead: LedgerHead
    /// The histories that this step read or changed.
    private(set) var histories: [ExactText: MemberHistory] = [:]
    private(set) var book: TermsBook

    init(reading rows: any LedgerReading, chain: LedgerChain, memory: LedgerMemory) throws {
        try self.init(rows, nil, chain, memory)
    }

    init(_ rows: any LedgerWriting, chain: LedgerChain, memory: LedgerMemory) throws {
        try self.init(rows, rows, chain, memory)
    }

    private init(
        _ rows: any LedgerReading, _ writing: (any LedgerWriting)?, _ chain: LedgerChain, _ memory: LedgerMemory
    ) throws {
        self.rows = rows
        self.writing = writing
        self.chain = chain
        self.memory = memory
        book = memory.book
        firstHead = try rows.head()
        head = firstHead
        guard head.key.isEmpty || head.key == chain.keyName else { throw LedgerError.wrongKey(expected: head.key) }
    }

    /// What is worth remembering of the step.
    var found: LedgerMemory.Found { .init(histories: histories, book: book, head: head) }

    // MARK: Reading

    /// A subject's events: what is remembered, and what was recorded since.
    package mutating func history(of subject: String) throws -> MemberHistory {
        let stored = try storedName(of: subject)
        let exact = ExactText(stored)
        if let known = histories[exact] { return known }
        let count = try rows.count(of: stored)
        var history =
            memory.history(of: stored, after: head.forgotten, taking: writing != nil)
            ?? MemberHistory(of: stored)
        if Int64(history.events.count) > count { history = MemberHistory(of: stored) }
        let known = Int64(history.events.count)
        if known < count {
            let new = try rows.rows(of: stored, after: known)
            guard known + Int64(new.count) == count,
                new.enumerated().allSatisfy({ $1.place == known + Int64($0) + 1 })
            else { throw LedgerError.missingEntries(subject: stored) }
            let events = try new.map { try chain.event($0) }
            try learnTerms(of: events)
            try history.add(events, book)
        } else if count <= 0, try !rows.rows(of: stored, after: 0).isEmpty {
            // Nobody counted them: they are as wrong as entries that are missing.
            throw LedgerError.missingEntries(subject: stored)
        }
        histories[exact] = history
        return history
    }

    package mutating func standing(of subject: String, at time: Timestamp, incident: String? = nil) throws -> Standing {
        let history = try history(of: subject)
        return try history.standing(at: time, incident: incident, book).named(subject)
    }

    /// An event by its id.
    package func event(id: String) throws -> LedgerEvent? { try rows.row(id: id).map { try chain.event($0) } }

    /// The members who have strikes for an incident, by their UTF-8.
    func subjects(struckFor incident: String) throws -> [String] {
        let events = try rows.rows(topic: incident).map { try chain.event($0) }.filter { $0.struckIncident != nil }
        return Set(events.map { ExactText($0.subject) }).sorted().map(\.text)
    }

    /// All that is remembered of terms, with those of one digest.
    mutating func terms(_ digest: String) throws -> TermsBook {
        if book[digest] == nil, let bytes = try rows.terms(digest) {
            try book.keep(TallyTerms(canonicalBytes: bytes, digest: digest))
        }
        return book
    }

    /// Looks up the terms that events pin, where they are not remembered.
    private mutating func learnTerms(of events: [LedgerEvent]) throws {
        for digest in Set(events.compactMap(\.pinnedTerms)) { _ = try terms(digest) }
    }

    /// Under which name a subject's entries stand: the pseudonym of one who was forgotten.
    func storedName(of subject: String) throws -> String {
        guard head.forgotten > 0 else { return subject }
        let pseudonym = chain.key.pseudonym(of: subject)
        return try rows.count(of: pseudonym) > 0 ? pseudonym : subject
    }

    // MARK: Writing

    /// Keeps tallies' terms.
    package mutating func keep(_ terms: [TallyTerms]) throws {
        for terms in terms {
            try book.keep(terms)
            try writing?.keep(terms: terms.canonicalBytes, digest: terms.digest)
        }
    }

    /// Adds those of several events that are new, and says what follows from them.
    package mutating func append(_ batch: [LedgerEvent], keeping terms: [TallyTerms] = []) throws -> Recording {
        try keep(terms)
        try learnTerms(of: batch)
        let batch = try batch.map { try stored($0.asRead()) }
        for event in batch { try book.check(event) }
        let known = try batch.map { try recorded(like: $0) }
        let fresh = try NewEvents.of(zip(batch, known).map { try repeated($0, $1) }, recorded: known)
        var recording = Recording(events: fresh)
        let moments = try moments(of: fresh)
        let before = try moments.map { try standing(of: $0.subject, at: $0.time) }
        for event in fresh { try insert(event) }
        for (moment, before) in zip(moments, before) {
            recording.add(before: before, after: try standing(of: moment.subject, at: moment.time))
        }
        return recording
    }

    /// For each member the moment at which all that is recorded is known, the new events too: looked at before that, what
    /// an earlier recording told already could seem new.
    private mutating func moments(of fresh: [LedgerEvent]) throws -> [(subject: String, time: Timestamp)] {
        var latest: [ExactText: Timestamp] = [:]
        for event in fresh {
            let subject = ExactText(event.subject)
            latest[subject] = max(latest[subject] ?? event.known, event.known)
        }
        return try latest.sorted { $0.key < $1.key }.map { subject, time in
            let horizon = try history(of: subject.text).horizon
            return (subject.text, max(time, horizon ?? time))
        }
    }

    private func recorded(like event: LedgerEvent) throws -> LedgerEvent? {
        let row = try event.chargeKey.flatMap { try rows.row(charge: $0.digest) } ?? rows.row(id: event.id)
        return try row.map { try chain.event($0) }
    }

    /// Drops the histories that were read: their subjects have other names now.
    mutating func forgetHistories() { histories = [:] }

    /// That one more member was forgotten.
    mutating func countForgotten() { head.forgotten += 1 }

    /// Writes down where the chain ends now.
    func end() throws {
        if head != firstHead { try writing?.setHead(head) }
    }

    /// An event as it is recorded: under the pseudonyms of a subject and of a recorder who were forgotten.
    private func stored(_ event: LedgerEvent) throws -> LedgerEvent {
        let (name, by) = (try storedName(of: event.subject), try storedName(of: event.by))
        if ExactText(name) != ExactText(event.subject) { return try event.concealed(by: chain.key, recordedBy: by) }
        return ExactText(by) == ExactText(event.by) ? event : event.recorded(by: by)
    }

    /// The recorded event where the given one is the same but for those who are named in it and were forgotten since.
    private func repeated(_ event: LedgerEvent, _ recorded: LedgerEvent?) throws -> LedgerEvent {
        guard head.forgotten > 0, let recorded, event.chargeKey == nil else { return event }
        func bare(_ event: LedgerEvent) throws -> LedgerEvent {
            try event.concealed(by: chain.key, recordedBy: Concealing(key: chain.key).text(event.by))
        }
        return try bare(event).isSame(as: bare(recorded)) ? recorded : event
    }

    mutating func insert(_ event: LedgerEvent) throws {
        guard let writing else { return }
        var history = try history(of: event.subject)
        histories[ExactText(event.subject)] = nil
        let place = Int64(history.events.count) + 1
        let row = chain.row(event, after: head, place: place)
        try writing.insert(row)
        try writing.setCount(place, of: event.subject)
        head = chain.head(head, after: row)
        try history.add([event], book)
        histories[ExactText(event.subject)] = history
    }
}

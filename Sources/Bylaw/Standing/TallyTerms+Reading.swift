import BylawJSON

extension TallyTerms {
    /// Reads ``canonicalBytes`` that a ledger kept. Throws ``LedgerError/damagedTerms(digest:)`` where they are not
    /// those of that digest: terms are never guessed.
    init(canonicalBytes bytes: [UInt8], digest: String) throws(LedgerError) {
        guard let json = try? JSONValue.parse(bytes), let terms = TallyTerms(json), terms.digest == digest else {
            throw .damagedTerms(digest: digest)
        }
        self = terms
    }

    private init?(_ json: JSONValue) {
        guard let policy = json["policy"]?.string, let tally = json["tally"]?.string,
            let window = json["within"].flatMap(Window.init),
            let perIncident = json["per-incident"]?.string.flatMap(PerIncident.init),
            let rungs = json["ladder"]?.elements
        else { return nil }
        let ladder = rungs.compactMap(Rung.init)
        guard ladder.count == rungs.count else { return nil }
        self.init(
            policy: policy, tally: tally, window: window, perIncident: perIncident, ladder: ladder,
            severe: json["severe"].flatMap(Rung.init), warnings: json["warnings"].flatMap(Warnings.init),
            training: json["training"].flatMap(Training.init), appeal: json["appeal"].flatMap(Appeal.init),
            per: json["per"]?.string)
    }
}

extension TallyTerms.Window {
    fileprivate init?(_ json: JSONValue) {
        if let text = json.string {
            if text == "forever" {
                self = .forever
            } else {
                guard let duration = Duration(policyText: text) else { return nil }
                self = .rolling(duration)
            }
            return
        }
        guard let unit = json["calendar"]?.string.flatMap(CalendarUnit.init), let zone = json["zone"]?.string else {
            return nil
        }
        let weekStarts = json["week-starts"]?.string.flatMap(Weekday.init) ?? .monday
        self = .calendar(unit, zone: zone, weekStarts: weekStarts)
    }
}

extension Rung {
    fileprivate init?(_ json: JSONValue) {
        let at: Threshold?
        if let points = json["at"]?.number?.int {
            at = .points(Int(points))
        } else {
            at = json["at"]?.string.flatMap { Threshold(word: $0) }
        }
        guard let at, let sanction = json["sanction"]?.string.flatMap(SanctionKind.init) else { return nil }
        self.init(
            at: at, sanction: sanction, actions: json["from"]?.elements?.compactMap(\.string) ?? [],
            duration: json["for"]?.string.flatMap { Duration(policyText: $0) }, role: json["role"]?.string,
            title: json["title"]?.string)
    }
}

extension TallyTerms.Warnings {
    fileprivate init?(_ json: JSONValue) {
        guard let first = json["first"]?.number?.int, let window = json["within"].flatMap(TallyTerms.Window.init) else {
            return nil
        }
        self.init(first: Int(first), window: window)
    }
}

extension TallyTerms.Training {
    fileprivate init?(_ json: JSONValue) {
        guard let lifts = json["lifts"]?.string.flatMap(Lifts.init),
            let after = json["after"]?.string.flatMap({ Duration(policyText: $0) }),
            let window = json["within"].flatMap(TallyTerms.Window.init)
        else { return nil }
        self.init(lifts: lifts, after: after, atMost: json["at-most"]?.number?.int.map { Int($0) }, window: window)
    }
}

extension TallyTerms.Appeal {
    fileprivate init?(_ json: JSONValue) {
        self.init(
            within: json["within"]?.string.flatMap { Duration(policyText: $0) },
            atMost: json["at-most"]?.number?.int.map { Int($0) })
    }
}

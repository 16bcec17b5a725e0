/// Events from named values.
extension LedgerEvent {
    /// Reads what ``fields`` wrote, whichever of it is personal. Throws ``LedgerError/unreadable(event:reason:)``.
    init(_ value: AttributeValue, by: String) throws(LedgerError) {
        let reader = EventReader(value)
        let evidence: Evidence? =
            if let value = value["evidence"] {
                try EventReader(value, of: reader.id).evidence()
            } else {
                nil
            }
        self.init(
            id: try reader.text("id"), subject: try reader.text("subject"), kind: try reader.kind(),
            occurred: try reader.time("occurred"), recorded: try reader.time("recorded"), by: by, evidence: evidence)
    }
}

extension AttributeValue {
    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }
}

/// Reads an event's fields.
private struct EventReader {
    let value: AttributeValue
    /// Names the event in errors.
    let id: String?

    init(_ value: AttributeValue, of id: String? = nil) {
        self.value = value
        self.id = id ?? value["id"]?.text
    }

    func kind() throws(LedgerError) -> LedgerEvent.Kind {
        switch try text("event") {
        case "strike": .strike(try charge())
        case "merit": .merit(try charge())
        case "warning": .warning(.init(tally: try tally(), incident: try text("incident"), rule: try optional("rule")))
        case "reversal":
            if let id = try optional("of") {
                .reversal(.event(id: id))
            } else {
                .reversal(.incident(try text("incident")))
            }
        case "expungement": .expungement(.init(tally: try tally(), event: try optional("of")))
        case "pardon":
            .pardon(.init(clears: try word("clears"), policy: try optional("policy"), tally: try optional("tally")))
        case "sanction": .sanction(try manualSanction())
        case "sanction-carried-out": .sanctionCarriedOut(try sanction())
        case "sanction-undone": .sanctionUndone(try sanction())
        case "role-granted": .roleGranted(try text("role"))
        case "role-revoked": .roleRevoked(try text("role"))
        case "fact-given": .factGiven(try fact())
        case "fact-withdrawn": .factWithdrawn(try fact())
        case "case-opened": .caseOpened(try caseOpening())
        case "vote":
            .vote(
                .init(
                    caseID: try text("case"), tier: try text("tier"), choice: try word("choice"),
                    role: try text("role")))
        case "ruling":
            .ruling(
                .init(
                    Ruling(
                        case: try text("case"), rule: try text("rule"), verdict: try word("verdict"),
                        inputs: try text("inputs")), tier: try text("tier"), incident: try text("incident")))
        case "case-closed": .caseClosed(.init(caseID: try text("case"), cause: try word("cause")))
        case "duty-opened":
            .dutyOpened(
                .init(
                    dutyID: try text("duty-id"), duty: try text("duty"), to: try optional("to"), rule: try text("rule"),
                    incident: try text("incident"), due: try optionalTime("due")))
        case "duty-closed": .dutyClosed(try text("duty-id"))
        case "appeal-opened":
            .appealOpened(
                .init(event: try text("of"), incident: try optional("incident"), due: try optionalTime("due")))
        case "appeal-upheld": .appealUpheld(try appealDecision())
        case "appeal-overturned": .appealOverturned(try appealDecision())
        case "appeal-withdrawn": .appealWithdrawn(try appealDecision())
        case "mode-switched":
            .modeSwitched(.init(mode: try text("mode"), isOn: try bool("on"), until: try optionalTime("until")))
        case "erasure": .erasure(.init(entries: try integer("entries"), extent: try text("extent")))
        case let other: throw unreadable("there is no event `\(other)`")
        }
    }

    private func charge() throws(LedgerError) -> LedgerEvent.Charge {
        .init(
            incident: try text("incident"), policy: try text("policy"), version: try version(),
            tally: try text("tally"), rule: try text("rule"), terms: try text("terms"), points: try integer("points"),
            isSevere: value["severe"] == nil ? false : try bool("severe"))
    }

    private func tally() throws(LedgerError) -> LedgerEvent.TallyReference {
        .init(
            policy: try text("policy"), version: try version(), tally: try text("tally"), terms: try text("terms"))
    }

    private func manualSanction() throws(LedgerError) -> LedgerEvent.ManualSanction {
        var duration: Duration?
        if let text = try optional("for") {
            guard let read = Duration(policyText: text) else { throw wrong("for", "a duration") }
            duration = read
        }
        return .init(
            tally: try tally(), sanction: try word("sanction"), actions: try texts("from"), duration: duration,
            role: try optional("role"), incident: try optional("incident"))
    }

    private func sanction() throws(LedgerError) -> LedgerEvent.SanctionReference {
        .init(
            policy: try text("policy"), tally: try text("tally"), event: try text("of"), at: try threshold(),
            sanction: try word("sanction"), actions: try texts("from"), role: try optional("role"))
    }

    private func threshold() throws(LedgerError) -> Threshold {
        switch value["at"] {
        case .int(let points):
            if let points = Int(exactly: points) { return .points(points) }
        case .string(let word):
            if let threshold = Threshold(word: word) { return threshold }
        default: break
        }
        throw wrong("at", "a threshold")
    }

    func evidence() throws(LedgerError) -> Evidence {
        guard case .object = value else { throw wrong("evidence", "an object") }
        return Evidence(digest: try text("digest"), salt: try optional("salt"))
    }

    private func fact() throws(LedgerError) -> LedgerEvent.FactEntry {
        guard case .object(let keys) = value["keys"] else { throw wrong("keys", "an object") }
        return .init(try text("fact"), keys, until: try optionalTime("until"))
    }

    private func caseOpening() throws(LedgerError) -> LedgerEvent.CaseOpening {
        .init(
            caseID: try text("case"), incident: try text("incident"), policy: try text("policy"),
            version: try version(), rule: try text("rule"), tier: try text("tier"),
            awaits: try optional("awaits"), late: try optional("late"),
            round: value["round"] == nil ? 0 : try integer("round"), stage: try integer("stage"),
            terms: try text("terms"), inputs: try text("inputs"), due: try optionalTime("due"),
            parties: CaseParties(
                actor: try text("subject"), subject: try text("about"), reporter: try optional("reporter"),
                others: try texts("parties")))
    }

    private func appealDecision() throws(LedgerError) -> LedgerEvent.AppealDecision {
        .init(appeal: try text("appeal"), event: try text("of"))
    }
}

extension EventReader {
    func text(_ name: String) throws(LedgerError) -> String {
        guard let text = try optional(name) else { throw wrong(name, "a string") }
        return text
    }

    /// What is there must be a string: of an event nothing is passed over.
    func optional(_ name: String) throws(LedgerError) -> String? {
        guard let value = value[name] else { return nil }
        guard let text = value.text else { throw wrong(name, "a string") }
        return text
    }

    func time(_ name: String) throws(LedgerError) -> Timestamp {
        guard let time = try optionalTime(name) else { throw wrong(name, "a point in time") }
        return time
    }

    func optionalTime(_ name: String) throws(LedgerError) -> Timestamp? {
        guard let text = try optional(name) else { return nil }
        guard let time = Timestamp(text) else { throw wrong(name, "a point in time") }
        return time
    }

    func integer(_ name: String) throws(LedgerError) -> Int {
        guard case .int(let number) = value[name], let number = Int(exactly: number) else {
            throw wrong(name, "an integer")
        }
        return number
    }

    func bool(_ name: String) throws(LedgerError) -> Bool {
        guard case .bool(let bool) = value[name] else { throw wrong(name, "true or false") }
        return bool
    }

    func texts(_ name: String) throws(LedgerError) -> [String] {
        guard let list = value[name] else { return [] }
        guard case .list(let items) = list else { throw wrong(name, "a list") }
        let texts = items.compactMap(\.text)
        guard texts.count == items.count else { throw wrong(name, "a list of strings") }
        return texts
    }

    func word<Word: RawRepresentable<String>>(_ name: String) throws(LedgerError) -> Word {
        guard let word = Word(rawValue: try text(name)) else { throw wrong(name, "a known word") }
        return word
    }

    func version() throws(LedgerError) -> Version {
        guard let version = Version(try text("version")) else { throw wrong("version", "a version") }
        return version
    }

    func wrong(_ name: String, _ wanted: String) -> LedgerError { unreadable("`\(name)` must be \(wanted)") }

    func unreadable(_ reason: String) -> LedgerError { .unreadable(event: id, reason: reason) }
}

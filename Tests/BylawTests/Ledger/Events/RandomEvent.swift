import Bylaw
import BylawTestSupport

/// Events of every kind with whatever their kind can hold, for what must be so of all of them.
///
/// Texts that could tell who a member is are taken from ``people``, all others from ``words``.
struct RandomEvents {
    static let people = ["mila", "rosy", "Zoë", "Zoe\u{308}", "u_7", ""]
    private static let words = ["", "a", "sharing", "\u{E9}", "e\u{301}", "\0", "\"\\", "日本\n語", "/", "👩‍👧"]

    var random: SeededGenerator
    /// The terms that events pin, so that a ledger takes them; nil: any text.
    private let terms: TallyTerms?

    init(seed: UInt64, terms: TallyTerms? = nil) {
        random = SeededGenerator(seed: seed)
        self.terms = terms
    }

    /// An event of that kind: one of ``kindCount``.
    mutating func event(_ kind: Int, subject: String? = nil) -> LedgerEvent {
        let subject = subject ?? person()
        return LedgerEvent(
            id: Int.random(in: 0..<3, using: &random) == 0 ? nil : "event of \(subject) \(random.next())",
            subject: subject, kind: self.kind(kind, of: subject), occurred: time(), recorded: maybe { $0.time() },
            by: person(), evidence: maybe { Evidence(of: [UInt8(truncatingIfNeeded: $0.random.next())]) })
    }

    static let kindCount = 27

    private mutating func kind(_ number: Int, of subject: String) -> LedgerEvent.Kind {
        switch number {
        case 0: .strike(charge())
        case 1: .merit(charge())
        case 2: .warning(.init(tally: tally(), incident: word(), rule: maybe { $0.word() }))
        case 3: .reversal(.event(id: person()))
        case 4: .reversal(.incident(word()))
        case 5: .expungement(.init(tally: tally(), event: maybe { $0.person() }))
        case 6: .pardon(.init(clears: one(), policy: maybe { $0.word() }, tally: maybe { $0.word() }))
        case 7:
            .sanction(
                .init(
                    tally: tally(), sanction: one(), actions: words(), duration: maybe { $0.duration() },
                    role: maybe { $0.word() }, incident: maybe { $0.word() }))
        case 8: .sanctionCarriedOut(reference())
        case 9: .sanctionUndone(reference())
        case 10: .roleGranted(word())
        case 11: .roleRevoked(word())
        case 12: .factGiven(fact())
        case 13: .factWithdrawn(fact())
        case 14: .caseOpened(opening(of: subject))
        case 15: .vote(.init(caseID: word(), tier: word(), choice: one(), role: word()))
        case 16: .ruling(ruling())
        case 17: .caseClosed(.init(caseID: word(), cause: one()))
        case 18:
            .dutyOpened(
                .init(
                    dutyID: person(), duty: word(), to: maybe { $0.person() }, rule: word(), incident: word(),
                    due: maybe { $0.time() }))
        case 19: .dutyClosed(person())
        case 20:
            .appealOpened(.init(event: person(), incident: maybe { $0.word() }, due: maybe { $0.time() }))
        case 21: .appealUpheld(.init(appeal: person(), event: person()))
        case 22: .appealOverturned(.init(appeal: person(), event: person()))
        case 23: .appealWithdrawn(.init(appeal: person(), event: person()))
        case 24: .modeSwitched(.init(mode: word(), isOn: Bool.random(using: &random), until: maybe { $0.time() }))
        case 25: .erasure(.init(entries: Int.random(in: 0...9, using: &random), extent: word()))
        default: .factGiven(.init(word(), [Attribute("by", .string(subject)), Attribute("since", value(0))]))
        }
    }
}

/// The parts.
extension RandomEvents {
    private mutating func person() -> String { Self.people.randomElement(using: &random) ?? "" }
    private mutating func word() -> String { Self.words.randomElement(using: &random) ?? "" }
    private mutating func words() -> [String] { (0..<Int.random(in: 0...2, using: &random)).map { _ in word() } }

    private mutating func one<Word: CaseIterable>() -> Word {
        guard let word = Array(Word.allCases).randomElement(using: &random) else { preconditionFailure("no words") }
        return word
    }

    private mutating func maybe<Value>(_ value: (inout Self) -> Value) -> Value? {
        Bool.random(using: &random) ? value(&self) : nil
    }

    private mutating func time() -> Timestamp {
        let seconds = Int64.random(in: -62_135_596_800...253_402_300_799, using: &random)
        let nanoseconds = maybe { Int32.random(in: 0..<1_000_000_000, using: &$0.random) } ?? 0
        let offset: Int32 = [0, 540, -150].randomElement(using: &random) ?? 0
        // At the edges of the years an offset leads out of them.
        return Timestamp(seconds: seconds, nanoseconds: nanoseconds, offsetMinutes: offset) ?? day(1)
    }

    private mutating func duration() -> Duration {
        .seconds(Int64.random(in: 0...1_000_000, using: &random))
            + .nanoseconds(maybe { Int64.random(in: 0..<1_000_000_000, using: &$0.random) } ?? 0)
    }

    private mutating func charge() -> LedgerEvent.Charge {
        let tally = tally()
        return .init(
            incident: terms == nil ? word() : "incident \(random.next())", policy: tally.policy, version: .oneTwo,
            tally: tally.tally, rule: word(), terms: tally.terms,
            points: Int.random(in: 0...(terms == nil ? 1_000_000 : 3), using: &random),
            isSevere: Bool.random(using: &random))
    }

    private mutating func tally() -> LedgerEvent.TallyReference {
        guard let terms else { return .init(policy: word(), version: .oneTwo, tally: word(), terms: word()) }
        return .init(policy: terms.policy, version: .oneTwo, tally: terms.tally, terms: terms.digest)
    }

    private mutating func reference() -> LedgerEvent.SanctionReference {
        let thresholds: [Threshold] = [.points(Int.random(in: 1...9, using: &random)), .severe, .warning, .manual]
        return .init(
            policy: word(), tally: word(), event: person(), at: thresholds.randomElement(using: &random) ?? 1,
            sanction: one(), actions: words(), role: maybe { $0.word() })
    }

    private mutating func fact() -> LedgerEvent.FactEntry {
        .init(word(), [Attribute("by", .string(person())), Attribute("of", value(2))], until: maybe { $0.time() })
    }

    private mutating func value(_ depth: Int) -> AttributeValue {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
        case 0: .null
        case 1: .bool(Bool.random(using: &random))
        case 2: .int(Int64.random(in: .min ... .max, using: &random))
        case 3: .double(Double.random(in: -9...9, using: &random))
        case 4: .string(person())
        case 5: .list((0..<Int.random(in: 0...2, using: &random)).map { _ in value(depth - 1) })
        default: .object([Attribute("a", value(depth - 1)), Attribute("b", .string(person()))])
        }
    }

    private mutating func opening(of subject: String) -> LedgerEvent.CaseOpening {
        let others = [person(), "another party"]
        return .init(
            caseID: word(), incident: word(), policy: word(), version: .oneTwo, rule: word(), tier: word(),
            awaits: maybe { $0.word() }, late: maybe { $0.word() },
            round: Int.random(in: 0...2, using: &random), stage: Int.random(in: 0...3, using: &random),
            terms: terms?.digest ?? word(), inputs: word(), due: maybe { $0.time() },
            parties: CaseParties(
                actor: subject, subject: maybe { $0.person() }, reporter: maybe { $0.person() }, others: others))
    }

    private mutating func ruling() -> LedgerEvent.Verdict {
        let verdict: Outcome = Bool.random(using: &random) ? .allow : .deny
        return .init(
            Ruling(case: word(), rule: word(), verdict: verdict, inputs: word()), tier: word(), incident: word())
    }
}

public import Bylaw
import BylawCEL

/// A statement of reasons for the member, in one language: what was decided and about what, by which published sentences,
/// by whom, what follows, and how to appeal until when. Only the community's own messages and what the decision tells
/// anyway are in it: no condition, and nothing that a mask hides.
public struct Statement: Sendable, Hashable {
    /// A rule that led to the decision.
    public struct Reason: Sendable, Hashable {
        /// What the community says about it; nil where the policy says nothing.
        public let says: String?
        /// How to put it right.
        public let mend: String?
        /// The published sentence.
        public let quote: String?
        /// What of the request it looked at, and what that said, where it may be shown.
        public let facts: [ConditionAccount.Part]
    }

    /// The language, of those that the statement's own words exist in.
    public let language: String
    /// What was decided.
    public let outcome: Outcome
    /// Why.
    public let reasons: [Reason]
    /// Whether people had a part in it.
    public let isAutomated: Bool
    /// What follows, a sentence each.
    public let consequences: [String]
    /// Until when one may appeal; nil where the policies name no time.
    public let appealBy: Timestamp?
    let request: Request
    let words: StatementWords
}

extension Evaluator {
    /// Judges a request and states the reasons to the member.
    ///
    /// - Parameter language: As the policies name it: `ja`. The first language of the policies unless given. Where a
    ///   policy has no message in it, its first language stands in; the statement's own words are English then.
    public func statement(on request: Request, standing: StandingInput, in language: String? = nil) -> Statement {
        let (decision, examined) = examine(request, standing: standing)
        let examinations = examined.filter { !$0.policy.isShadow }
        let language = language ?? examinations.first?.policy.languages.first ?? "en"
        let words = StatementWords.of(language)
        let deciding = decision.rules.filter { $0.result == .matched && $0.effect == decision.outcome }
        let shown = ShownValues(examinations)
        let reasons = deciding.map { rule -> Statement.Reason in
            let examination = examinations.first { $0.policy.id == rule.policy }
            let plan = examination?.plan.rules.first { $0.rule.name == rule.rule }
            return .init(
                says: rule.says.text(in: language), mend: rule.mend.text(in: language),
                quote: plan?.rule.source?.quote.value,
                facts: examination.flatMap { examination in
                    plan.map { shown.facts(readBy: $0, of: examination) }
                } ?? [])
        }
        let appeals = examinations.filter { examination in deciding.contains { $0.policy == examination.policy.id } }
            .compactMap { $0.policy.appeal?.within?.value }
        let isRuled = request.rulings.contains { ruling in
            deciding.contains { ruling.rule == "\($0.policy)/\($0.rule)" && ruling.verdict == $0.effect }
        }
        return Statement(
            language: words.language, outcome: decision.outcome, reasons: reasons, isAutomated: !isRuled,
            consequences: words.consequences(decision, for: request),
            // Whatever a charge costs can be appealed; a hold is not over yet.
            appealBy: decision.outcome == .deny ? appeals.min().map(request.time.advanced) : nil,
            request: request, words: words)
    }
}

extension ShownValues {
    /// How many attributes are told of.
    private static let mostFacts = 6

    /// The attributes that a rule looks at and that may be shown. What the host says of the context is its own view of the
    /// member, and not for this.
    fileprivate func facts(readBy rule: RulePlan, of examination: PolicyExamination) -> [ConditionAccount.Part] {
        let paths = examination.plan.attributes(readBy: rule).filter { $0.part != .context && !isHidden($0) }
            .sorted { $0.description.utf8.lexicographicallyPrecedes($1.description.utf8) }
        return paths.compactMap { path in
            guard let value = examination.value(at: path), !value.isRecord else { return nil }
            let text = text(of: value, from: [path])
            return text == Self.hidden ? nil : .init(text: path.description, value: text)
        }.prefix(Self.mostFacts).map(\.self)
    }
}

extension Value {
    fileprivate var isRecord: Bool { if case .record = self { true } else { false } }
}

extension [Decision.LocalizedText] {
    /// The text in a language; in the first there is where there is none.
    fileprivate func text(in language: String) -> String? {
        (first { $0.language == language } ?? first)?.text
    }
}

import Bylaw

/// The fixed words of a rule book in one language. What members are told is the policies' own.
///
/// Numbers come in figures, with the right form of what is counted; names are shown as the policies write them, and so
/// the sentences are made to work without declining them.
protocol BookWords: Sendable {
    /// The language's code: `en`.
    var language: String { get }
    /// What the language calls itself.
    var ownName: String { get }
    /// What a rule book is called.
    var ruleBook: String { get }
    var contents: String { get }
    /// What stands before the choice of language.
    var languages: String { get }
    /// What holds for all rules.
    var preface: [Inline] { get }

    func title(_ section: BookSection) -> String
    func label(_ field: BookField) -> String

    /// Any of these: `a, b or c`.
    func any(of names: [Inline]) -> Inline
    func date(_ date: BookDate) -> String
    /// When a policy is in force; at least one of both is there.
    func inForce(from: String?, until: String?) -> Inline
    func alwaysInForce() -> Inline
    /// That a policy is judged and reported, and nothing follows.
    func trial() -> Inline
    func onlyWhile(mode: String) -> Inline
    func otherwise(_ otherwise: Otherwise) -> Inline

    func effect(_ effect: Effect) -> Inline
    /// That it waits for a fact. `from`, `askedBy` and `via` say who can give it, who asks, and how.
    func awaits(fact: String, from: String?, askedBy: String?, via: String?) -> Inline
    /// That a tier decides.
    func decides(tier: String) -> Inline
    /// That a tier decides in place of a denial, where that suddenly concerns far more than usual.
    func stopped(tier: String) -> Inline
    func remedy(_ remedy: Remedy) -> Inline
    /// `subject` is who is charged in the member's place: an attribute.
    func strike(_ points: Int, tally: String, subject: String?) -> Inline
    func severe(_ points: Int, tally: String, subject: String?) -> Inline
    func merit(_ points: Int, tally: String, subject: String?) -> Inline
    func noPoints() -> Inline
    func duty(_ duty: BookDuty) -> Inline
    /// How long something may take.
    func within(_ duration: Duration) -> Inline
    /// What happens where it takes longer.
    func late(_ late: Late) -> Inline
    func labelMissing(_ label: String) -> Inline
    func labelContradicted(_ label: String) -> Inline
    func labelUnsupported(_ label: String) -> Inline
    func needed(_ count: Int, of total: Int) -> Inline
    func optionalItem() -> Inline
    func reading(_ reading: SourceQuote.Reading) -> String

    /// What stands in a message for the time that something is due, the points, and the end of the term of appeal.
    func duePlaceholder() -> String
    func pointsPlaceholder() -> String
    func appealPlaceholder() -> String

    func hiddenValue(_ attribute: String) -> Inline
    func hiddenLexicon(_ lexicon: String) -> Inline
    func hiddenPatterns(_ count: Int) -> Inline
    func hiddenPhrases(_ count: Int) -> Inline
    func replacement(_ replacement: CheckedMask.Replacement) -> Inline

    func counted(_ window: TallyTerms.Window) -> Inline
    func perIncident(_ way: PerIncident) -> Inline
    func warnings(_ warnings: TallyTerms.Warnings) -> Inline
    func training(_ training: TallyTerms.Training) -> Inline
    func rung(_ rung: Rung) -> Inline

    func votes(_ tier: ReviewTier) -> Inline
    /// Who has an interest in a case does not decide it.
    func relatedMayNot() -> Inline
    func whoFitsMayNot() -> Inline
    func appealTerm(_ duration: Duration?) -> Inline
    func appealOften(_ count: Int) -> Inline
    func appealHeard(by tier: String?) -> Inline
    func lasts(_ duration: Duration) -> Inline
    func renewals(_ count: Int) -> Inline

    func changes(since old: String?) -> String
    func policyAdded() -> Inline
    func policyRemoved() -> Inline
    func versionChanged(from old: String, to new: String) -> Inline
    func change(_ kind: BookChange.Kind) -> String
    func nothingChanged() -> Inline
    func conditionChanged() -> Inline
    func before() -> String
    func now() -> String
}

/// The parts of a policy's chapter.
enum BookSection: CaseIterable {
    case rules, labels, masks, tallies, softeners, deciders, appeals, modes
}

/// What a line of a rule book says.
enum BookField: Hashable {
    case version, inForce, status, actors, actions, resources, otherwise, sources, owner
    case says, occasion, follows, mend, checklist, asks, condition, requirement, exception, source
    case hides, rewrites, verifies, replacement
    case values, declared
    case counts, perIncident, warnings, training, ladder
    case softened, instead
    case who, votes, deadline, late, recusal, tooFew, term, often, heard
    case switchedBy, lasts, renewals
}

/// What the caller must do along with an outcome.
struct BookDuty {
    enum Addressee {
        case actor
        case other(Inline)
    }

    let kind: DutyKind
    let to: Addressee?
    let within: Duration?
    let after: Duration?
    let isAlways: Bool
}

/// The languages that rule books have fixed words in.
enum BookLanguages {
    static let fallback: any BookWords = EnglishWords()
    static let all: [any BookWords] = [
        fallback, JapaneseWords(), ChineseWords(), GermanWords(), RussianWords(),
    ]

    /// The words of a language by its code, those of `zh` for `zh-Hans` too; nil where there are none.
    static func words(for language: String) -> (any BookWords)? {
        let primary = language.primaryLanguage
        return all.first { $0.language == primary }
    }
}

import BylawCEL
import BylawPattern
import BylawText

/// What one request's texts hold: each text is scanned once, however many rules ask, and each mask looks for its values
/// once.
final class TextSearch {
    private let plan: TextPlan
    /// For each policy that applies, how it reads the request.
    private var readers: PolicyReaders
    /// What was found in texts, by path. Those behind ``scanCount`` are of the last request, kept for their storage.
    private var scans: [(path: RequestPath, scan: TextScan)] = []
    private var scanCount = 0
    /// Made when the first text is masked; then kept for its storage.
    private var session: MaskSession?
    /// Whether the session knows the values of the request at hand.
    private var knowsValues = false
    /// Why the values of a mask cannot be read, by the mask's index.
    private var valueErrors: [Int: EvaluationError] = [:]
    /// By what the masks give pseudonyms; to be filled before a text is masked.
    let pseudonyms = Pseudonyms()

    init(plan: TextPlan) {
        self.plan = plan
        readers = PolicyReaders()
    }

    /// Turns to another request, which policies read by these.
    func begin(_ readers: PolicyReaders) {
        self.readers = readers
        begin()
    }

    /// Turns to another request, and forgets what was found in the texts of the last one.
    func begin() {
        scanCount = 0
        guard knowsValues else { return }
        knowsValues = false
        session?.begin()
        valueErrors.removeAll()
        pseudonyms.removeAll()
    }

    /// The longest text that is searched, in UTF-8 bytes. What reads a longer one is errored.
    static let maximumTextBytes = 1 << 20

    /// The text at a path as a policy reads it.
    func text(at path: RequestPath, policy: Int) -> Result<String, EvaluationError> {
        guard let reader = readers[policy] else { return .failure(Self.notJudged) }
        return text(at: path, reader).flatMap { text in
            guard text.utf8.count <= Self.maximumTextBytes else {
                return .failure(
                    EvaluationError(.sizeLimit, "`\(path)` is longer than \(Self.maximumTextBytes) bytes"))
            }
            return .success(text)
        }
    }

    private func text(at path: RequestPath, _ reader: AttributeReader) -> Result<String, EvaluationError> {
        if let text = reader.text(at: path) { return .success(text) }
        switch reader.value(at: path, names: [path.part.rawValue] + path.fields) {
        case .string(let text): return .success(String(text))
        case .error(let error): return .failure(error)
        default: return .failure(EvaluationError(.invalidArgument, "`\(path)` must be a string"))
        }
    }

    /// Whether a text that may be absent is.
    func isAbsent(_ path: RequestPath, policy: Int) -> Bool {
        if case .absent? = readers[policy]?.read(path) { true } else { false }
    }

    private static let notJudged = EvaluationError(.host, "the policy does not judge this request")

    /// What a lexicon finds in a text.
    func scan<Answer>(
        _ path: RequestPath, lexicon name: String, policy: Int, _ answer: (TextScan, Int, String) -> Answer
    ) -> Result<Answer, EvaluationError> {
        guard case .index(let lexicon) = plan.lexicon(name, policy: policy) else {
            return .failure(EvaluationError(.host, "the lexicon `\(name)` is not loaded"))
        }
        return text(at: path, policy: policy).map { text in
            answer(scan(path, text), lexicon, text)
        }
    }

    private func scan(_ path: RequestPath, _ text: String) -> TextScan {
        for index in 0..<scanCount where scans[index].path == path { return scans[index].scan }
        if scanCount == scans.count { scans.append((path, TextScan())) }
        scans[scanCount].path = path
        text.withBytes { plan.scanner.scan($0, into: &scans[scanCount].scan) }
        scanCount += 1
        return scans[scanCount - 1].scan
    }

    /// Whether anything that a policy's mask hides shows in a text.
    func reveals(_ path: RequestPath, mask name: String, policy: Int) -> Result<Bool, EvaluationError> {
        guard let mask = plan.mask(name, policy: policy) else { return .failure(Self.notJudged) }
        if let error = fault(ofMask: mask) { return .failure(error) }
        return text(at: path, policy: policy).map { text in
            let scan = scan(path, text)
            return text.withBytes { currentSession().reveals(mask, in: $0, scan: scan) }
        }
    }

    /// Whether what one text quotes stands in the other, but for what the policy's masks put in its place. A text that
    /// quotes nothing quotes rightly.
    func quotes(_ path: RequestPath, _ original: RequestPath, policy: Int) -> Result<Bool, EvaluationError> {
        let replacements = plan.masksOfPolicies[policy].map { plan.masker.rules[$0].replacement }
        return text(at: path, policy: policy).flatMap { text in
            self.text(at: original, policy: policy).flatMap { original in
                let quotation = text.withBytes { text in
                    original.withBytes { Quotation.check(text, against: $0, replacements: replacements) }
                }
                switch quotation {
                case .none, .faithful: return .success(true)
                case .altered: return .success(false)
                case .undecided:
                    return .failure(EvaluationError(.costLimit, "comparing `\(path)` costs more than it may"))
                }
            }
        }
    }

    /// Why a mask of a policy that applies cannot be applied to this request; nil where it can.
    func fault(ofMask mask: Int) -> EvaluationError? {
        if let missing = plan.masks[mask].missing { return EvaluationError(.host, missing) }
        _ = currentSession()
        return valueErrors.isEmpty ? nil : valueErrors[mask]
    }

    /// Masks the text at a path by the rules of these indices.
    func mask(_ text: String, at path: RequestPath, by masks: [Int]) -> MaskedText {
        let scan = scan(path, text)
        return text.withBytes { currentSession().mask($0, rules: masks, scan: scan) }
    }

    /// The session that gives each name its letter, and knows what the masks of all policies that apply must find.
    private func currentSession() -> MaskSession {
        let session = session ?? newSession()
        guard !knowsValues else { return session }
        knowsValues = true
        readers.forEach { policy, reader in
            for mask in plan.masksOfPolicies[policy] { addValues(ofMask: mask, reader, to: session) }
        }
        return session
    }

    private func newSession() -> MaskSession {
        let (plan, pseudonyms) = (plan, pseudonyms)
        let session = MaskSession(
            plan.masker, patterns: { rule, text in Self.matches(of: plan.masks[rule], in: text) },
            pseudonym: { rule, value in pseudonyms.text(rule, value) })
        self.session = session
        return session
    }

    /// Adds the values that a mask must find in this request: all of them, or none where one cannot be read. An absent
    /// optional attribute is nothing to find.
    private func addValues(ofMask mask: Int, _ reader: AttributeReader, to session: MaskSession) {
        let paths = plan.masks[mask].mask.values
        if let path = paths.first, paths.count == 1, let text = reader.text(at: path) {
            if !text.isEmpty { session.add(text, ofRule: mask) }
            return
        }
        switch values(at: paths, reader) {
        case .success(let values):
            for value in values where !value.isEmpty { session.add(value, ofRule: mask) }
        case .failure(let error): valueErrors[mask] = error
        }
    }

    private func values(at paths: [RequestPath], _ reader: AttributeReader) -> Result<[String], EvaluationError> {
        var values: [String] = []
        for path in paths {
            if let text = reader.text(at: path) {
                values.append(text)
                continue
            }
            switch reader.read(path) {
            case .absent: continue
            case .error(let error): return .failure(error)
            case .value(.string(let text)): values.append(String(text))
            case .value(.list(let items)): values += items.elements.compactMap(\.text)
            case .value: return .failure(EvaluationError(.invalidArgument, "`\(path)` must be a string"))
            }
        }
        return .success(values)
    }

    /// What a mask's patterns match, as ranges of the text. They look at the folded text, so that `＠ｕｓｅｒ` is found too,
    /// and at the text itself, where a pattern asks for what folding takes away: capitals.
    private static func matches(of plan: TextPlan.MaskPlan, in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        guard !plan.mask.patterns.isEmpty else { return [] }
        let folded = FoldedText(text, profile: plan.mask.fold.intersection(.patterns)).utf8
        let isChanged = !folded.isSame(as: text)
        return plan.mask.patterns.flatMap { pattern in
            let inFolded = folded.bytes.withUnsafeBufferPointer { pattern.places(in: $0) }
            return inFolded.map(folded.originalRange(of:)) + (isChanged ? pattern.places(in: text) : [])
        }
    }
}

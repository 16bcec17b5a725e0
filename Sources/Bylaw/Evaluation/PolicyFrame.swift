import BylawCEL
import BylawSource
import BylawText

/// One policy's view of one request after the other: fills the slots that its conditions read, each at most once.
final class PolicyFrame: FrameHost {
    let index: Int
    let plan: PolicyPlan
    let reader: AttributeReader
    private let texts: TextSearch
    let frame: Frame
    private let judged: JudgedRequest
    private let state: UnsafeMutablePointer<State>

    /// What changes from request to request. It lies behind a pointer, so that reading it costs no check of exclusive
    /// access.
    private struct State {
        /// Kept once it is reckoned; see ``inputsDigest``.
        var inputsDigest: String?
        /// The rules that the request may concern.
        var candidates: [Int] = []
    }

    /// A frame before its first request.
    init(index: Int, plan: PolicyPlan, texts: TextSearch, judged: JudgedRequest) {
        self.index = index
        self.plan = plan
        self.texts = texts
        self.judged = judged
        reader = AttributeReader(judged, plan)
        frame = Frame(plan.layout)
        state = .allocate(capacity: 1)
        state.initialize(to: State())
        frame.host = self
    }

    deinit {
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// Turns to the request at hand, and forgets what was known of the one before.
    func begin(fillsSlots: Bool = true) {
        reader.begin()
        frame.reset()
        if fillsSlots {
            reader.fill(frame)
            // A standing adds to the roles that the request names, and takes from them.
            if let slot = plan.rolesSlot, !standing.isNone { frame[slot] = nil }
        }
        state.pointee.inputsDigest = nil
    }

    /// Reads all of the request and the standing that conditions may ask for.
    func readGiven() {
        for slot in plan.givenSlots { _ = frame.value(slot) }
    }

    /// Forgets all that was worked out.
    func forgetAnswers() { frame.reset(slots: plan.derivedSlots) }

    var standing: StandingInput {
        @inline(__always) _read { yield judged.standing }
    }

    var knownInputsDigest: String? {
        get { state.pointee.inputsDigest }
        set { state.pointee.inputsDigest = newValue }
    }

    /// Looks up the rules that the request may concern. False where that is all of them.
    func findCandidates() -> Bool {
        plan.ruleIndex.find(&state.pointee.candidates, for: reader.request.action.name, in: frame)
    }

    var candidateCount: Int { state.pointee.candidates.count }

    func candidate(_ place: Int) -> Int { state.pointee.candidates[place] }

    private var request: Request { reader.request }

    func value(forSlot slot: Int) -> Value {
        switch plan.readings[slot] {
        case .now: .timestamp(request.time.value)
        case .standing(let fields): standingField(fields)
        case .facts: .list(request.facts.filter { isGiven($0) }.map(Self.record))
        case .binding(let binding, let path): Self.select(path, depth: path.fields.count, from: value(of: binding))
        case .bindingPresence(let binding, let path): presence(path, in: binding)
        case .roles(let names): effectiveRoles(names)
        case .attribute(let place, let names): reader.value(at: place, names: names)
        case .attributePresence(let place, let names): reader.presence(of: place, names: names)
        case .present: .bool(true)
        case .unknown(let variable): .failure(.unknownName, "there is no `\(variable)`")
        case .host(let question): answer(question)
        }
    }

    /// The value of a let. What it lacks itself is told as another kind of error than what its reader lacks, so that
    /// `has(author.company)` is no answer where there is no author at all.
    private func value(of binding: Program) -> Value {
        let value = binding.evaluate(in: frame)
        guard let error = value.failure, case .missingAttribute = error.kind else { return value }
        return .error(EvaluationError(.noSuchField, error.message, range: error.range))
    }

    /// What the first `depth` fields of a path lead to in the value of a let.
    private static func select(_ path: AttributePath, depth: Int, from value: Value) -> Value {
        var value = value
        for (index, field) in path.fields.prefix(depth).enumerated() {
            guard case .record(let record) = value else {
                return value.isError ? value : .failure(.noSuchField, "no such field `\(field)`")
            }
            guard let next = record[field] else {
                return .failure(.missingAttribute(path: path.names, depth: index + 1), "no such field `\(field)`")
            }
            value = next
        }
        return value
    }

    /// Whether something is there in the value of a let; an error where what should hold it is missing.
    private func presence(_ path: AttributePath, in binding: Program) -> Value {
        let holder = Self.select(path, depth: path.fields.count - 1, from: value(of: binding))
        guard case .record(let record) = holder, let field = path.fields.last else { return holder }
        return .bool(record[field] != nil)
    }

    private static let unavailable = EvaluationError(.host, "the actor's standing is unavailable")

    /// The host's roles and those granted, without those that were lost.
    private func effectiveRoles(_ names: [String]) -> Value {
        let given = reader.value(at: SlotReading.rolesPath, names: names)
        switch standing {
        case .unavailable: return .error(Self.unavailable)
        case .none: return given
        case .known(let standing):
            guard case .list(let items) = given else { return given }
            let roles = items.elements.compactMap(\.text)
            return .list(standing.effectiveRoles(host: roles).map(Value.string))
        }
    }

    private func standingField(_ fields: [String]) -> Value {
        switch standing {
        case .unavailable: return .error(Self.unavailable)
        case .none, .known:
            let standing = known
            switch fields {
            case ["roles"]: return effectiveRoles { .list($0.map(Value.string)) }
            case ["titles"]: return .list(standing.titles.map(Value.string))
            default: return .failure(.noSuchField, "a standing cannot be used whole")
            }
        }
    }

    /// The standing that is known; that of a clean record where the host keeps no ledger.
    private var known: Standing {
        if case .known(let standing) = standing { standing } else { Standing(subject: request.actor.id) }
    }

    /// The roles that the request names, whether or not the policy declares them. Roles that cannot be read are an
    /// error: that somebody has a role may stand against them.
    private func hostRoles() -> Result<[String], EvaluationError> {
        let isDeclared = reader.schema(of: .actor)?.field("roles") != nil
        if isDeclared {
            switch reader.read(SlotReading.rolesPath) {
            case .absent: return .success([])
            case .error(let error): return .failure(error)
            case .value(.list(let items)): return .success(items.elements.compactMap(\.text))
            case .value: break
            }
        }
        switch request.actor.attributes.first(where: { $0.name == "roles" })?.value {
        case nil, .null: return .success([])
        case .list(let items):
            let roles = items.compactMap { if case .string(let role) = $0 { role } else { nil } }
            if roles.count == items.count { return .success(roles) }
        default: break
        }
        return .failure(EvaluationError(.invalidArgument, "`actor.roles` must be a list of strings"))
    }

    /// The host's roles and those granted, without those that were lost.
    private func effectiveRoles(_ answer: ([String]) -> Value) -> Value {
        ifKnown { standing in
            value(hostRoles().map { answer(standing.effectiveRoles(host: $0)) })
        }
    }

    private func answer(_ slot: HostSlot) -> Value {
        switch slot {
        case .mentions(let path, let lexicon):
            return value(
                texts.scan(path, lexicon: lexicon, policy: index) { scan, lexicon, _ in
                    .bool(scan.mentions(lexicon))
                })
        case .count(let path, let lexicon):
            return value(
                texts.scan(path, lexicon: lexicon, policy: index) { scan, lexicon, _ in
                    .int(Int64(scan.count(of: lexicon)))
                })
        case .found(let path, let lexicon):
            return value(
                texts.scan(path, lexicon: lexicon, policy: index) { scan, lexicon, text in
                    let bytes = Array(text.utf8)
                    return .list(scan.found(lexicon).map { .string(String(decoding: bytes[$0.range], as: UTF8.self)) })
                })
        case .reveals(let path, let mask):
            return value(texts.reveals(path, mask: mask, policy: index).map(Value.bool))
        case .quotes(let path, let original):
            return value(texts.quotes(path, original, policy: index).map(Value.bool))
        case .fact(let name):
            return value(holding(name).map { .bool(!$0.isEmpty) })
        case .latestFact(let name):
            return value(holding(name).flatMap { Self.latest(name, of: $0) })
        case .points(let tally):
            return value(standing(on: tally).map { .int(Int64($0.before(tally, of: plan.policy.id).points)) })
        case .warnings(let tally):
            return value(standing(on: tally).map { .int(Int64($0.before(tally, of: plan.policy.id).warnings)) })
        case .hasRole(let role):
            return effectiveRoles { .bool($0.contains(role)) }
        case .hasTitle(let title):
            return ifKnown { .bool($0.titles.contains(title)) }
        case .suspended(let action):
            return ifKnown {
                .bool($0.isSuspended(from: action, policy: plan.policy.id, at: request.time))
            }
        }
    }

    /// The standing of whoever a tally is counted by: the actor, or what its `per` says. One that was not given is an
    /// error, for nobody can tell that it is a clean one.
    func standing(on tally: String) -> Result<Standing, EvaluationError> {
        if case .unavailable = standing { return .failure(Self.unavailable) }
        guard let subject: Program = plan.tallySubjects.named(tally) else { return .success(known) }
        let value = subject.evaluate(in: frame)
        guard let id = value.text else {
            return .failure(value.failure ?? EvaluationError(.invalidArgument, "`\(tally)` is counted by no text"))
        }
        guard case .known = standing else { return .success(Standing(subject: id)) }
        if let own = known.standing(of: id) { return .success(own) }
        return .failure(EvaluationError(.host, "the standing by which `\(tally)` is counted was not given"))
    }

    /// Whether a mask finds something in a text.
    func reveals(_ path: RequestPath, mask name: String) -> Result<Bool, EvaluationError> {
        texts.reveals(path, mask: name, policy: index)
    }

    private func ifKnown(_ answer: (Standing) -> Value) -> Value {
        if case .unavailable = standing { return .error(Self.unavailable) }
        return answer(known)
    }

    private func value(_ result: Result<Value, EvaluationError>) -> Value {
        switch result {
        case .success(let value): value
        case .failure(let error): .error(error)
        }
    }

    /// Whether a fact was given at or before the request's time and has not ended.
    private func isGiven(_ fact: Fact) -> Bool {
        fact.at <= request.time && fact.until.map { request.time < $0 } ?? true
    }

    /// The facts that hold of those which a policy declares under a name: every key is what the request asks for.
    private func holding(_ name: String) -> Result<[Fact], EvaluationError> {
        guard let declared = plan.facts.first(where: { $0.name == name }) else {
            return .failure(EvaluationError(.unknownName, "there is no fact `\(name)`"))
        }
        var wanted: [(name: String, value: Value)] = []
        for key in declared.keys {
            let value = key.value.evaluate(in: frame)
            if let error = value.failure { return .failure(error) }
            wanted.append((key.name, value))
        }
        return .success(
            request.facts.filter { fact in
                fact.name.isSameUTF8(as: name) && isGiven(fact)
                    && wanted.allSatisfy { key in
                        fact.keys.first { $0.name.isSameUTF8(as: key.name) }
                            .map { Self.isSame($0.value, key.value) } ?? false
                    }
            })
    }

    /// The fact that was given last; of one moment the later in the request.
    private static func latest(_ name: String, of facts: [Fact]) -> Result<Value, EvaluationError> {
        guard var latest = facts.first else {
            return .failure(EvaluationError(.host, "no fact `\(name)` holds"))
        }
        for fact in facts where latest.at <= fact.at { latest = fact }
        return .success(record(latest))
    }

    /// Whether a fact's key says what is wanted; times and durations are given as texts.
    private static func isSame(_ given: AttributeValue, _ wanted: Value) -> Bool {
        switch (given, wanted) {
        case (.string(let text), .timestamp(let time)): TimestampValue(text) == time
        case (.string(let text), .duration(let duration)): DurationValue(text) == duration
        default: Value(untyped: given).isEqual(to: wanted)
        }
    }

    private static func record(_ fact: Fact) -> Value {
        var members: [(StringValue, Value)] = [(StringValue("fact"), .string(fact.name))]
        members += fact.keys.map { (StringValue($0.name), Value(untyped: $0.value)) }
        members.append((StringValue("at"), .timestamp(fact.at.value)))
        if let until = fact.until { members.append((StringValue("until"), .timestamp(until.value))) }
        return .map(MapValue(members: members))
    }
}

import Bylaw
import BylawCEL

/// Small changes of a request that its policies could tell apart: what conditions read, set to what they compare it
/// with and to what lies next to that.
struct ChangeCandidates {
    /// A change, and how it is made.
    struct Candidate {
        let change: RequestChange
        /// Two changes of one place cannot both be made.
        let place: String
        /// Whether a number is one more or less: no change is smaller.
        var isSmallest = false
        let apply: (inout Request, inout StandingInput) -> Void
    }

    let request: Request
    let standing: StandingInput
    let decision: Decision
    let examinations: [PolicyExamination]
    let shown: ShownValues

    /// Every candidate, in an order that depends on policies and request alone.
    func all() -> [Candidate] {
        var candidates: [Candidate] = []
        for examination in examinations {
            let constants = PolicyConstants(examination)
            for (path, type, isOptional) in attributes(of: examination) {
                candidates += values(of: path, type, isOptional, constants, examination)
            }
            candidates += facts(examination)
            candidates += points(examination, constants)
        }
        candidates += rulings + suspension + modes + stops
        var seen: Set<RequestChange> = []
        return candidates.filter { seen.insert($0.change).inserted }
    }

    /// The attributes that rules about the action read, in the order in which they are declared. Who acts, does and is
    /// acted on is another request, not a change of this one.
    private func attributes(
        of examination: PolicyExamination
    ) -> [(path: RequestPath, type: AttributeType, isOptional: Bool)] {
        let rules = examination.plan.rules.filter { examination.isAbout($0.rule) }
        let read = rules.reduce(into: Set<RequestPath>()) { $0.formUnion(examination.plan.attributes(readBy: $1)) }
        return read.compactMap { path -> (RequestPath, AttributeType, Bool)? in
            guard let field = examination.policy.schema.field(at: path, of: request) else { return nil }
            let isEnvelope = RequestSchema.envelopeFields(of: path.part).contains { path.fields == [$0.name] }
            return isEnvelope ? nil : (path, field.type, field.isOptional)
        }.sorted { $0.0.description.utf8.lexicographicallyPrecedes($1.0.description.utf8) }
    }

    private func values(
        of path: RequestPath, _ type: AttributeType, _ isOptional: Bool, _ constants: PolicyConstants,
        _ examination: PolicyExamination
    ) -> [Candidate] {
        let current = examination.value(at: path)
        let before = current.map { shown.text(of: $0, from: [path]) }
        var values: [AttributeValue?] = constants.constants(of: path).values(
            of: type, near: current, at: request.time
        ).map(Optional.some)
        if isOptional, current != nil { values.append(nil) }
        return values.compactMap { value in
            // The same as it is would be no change.
            if let value, let current, current.isEqual(to: value) { return nil }
            if case .text = type {
                let change = RequestChange(what: path.description, before: before, after: "another text")
                return Candidate(change: change, place: path.description) { request, _ in
                    request.set(value ?? .null, at: path)
                }
            }
            let after = value.map { shown.text(of: $0) }
            return Candidate(
                change: RequestChange(what: path.description, before: before, after: after), place: path.description,
                isSmallest: current.map { $0.isNext(to: value) } ?? false
            ) { request, _ in request.set(value ?? .null, at: path) }
        }
    }

    private func facts(_ examination: PolicyExamination) -> [Candidate] {
        var given: [Candidate] = []
        var withdrawn: [Candidate] = []
        for fact in examination.plan.facts {
            let what = "fact `\(fact.name)`"
            let isGiven = request.facts.contains { $0.name == fact.name }
            if isGiven {
                let change = RequestChange(what: what, before: "given", after: nil)
                withdrawn.append(
                    Candidate(change: change, place: what) { request, _ in
                        request.facts.removeAll { $0.name == fact.name }
                    })
            }
            let keys = fact.keys.compactMap { key in
                AttributeValue(examination.value(of: key.value)).map { Attribute(key.name, $0) }
            }
            guard keys.count == fact.keys.count else { continue }
            let change =
                isGiven
                ? RequestChange(what: what, before: "as it is", after: "given for this request")
                : RequestChange(what: what, before: nil, after: "given")
            let new = Fact(fact.name, keys, at: request.time)
            given.append(Candidate(change: change, place: what) { request, _ in request.facts.append(new) })
        }
        return given + withdrawn
    }

    private var rulings: [Candidate] {
        decision.cases.map { held in
            let what = "a ruling on \(held.rule)"
            return Candidate(change: .init(what: what, before: nil, after: "allow"), place: what) { request, _ in
                request.rulings.append(
                    Ruling(case: held.id, rule: held.rule, verdict: .allow, inputs: held.inputs))
            }
        }
    }

    private func points(_ examination: PolicyExamination, _ constants: PolicyConstants) -> [Candidate] {
        guard case .known(let known) = standing else { return [] }
        let policy = examination.policy.id
        return examination.policy.tallies.flatMap { terms -> [Candidate] in
            let current = known.points(policy: policy, tally: terms.tally)
            let what = "points on \(terms.tally)"
            return constants.counts(ofTally: terms.tally).filter { $0 != current }.map { points in
                Candidate(
                    change: .init(what: what, before: "\(current)", after: "\(points)"), place: what,
                    isSmallest: abs(points - current) == 1
                ) { _, standing in
                    standing.setPoints(points, policy: policy, tally: terms.tally)
                }
            }
        }
    }

    private var suspension: [Candidate] {
        guard case .known(let known) = standing else { return [] }
        var candidates: [Candidate] = []
        if !known.suspensions.isEmpty {
            candidates.append(
                Candidate(
                    change: .init(what: "the suspension", before: "in force", after: nil), place: "the suspension"
                ) { _, standing in standing.change { $0.suspensions = [] } })
        }
        for role in known.revoked {
            let what = "role `\(role)`"
            candidates.append(
                Candidate(change: .init(what: what, before: "lost", after: "given back"), place: what) { _, standing in
                    standing.change { known in
                        known.revoked.removeAll { $0 == role }
                        known.roles.append(role)
                    }
                })
        }
        return candidates
    }

    private var modes: [Candidate] {
        request.modes.map { mode in
            let what = "mode `\(mode)`"
            return Candidate(change: .init(what: what, before: "on", after: nil), place: what) { request, _ in
                request.modes.removeAll { $0 == mode }
            }
        }
    }

    private var stops: [Candidate] {
        decision.inputs.stopped.map { rule in
            let what = "rule `\(rule)`"
            return Candidate(change: .init(what: what, before: "stopped", after: nil), place: what) { request, _ in
                request.stopped.removeAll { $0 == rule }
            }
        }
    }
}

extension StandingInput {
    fileprivate mutating func change(_ body: (inout Standing) -> Void) {
        guard case .known(var known) = self else { return }
        body(&known)
        self = .known(known)
    }

    fileprivate mutating func setPoints(_ points: Int, policy: String, tally: String) {
        change { known in
            known.tallies.removeAll { $0.policy == policy && $0.tally == tally }
            known.tallies.append(.init(policy: policy, tally: tally, points: points))
        }
    }
}

extension Value {
    fileprivate func isNext(to value: AttributeValue?) -> Bool {
        guard case .int(let a) = self, case .int(let b) = value else { return false }
        let (distance, overflows) = a.subtractingReportingOverflow(b)
        return !overflows && (distance == 1 || distance == -1)
    }

    /// Whether an attribute that is set so would have this value.
    fileprivate func isEqual(to value: AttributeValue) -> Bool {
        switch (self, value) {
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.double(let a), .double(let b)): a == b
        case (.string(let a), .string(let b)): String(a).utf8.elementsEqual(b.utf8)
        case (.timestamp(let a), .string(let b)): TimestampValue(b).map { $0.text == a.text } ?? false
        case (.duration(let a), .string(let b)): DurationValue(b).map { $0.text == a.text } ?? false
        case (.list(let a), .list(let b)):
            a.elements.count == b.count && zip(a.elements, b).allSatisfy { $0.isEqual(to: $1) }
        default: false
        }
    }
}

import BylawCEL
import BylawText

/// What a host must load before it asks about an action.
public struct Requirements: Sendable, Hashable {
    /// Attributes that rules, masks and labels read: `resource.circle.visibility`; sorted.
    public var attributes: [String]
    /// Facts that rules ask for, by name; sorted.
    public var facts: [String]
    /// Lexicons that the host must give; sorted.
    public var lexicons: [String]
    /// Whether the actor's standing is asked for.
    public var standing: Bool
}

extension Evaluator {
    /// What the policies that judge an action need to know; empty where none does.
    public func requirements(for action: String) -> Requirements {
        var attributes: Set<String> = []
        var facts: Set<String> = []
        var lexicons: Set<String> = []
        var standing = false
        for plan in plans where plan.policy.schema.schema(of: .action, kind: action) != nil {
            let paths = RequestPaths(plan.policy.schema)
            func add(_ path: RequestPath) {
                attributes.insert(path.description)
                // Which roles count is for the ledger to say.
                if path.part == .actor, path.fields.first == "roles" { standing = true }
            }
            let hosted = Set(plan.policy.lexicons.filter(\.isHosted).map(\.lexicon.name))
            var slots = plan.slots(for: action) + plan.tallySubjects.flatMap(\.value.slots)
            var added: Set<Int> = []
            while let slot = slots.popLast() {
                guard added.insert(slot).inserted else { continue }
                switch plan.layout.sources[slot] {
                case .attribute(let path), .presence(let path):
                    if let binding: Program = plan.lets.named(path.variable) { slots += binding.slots }
                    if path.variable == "standing" { standing = true }
                    if let place = paths.path(path) { add(place) }
                case .host(let number):
                    let slot = plan.policy.hostSlots[number]
                    slot.paths.forEach(add)
                    switch slot {
                    case .fact(let name), .latestFact(let name):
                        facts.insert(name)
                        slots += plan.facts.first { $0.name == name }?.keys.flatMap(\.value.slots) ?? []
                    case .mentions(_, let lexicon), .count(_, let lexicon), .found(_, let lexicon):
                        if hosted.contains(lexicon) { lexicons.insert(lexicon) }
                    case .points(let tally), .warnings(let tally):
                        standing = true
                        if let subject: Program = plan.tallySubjects.named(tally) { slots += subject.slots }
                    case .hasRole, .hasTitle, .suspended:
                        standing = true
                    case .reveals, .quotes:
                        break
                    }
                }
            }
            for mask in plan.policy.masks {
                (mask.values + mask.rewrite).forEach(add)
                lexicons.formUnion(hosted.intersection(mask.lexicons))
            }
            plan.policy.labels.compactMap(\.declared).forEach(add)
            // People may suspend by hand from whatever a policy with a tally judges.
            standing = standing || !plan.policy.tallies.isEmpty
        }
        return Requirements(
            attributes: attributes.sorted(), facts: facts.sorted(), lexicons: lexicons.sorted(), standing: standing)
    }
}

extension HostSlot {
    /// The texts that it reads.
    fileprivate var paths: [RequestPath] {
        switch self {
        case .mentions(let path, _), .count(let path, _), .found(let path, _), .reveals(let path, _): [path]
        case .quotes(let path, let original): [path, original]
        case .fact, .latestFact, .points, .warnings, .hasRole, .hasTitle, .suspended: []
        }
    }
}

extension PolicyPlan {
    /// The slots that judging an action may read.
    fileprivate func slots(for action: String) -> [Int] {
        var slots: [Int] = []
        for rule in rules where rule.rule.isAbout(action) {
            switch rule.trigger {
            case .when(let condition), .require(let condition): slots += condition.slots
            case .labelMissing, .labelContradicted, .labelUnsupported: break
            }
            slots += rule.unless?.slots ?? []
            slots += rule.consequence.slots
        }
        slots += softeners.flatMap { $0.when.slots + $0.consequence.slots }
        slots += labels.flatMap { ($0.infer + $0.evidence).flatMap(\.condition.slots) }
        return slots
    }
}

extension ConsequencePlan {
    fileprivate var slots: [Int] { programs.flatMap(\.slots) }
}

extension Condition<Program> {
    fileprivate var slots: [Int] { expressions.flatMap(\.slots) }
}

package import BylawCEL
import BylawSource

extension CheckedPolicy {
    /// Whether a condition looks at what the latest fact of a name says.
    package func readsFact(_ name: String) -> Bool {
        hostSlots.contains { slot in
            if case .latestFact(let read) = slot { read.isSameUTF8(as: name) } else { false }
        }
    }
}

/// What was found so far, and which questions were followed.
private struct Looked {
    var paths: Set<RequestPath> = []
    var questions: Set<HostSlot> = []
}

/// What a policy looks at, whether or not an evaluation gets there.
extension PolicyPlan {
    /// Whether a condition looks at the list of facts itself, and so may look for any fact.
    package var readsFacts: Bool {
        layout.sources.contains { source in
            switch source {
            case .attribute(let path), .presence(let path): path.variable == "facts"
            case .host: false
            }
        }
    }

    /// The attributes that decide whether a rule matches, and how it is softened: those in its conditions, in the lets,
    /// facts and labels that they name, the values that masks look for, and those that tables go by.
    package func attributes(readBy rule: RulePlan) -> Set<RequestPath> {
        var looked = Looked()
        switch rule.trigger {
        case .when(let condition), .require(let condition): add(condition, to: &looked)
        case .labelMissing(let label), .labelContradicted(let label), .labelUnsupported(let label):
            add(labels[label], to: &looked)
        }
        if let unless = rule.unless { add(unless, to: &looked) }
        for index in rule.softeners { add(softeners[index].when, to: &looked) }
        for consequence in [rule.consequence] + rule.softeners.map({ softeners[$0].consequence }) {
            for route in routes(of: consequence) { add(route, to: &looked) }
        }
        return looked.paths
    }

    private func add(_ label: LabelPlan, to looked: inout Looked) {
        if let declared = label.label.declared { looked.paths.insert(declared) }
        for (_, condition) in label.infer + label.evidence { add(condition, to: &looked) }
    }

    private func add(_ condition: Condition<Program>, to looked: inout Looked) {
        switch condition {
        case .expression(let program): add(program, to: &looked)
        case .all, .any, .none, .atLeast: for item in condition.items { add(item.condition, to: &looked) }
        }
    }

    /// The attributes that a part of an expression reads, by itself or by the lets, facts and masks that it names.
    package func attributes(readBy reads: ExpressionReads) -> Set<RequestPath> {
        var looked = Looked()
        for path in reads.attributes { add(path, to: &looked) }
        for number in reads.hostSlots { add(policy.hostSlots[number], to: &looked) }
        return looked.paths
    }

    private func add(_ program: Program, to looked: inout Looked) {
        for slot in program.slots {
            switch layout.sources[slot] {
            case .attribute(let path), .presence(let path): add(path, to: &looked)
            case .host(let number): add(policy.hostSlots[number], to: &looked)
            }
        }
    }

    private func add(_ path: AttributePath, to looked: inout Looked) {
        if let binding: Program = lets.named(path.variable) {
            add(binding, to: &looked)
        } else if path.variable == "standing" {
            looked.paths.insert(RequestPath(.actor, ["roles"]))
        } else if let place = RequestPaths(policy.schema).path(path) {
            looked.paths.insert(place)
        }
    }

    private func add(_ slot: HostSlot, to looked: inout Looked) {
        // What depends on itself, as a fact's key may, is an error when it is evaluated.
        guard looked.questions.insert(slot).inserted else { return }
        switch slot {
        case .mentions(let path, _), .count(let path, _), .found(let path, _): looked.paths.insert(path)
        case .reveals(let path, let name):
            looked.paths.insert(path)
            for mask in policy.masks where mask.name == name { looked.paths.formUnion(mask.values) }
        case .quotes(let path, let original): looked.paths.formUnion([path, original])
        case .fact(let name), .latestFact(let name):
            for fact in facts where fact.name == name {
                for key in fact.keys { add(key.value, to: &looked) }
            }
        case .hasRole: looked.paths.insert(RequestPath(.actor, ["roles"]))
        case .points(let tally), .warnings(let tally):
            if let subject: Program = tallySubjects.named(tally) { add(subject, to: &looked) }
        case .hasTitle, .suspended: break
        }
    }
}

import BylawCEL

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
    /// facts and labels that they name, and the values that masks look for.
    package func attributes(readBy rule: RulePlan) -> Set<RequestPath> {
        var paths: Set<RequestPath> = []
        switch rule.trigger {
        case .when(let condition), .require(let condition): add(condition, to: &paths)
        case .labelMissing(let label), .labelContradicted(let label), .labelUnsupported(let label):
            add(labels[label], to: &paths)
        }
        if let unless = rule.unless { add(unless, to: &paths) }
        for index in rule.softeners { add(softeners[index].when, to: &paths) }
        return paths
    }

    private func add(_ label: LabelPlan, to paths: inout Set<RequestPath>) {
        if let declared = label.label.declared { paths.insert(declared) }
        for (_, condition) in label.infer + label.evidence { add(condition, to: &paths) }
    }

    private func add(_ condition: Condition<Program>, to paths: inout Set<RequestPath>) {
        switch condition {
        case .expression(let program): add(program, to: &paths)
        case .all, .any, .none, .atLeast: for item in condition.items { add(item.condition, to: &paths) }
        }
    }

    private func add(_ program: Program, to paths: inout Set<RequestPath>) {
        for slot in program.slots {
            switch layout.sources[slot] {
            case .attribute(let path), .presence(let path):
                if let binding: Program = lets.named(path.variable) {
                    add(binding, to: &paths)
                } else if path.variable == "standing" {
                    paths.insert(RequestPath(.actor, ["roles"]))
                } else if let place = RequestPaths(policy.schema).path(path) {
                    paths.insert(place)
                }
            case .host(let number): add(policy.hostSlots[number], to: &paths)
            }
        }
    }

    private func add(_ slot: HostSlot, to paths: inout Set<RequestPath>) {
        switch slot {
        case .mentions(let path, _), .count(let path, _), .found(let path, _): paths.insert(path)
        case .reveals(let path, let name):
            paths.insert(path)
            for mask in policy.masks where mask.name == name { paths.formUnion(mask.values) }
        case .quotes(let path, let original): paths.formUnion([path, original])
        case .fact(let name), .latestFact(let name):
            for fact in facts where fact.name == name {
                for key in fact.keys { add(key.value, to: &paths) }
            }
        case .hasRole: paths.insert(RequestPath(.actor, ["roles"]))
        case .points(let tally), .warnings(let tally):
            if let subject: Program = tallySubjects.named(tally) { add(subject, to: &paths) }
        case .hasTitle, .suspended: break
        }
    }
}

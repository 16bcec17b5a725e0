import Bylaw
import BylawYAML

/// Changes of rules, labels and softeners: conditions, effects and all that they bring about.
extension PolicyMutator {
    mutating func mutateRule(_ rule: NodePlace) {
        for key in ["when", "require"] {
            if let condition = rule[key] { mutateCondition(condition, key) }
        }
        if let unless = rule["unless"] {
            drop(unless, "unless-drop")
            mutateCondition(unless, "unless")
        }
        if let on = rule["on"] { drop(actions: on, "on-drop") }
        if let onError = rule["on-error"], onError.text == "deny" { replace(onError, "on-error", with: "hold") }
        if let effect = rule["then"] ?? rule["else"] {
            weaken(effect, of: rule)
            // A rule that is always exempted from never speaks, and its name still means something.
            if let never = effect.node.scalar("true") {
                add(
                    "effect-none", at: rule, node: rule.node.setting("unless", to: never), showing: "none",
                    in: effect.node.range)
            }
        }
        if !isShadow, let stop = rule["emergency-stop"] { mutateStop(stop, of: rule) }
        mutateConsequence(rule)
    }

    /// A rule without a stop of its own has its policy's.
    private mutating func mutateStop(_ stop: NodePlace, of rule: NodePlace) {
        guard root["emergency-stop"] != nil else {
            if stop.text != "never" { mutateStop(stop) }
            return
        }
        if stop.text == "never" {
            drop(stop, "stop-drop")
        } else if let never = stop.node.scalar("never") {
            add(
                "stop-never", at: rule, node: rule.node.setting("emergency-stop", to: never), showing: "never",
                in: stop.node.range)
        }
    }

    mutating func mutateLabel(_ label: NodePlace) {
        for key in ["infer", "evidence"] {
            let entries = label[key]?.entries ?? []
            for entry in entries {
                drop(entry, "\(key)-drop")
                mutateCondition(entry, key)
            }
        }
        for key in ["if-missing", "if-contradicted", "if-unsupported"] {
            guard let consequence = label[key] else { continue }
            dropRule("\(label.name).\(key.dropFirst(3))", written: consequence, "\(key)-drop")
            if let effect = consequence["then"] { weaken(effect, of: consequence) }
            mutateConsequence(consequence)
        }
    }

    /// Takes a label's rule out, of the softeners that name it too.
    private mutating func dropRule(_ name: String, written place: NodePlace, _ mutation: String) {
        let before = root.node
        var softeners = before.mapping?["softens"]
        for softener in root["softens"]?.entries ?? [] {
            let rules = softener["rules"]?.items ?? []
            guard let named = rules.first(where: { $0.text == name }) else { continue }
            let path = rules.count > 1 ? named.path[1...] : softener.path[1...]
            softeners = softeners?.replacing(path, with: nil)
        }
        var after = before.replacing(place.path[...], with: nil)
        if let softeners, softeners.mapping?.entries.isEmpty == false {
            after = after.setting("softens", to: softeners)
        } else {
            after = after.removing("softens")
        }
        add(mutation, range: place.extent, root: after)
    }

    mutating func mutateSoftener(_ softener: NodePlace) {
        drop(softener, "drop")
        if let when = softener["when"] { mutateCondition(when, "when") }
        let rules = softener["rules"]?.items ?? []
        if rules.count > 1 { for rule in rules { drop(rule, "rules-drop") } }
        guard let to = softener["to"] else { return }
        if let effect = to["then"], effect.text == "hold" { replace(effect, "effect-allow", with: "allow") }
        mutateConsequence(to)
    }

    /// A denial becomes a hold that a tier decides.
    private mutating func weaken(_ effect: NodePlace, of rule: NodePlace) {
        guard effect.text == "deny", let hold = effect.node.scalar("hold") else { return }
        var changed = rule.node.setting(effect.name, to: hold)
        if rule["to"] == nil, rule["await"] == nil {
            guard let tier = tiers.first.flatMap({ effect.node.scalar($0) }) else { return }
            changed = changed.setting("to", to: tier)
        }
        add("effect-hold", at: rule, node: changed, showing: "hold", in: effect.node.range)
    }

    /// Changes what a rule, a label or a softener brings about.
    private mutating func mutateConsequence(_ place: NodePlace) {
        guard !isShadow else { return }
        if let awaited = place["await"] { mutateAwait(awaited, of: place) }
        if let to = place["to"], let other = tiers.first(where: { $0 != to.text }) { replace(to, "to", with: other) }
        if let remedy = place["if-done"] { drop(remedy, "if-done-drop") }
        for key in ["strike", "merit"] {
            if let points = place[key] { mutatePoints(points, key) }
        }
        for key in ["duties", "duty"] {
            guard let duties = place[key] else { continue }
            for duty in duties.oneOrMore {
                drop(duties.node.sequence?.count == 1 ? duties : duty, "duty-drop")
                if let always = duty["always"], always.text == "true" { replace(always, "always", with: "false") }
                for due in ["within", "after"] {
                    if let time = duty[due] { lengthen(time, "duty-\(due)") }
                }
            }
        }
    }

    private mutating func mutatePoints(_ points: NodePlace, _ key: String) {
        let entries = points.entries.filter { $0.name != "to" }
        // Without its one tally nothing is charged, and nobody.
        if entries.count <= 1 { drop(points, "\(key)-drop") }
        for entry in entries {
            if entries.count > 1 { drop(entry, "\(key)-drop") }
            move(entry, key)
        }
        if let subject = points["to"] { drop(subject, "\(key)-to-drop") }
    }

    private mutating func mutateAwait(_ awaited: NodePlace, of rule: NodePlace) {
        if rule["to"] != nil {
            drop(awaited, "await-drop")
        } else if let tier = tiers.first.flatMap({ awaited.node.scalar($0) }) {
            // Something must end a hold.
            add(
                "await-drop", at: rule, node: rule.node.removing("await").setting("to", to: tier),
                showing: "to: \(tiers[0])", in: awaited.extent)
        }
        if let from = awaited["from"] { drop(from, "from-drop") }
        if let within = awaited["within"] { lengthen(within, "await-within") }
        if let late = awaited["late"] { mutateLate(late, "await-late") }
    }

    mutating func mutateLate(_ late: NodePlace, _ name: String) {
        replace(late, name, with: late.text == "stays-held" ? "deny" : "stays-held")
    }
}

import Bylaw
import BylawYAML

/// Changes of masks, tallies and review tiers.
extension PolicyMutator {
    mutating func mutateMask(_ mask: NodePlace) {
        guard let find = mask["find"] else { return }
        // A mask that finds nothing, but whose name still means something.
        if let nothing = find.nothing {
            add("find-nothing", at: find, node: nothing, showing: "{ phrases: [] }", changesTexts: true)
        }
        let parts = find.entries.flatMap { entry in entry.oneOrMore.count > 1 ? entry.oneOrMore : [entry] }
        if parts.count > 1 { for part in parts { drop(part, "find-drop", changesTexts: true) } }
        guard !isShadow, let rewrite = mask["rewrite"] else { return }
        let texts = rewrite.oneOrMore
        if texts.count > 1 { for text in texts { drop(text, "rewrite-drop", changesTexts: true) } }
        // It still has a text, in which it is only looked for.
        if texts.count == 1, mask["verify"] != nil { drop(rewrite, "rewrite-drop", changesTexts: true) }
    }

    mutating func mutateTally(_ tally: NodePlace) {
        if let window = tally["within"] { move(window: window, "within") }
        if let incident = tally["per-incident"] {
            replace(incident, "per-incident", with: incident.text == "sum" ? "highest" : "sum")
        }
        if let per = tally["per"] { drop(per, "per-drop") }
        for rung in tally["ladder"]?.items ?? [] {
            drop(rung, "rung-drop")
            if let at = rung["at"] { move(at, "at") }
            if let points = rung["points"] { move(points, "points") }
            if let duration = rung["for"] { lengthen(duration, "for") }
            if let from = rung["from"] { drop(actions: from, "from-drop") }
        }
        if let warnings = tally["warnings"] {
            drop(warnings, "warnings-drop")
            if let first = warnings["first"] { move(first, "warnings-first") }
            if let window = warnings["within"] { move(window: window, "warnings-within") }
        }
        guard let training = tally["training"] else { return }
        drop(training, "training-drop")
        if let after = training["after"] { move(window: after, "training-after") }
        if let most = training["at-most"] { move(most, "training-at-most") }
        if let window = training["within"] { move(window: window, "training-within") }
    }

    mutating func mutateTier(_ tier: NodePlace) {
        for key in ["needs", "each", "at-most"] {
            if let number = tier[key] { move(number, key) }
        }
        if let majority = tier["majority"] {
            let other = majority.text == Majority.absolute.rawValue ? Majority.simple : .absolute
            replace(majority, "majority", with: other.rawValue)
            drop(majority, "majority-drop")
        }
        if let within = tier["within"] {
            if tier.name == "appeal" { move(window: within, "within") } else { lengthen(within, "within") }
        }
        if let late = tier["late"] { mutateLate(late, "late") }
        if let recusal = tier["recuse-when"] {
            drop(recusal, "recuse-when-drop")
            mutateExpression(recusal, "recuse-when", isTruth: true)
        }
        if let other = tier["if-too-few"] { drop(other, "if-too-few-drop") }
        // Another tier hears appeals wherever nothing is said.
        if tier.name == "appeal", let to = tier["to"], to.text != "another-tier" { drop(to, "to-drop") }
        if let roles = tier["who"], roles.items.count > 1 { for role in roles.items { drop(role, "who-drop") } }
    }
}

extension NodePlace {
    /// What a mask has to find that finds nothing.
    fileprivate var nothing: YAMLNode? {
        guard let first = node.mapping?.entries.first else { return nil }
        let none = YAMLNode(content: .sequence([]), range: node.range)
        let key = YAMLKey(scalar: first.key.scalar.plain("phrases"), range: first.key.range)
        return YAMLNode(
            content: .mapping(YAMLMapping(entries: [.init(key: key, value: none)], isFlow: true)), range: node.range)
    }
}

import Bylaw
import BylawSource
import BylawYAML

/// Changes of conditions: each item is turned round and taken out, each expression changed in its parts.
extension PolicyMutator {
    private static let junctions = ["all", "any", "none"]

    mutating func mutateCondition(_ place: NodePlace, _ name: String) {
        negate(place, name)
        mutateParts(place, name)
    }

    /// Changes an expression; `isTruth`: whether it may be turned round.
    mutating func mutateExpression(_ place: NodePlace, _ name: String, isTruth: Bool) {
        guard let scalar = place.node.scalar else { return }
        for mutation in ExpressionMutation.all(of: scalar.text, isTruth: isTruth) {
            let changed = scalar.replacing(text: mutation.applied(to: scalar.text))
            add(
                "\(name)-\(mutation.name)", at: place,
                node: YAMLNode(content: .scalar(changed), range: place.node.range),
                showing: mutation.replacement, in: scalar.sourceRange(of: mutation.range.start..<mutation.range.end))
        }
    }

    private mutating func mutateParts(_ place: NodePlace, _ name: String) {
        if place.node.sequence != nil {
            mutateItems(place.items, name)
        } else if let least = place["at-least"], let of = place["of"] {
            move(least, "\(name)-at-least")
            mutateItems(of.node.sequence == nil ? of.entries : of.items, name)
        } else {
            for junction in Self.junctions {
                guard let items = place[junction] else { continue }
                mutateItems(items.node.sequence == nil ? items.entries : items.items, name)
            }
        }
    }

    private mutating func mutateItems(_ items: [NodePlace], _ name: String) {
        for item in items {
            if items.count > 1 { drop(item, "\(name)-drop") }
            // An item of a checklist may have its condition under a key, beside what else there is to say of it.
            mutateCondition(item["when"] ?? item["check"] ?? item, name)
        }
    }

    /// Turns a whole condition round, and changes the expression if it is one.
    private mutating func negate(_ place: NodePlace, _ name: String) {
        if place.node.scalar != nil {
            mutateExpression(place, name, isTruth: true)
            return
        }
        // The one item of a list is turned round itself.
        if let items = place.node.sequence, items.count == 1 { return }
        let others = ["any": "none", "none": "any"]
        if let junction = place.entries.first(where: { others[$0.name] != nil }), let key = junction.key,
            let other = others[junction.name]
        {
            let changed = place.node.renaming(junction.name, to: other)
            add("\(name)-negate", at: place, node: changed, showing: other, in: key.range)
            return
        }
        guard let word = place.entries.first(where: { ["all", "at-least"].contains($0.name) }), let key = word.key
        else {
            add("\(name)-negate", at: place, node: place.node.wrappedInNone, showing: "not all: ", in: place.start)
            return
        }
        // What else is said of a checklist's item stays with it.
        let parts = [word.name, "of"]
        let entries = place.node.mapping?.entries ?? []
        let condition = YAMLNode(
            content: .mapping(
                YAMLMapping(entries: entries.filter { parts.contains($0.key.text) }, isFlow: true)),
            range: place.node.range)
        let none = YAMLNode(content: .sequence([condition]), range: condition.range)
        let rest = parts.reduce(place.node) { $0.removing($1) }
        let isItem = rest.mapping?.entries.isEmpty == false
        let changed = isItem ? rest.setting("none", to: none) : condition.wrappedInNone
        add("\(name)-negate", at: place, node: changed, showing: "not \(word.name)", in: key.range)
    }
}

extension YAMLNode {
    /// The condition that holds where this one fails.
    fileprivate var wrappedInNone: YAMLNode? {
        YAMLNode(content: .sequence([self]), range: range).wrapped(in: "none")
    }
}

extension NodePlace {
    /// Where the node begins.
    fileprivate var start: SourceRange { SourceRange(node.range.start, node.range.start) }
}

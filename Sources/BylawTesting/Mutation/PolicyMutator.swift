import Bylaw
import BylawSource
import BylawYAML

/// Changes a policy in every way that its fixtures ought to notice.
///
/// Each change is made to the tree that was parsed, which is then read and checked like any other: one that makes no
/// policy is none.
struct PolicyMutator {
    let file: SourceFile
    let root: NodePlace
    /// The review tiers' names.
    let tiers: [String]
    /// The actions that the policy judges.
    let actions: [String]
    /// Whether the policy is in shadow mode: then nobody sees but its outcome and its rules.
    let isShadow: Bool
    private(set) var mutations: [Mutation] = []
    /// The section and name of what is being changed.
    private(set) var owner = ""

    init(file: SourceFile, root: YAMLNode) {
        self.file = file
        self.root = NodePlace(root: root)
        actions = self.root["judges"]?["action"]?.node.mapping?.entries.map(\.key.text) ?? []
        isShadow = root.mapping?["mode"]?.scalar?.text == "shadow"
        tiers = self.root["review"]?.entries.map(\.name).filter { $0 != "appeal" } ?? []
    }

    /// Every mutant, in the order of the file, with ids that begin with `policy`.
    static func mutants(of policy: String, file: SourceFile, root: YAMLNode) -> [Mutant] {
        var mutator = PolicyMutator(file: file, root: root)
        mutator.mutate()
        var known: [String: Int] = [:]
        let mutants = mutator.mutations.map { mutation in
            let id = "\(policy)/\(mutation.owner)/\(mutation.name)-\(mutation.fingerprint(in: file))"
            known[id, default: 0] += 1
            let count = known[id] ?? 1
            return Mutant(
                id: count > 1 ? "\(id)-\(count)" : id, owner: mutation.owner,
                location: SourceLocation(file, mutation.range), change: mutation.change(in: file),
                root: mutation.root, changesTexts: mutation.changesTexts)
        }
        return mutants.enumerated().sorted { a, b in
            (a.element.location.range.start, a.offset) < (b.element.location.range.start, b.offset)
        }.map(\.element)
    }

    private mutating func mutate() {
        mutateWhole()
        each("let") { $0.mutateExpression($1, "let", isTruth: true) }
        each("facts") { mutator, fact in for key in fact.entries { mutator.drop(key, "key-drop") } }
        each("tables") { $0.mutateTable($1) }
        each("rules") { $0.mutateRule($1) }
        each("labels") { $0.mutateLabel($1) }
        each("masks") { $0.mutateMask($1) }
        each("softens") { $0.mutateSoftener($1) }
        guard !isShadow else { return }
        each("tallies") { $0.mutateTally($1) }
        each("review") { $0.mutateTier($1) }
        each("modes") { $0.mutateMode($1) }
    }

    /// Goes over the named entries of a section.
    private mutating func each(_ section: String, _ mutate: (inout PolicyMutator, NodePlace) -> Void) {
        for entry in root[section]?.entries ?? [] {
            owner = section == "rules" ? entry.name : "\(section).\(entry.name)"
            mutate(&self, entry)
        }
    }

    private mutating func mutateWhole() {
        owner = "policy"
        if !isShadow, let stop = root["emergency-stop"] { mutateStop(stop) }
        guard let otherwise = root["otherwise"] else { return }
        // What is said where no rule speaks is turned into its opposite.
        replace(otherwise, "otherwise", with: ["deny", "hold"].contains(otherwise.text ?? "") ? "allow" : "deny")
    }

    /// What fixtures can tell of a stop: that there is one, and who decides. When it is time for one, others say.
    mutating func mutateStop(_ stop: NodePlace) {
        drop(stop, "stop-drop")
        if let to = stop["to"], let other = tiers.first(where: { $0 != to.text }) {
            replace(to, "stop-to", with: other)
        }
    }

    private mutating func mutateTable(_ table: NodePlace) {
        let rows = table["rows"]?.entries ?? []
        for row in rows + [table["otherwise"]].compactMap(\.self) {
            guard let other = rows.first(where: { $0.text != row.text })?.text else { continue }
            replace(row, "row", with: other)
        }
    }

    private mutating func mutateMode(_ mode: NodePlace) {
        if let lasts = mode["lasts"] { lengthen(lasts, "lasts") }
        if let renewals = mode["renewals"] { move(renewals, "renewals") }
        if let roles = mode["on-by"], roles.items.count > 1 { for role in roles.items { drop(role, "on-by-drop") } }
    }

    // MARK: Making changes

    /// Writes a mutation down. `new` takes the place's place in the tree; nothing takes it out.
    mutating func add(
        _ name: String, at place: NodePlace, node new: YAMLNode?, showing replacement: String?,
        in range: SourceRange? = nil, changesTexts: Bool = false
    ) {
        mutations.append(
            Mutation(
                owner: owner, name: name, range: range ?? (new == nil ? place.extent : place.node.range),
                replacement: replacement, root: root.node.replacing(place.path[...], with: new),
                changesTexts: changesTexts))
    }

    /// Writes down a change to more than one place, shown as the one that is taken out.
    mutating func add(_ name: String, range: SourceRange, root: YAMLNode) {
        mutations.append(Mutation(owner: owner, name: name, range: range, replacement: nil, root: root))
    }

    /// Takes out which actions something is about; where that is all of them, it says nothing.
    mutating func drop(actions place: NodePlace, _ name: String) {
        let named = place.oneOrMore.compactMap(\.text)
        if !actions.allSatisfy({ action in named.contains { $0.isSame(action) } }) { drop(place, name) }
    }

    /// Takes a place out of the tree.
    mutating func drop(_ place: NodePlace, _ name: String, changesTexts: Bool = false) {
        add(name, at: place, node: nil, showing: nil, changesTexts: changesTexts)
    }

    /// Writes another word, number or duration.
    mutating func replace(_ place: NodePlace, _ name: String, with text: String) {
        guard let scalar = place.node.scalar else { return }
        add(
            name, at: place,
            node: YAMLNode(content: .scalar(scalar.replacing(text: text)), range: place.node.range), showing: text)
    }

    /// Moves a whole number by one, both ways.
    mutating func move(_ place: NodePlace, _ name: String) {
        guard let number = place.node.scalar?.number?.integer, (0..<Int64(Int32.max)).contains(number) else { return }
        replace(place, "\(name)-more", with: String(number + 1))
        if number > 0 { replace(place, "\(name)-less", with: String(number - 1)) }
    }

    /// Makes a time until something is due longer by a second. A fixture that tells when it is due notices that, and
    /// would notice the other way as well.
    mutating func lengthen(_ place: NodePlace, _ name: String) {
        guard let text = moved(place, by: 1) else { return }
        replace(place, "\(name)-longer", with: text)
    }

    /// Moves a threshold of time by a second, both ways, or to another unit of the calendar.
    mutating func move(window place: NodePlace, _ name: String) {
        if let unit = place["calendar"] {
            let units = CalendarUnit.allCases.map(\.rawValue)
            guard let index = units.firstIndex(of: unit.text ?? "") else { return }
            replace(unit, "\(name)-unit", with: units[index + 1 < units.count ? index + 1 : index - 1])
            return
        }
        lengthen(place, name)
        if let text = moved(place, by: -1) { replace(place, "\(name)-shorter", with: text) }
    }

    private func moved(_ place: NodePlace, by seconds: Int64) -> String? {
        guard let text = place.text, let duration = Duration(policyText: text) else { return nil }
        let moved = duration + .seconds(seconds)
        return moved > .zero ? "\(moved.components.seconds)s" : nil
    }
}

/// What one slot of a frame holds.
package enum SlotSource: Sendable, Hashable {
    /// The value of an attribute; where it is missing, an error of kind
    /// ``EvaluationError/Kind/missingAttribute(path:depth:)``.
    case attribute(AttributePath)
    /// Whether an attribute is there: a bool, or an error where even what should hold it is missing. Asked instead of
    /// the attribute itself where that is a record, list or map, so that none is built to be thrown away.
    case presence(AttributePath)
    /// What the host numbered itself when it answered ``HostCalls/resolve``.
    case host(Int)
}

/// Which slots a frame has. Expressions that are planned with one layout share slots: each source has one.
package struct FrameLayout: Sendable {
    /// What each slot must be filled with, by the slot's number.
    package private(set) var sources: [SlotSource] = []
    private var slots: [SlotSource: Int] = [:]
    /// What is searched for in the texts of slots.
    private(set) var searches: [LiteralSearch] = []

    /// Whether the commonest conditions get steps of their own; if not, they are evaluated as any other, to the same value.
    let specialises: Bool

    /// A layout without slots.
    package init(specialises: Bool = true) { self.specialises = specialises }

    /// The slot for a source; a new one if it has none yet.
    package mutating func slot(for source: SlotSource) -> Int {
        if let slot = slots[source] { return slot }
        let slot = sources.count
        sources.append(source)
        slots[source] = slot
        return slot
    }

    /// The slot for a source, if any expression reads it.
    package func existingSlot(for source: SlotSource) -> Int? { slots[source] }

    /// Where a frame keeps whether the text of a slot contains a literal; nil where the slot has as many as are searched
    /// for at once, or the literal is empty.
    mutating func place(of literal: StringValue, inSlot slot: Int) -> LiteralPlace? {
        guard literal.utf8Count > 0 else { return nil }
        let search = searches.firstIndex { $0.slot == slot } ?? searches.count
        let literals = search < searches.count ? searches[search].literals : []
        if let known = literals.firstIndex(of: literal) { return LiteralPlace(search: search, literal: known) }
        guard literals.count < LiteralSearch.capacity else { return nil }
        let extended = LiteralSearch(slot: slot, literals: literals + [literal])
        if search < searches.count { searches[search] = extended } else { searches.append(extended) }
        return LiteralPlace(search: search, literal: literals.count)
    }
}

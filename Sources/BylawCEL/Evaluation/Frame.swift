/// Whoever fills the slots of a frame that nobody filled beforehand.
package protocol FrameHost: AnyObject {
    /// The value of a slot. Asked at most once for each slot until the frame is reset, however many expressions read
    /// it. May evaluate other programs in the same frame; one that asks for this slot again reads an error.
    func value(forSlot slot: Int) -> Value
}

/// The values that programs read: one slot for each attribute and each call of the host's.
///
/// A frame is used by one thread at a time, and again and again: ``reset()`` empties it without freeing it.
package final class Frame {
    /// What changes in an evaluation. It lies behind a pointer, as the slots do, so that reading it costs no check of
    /// exclusive access.
    struct State: ~Copyable {
        /// The cost of the evaluation under way.
        var spent = 0
        var limit = 0
        /// The cost of all evaluations since the last reset.
        var totalCost = 0
        /// Where the variables of the evaluation under way begin.
        var base = 0
        /// How many variables are in use, by that evaluation and those that wait for it.
        var top = 0
        var capacity = 0
        var locals: UnsafeMutablePointer<Value>?
        /// What is written down for an explanation.
        var trace: [Explanation.Entry]?
        /// Where the texts lie that slots were filled with.
        var arena = TextArena()
    }

    /// How many slots the frame has.
    package let slotCount: Int
    /// What one evaluation may cost.
    package let costLimit: Int
    /// What all evaluations since the last reset may cost together. What is evaluated once they have cost more is an error.
    package let totalLimit: Int
    /// The cost of all evaluations since the last reset.
    package var totalCost: Int { state.pointee.totalCost }
    /// Asked for slots that are not set. The frame does not keep it alive; it must not be asked once its host is gone.
    package unowned var host: (any FrameHost)?

    private let slots: UnsafeMutablePointer<Value?>
    /// The texts of slots that nobody has needed as values yet.
    private let texts: UnsafeMutablePointer<BorrowedText>
    let state: UnsafeMutablePointer<State>
    /// For each slot that is a text of which conditions ask whether it contains literals, which of them it does.
    private let searches: [LiteralSearch]
    private let findings: UnsafeMutableBufferPointer<LiteralSearch.Finding>
    /// What a slot holds while the host is asked for it. Each frame has its own: threads would otherwise count the
    /// references to one object by turns.
    private let circular = Value.failure(.host, "the value depends on itself")

    /// What an evaluation may cost where nothing else is said: some ten milliseconds of work.
    package static let standardCostLimit = 1_000_000

    /// What all evaluations may cost between two resets, where nothing else is said: some fifth of a second of work, and
    /// 200 MB of texts that expressions put together.
    package static let standardTotalLimit = 20_000_000

    /// A frame for all programs that were planned with `layout`, with no slot set.
    package init(
        _ layout: FrameLayout, host: (any FrameHost)? = nil, costLimit: Int = Frame.standardCostLimit,
        totalLimit: Int = Frame.standardTotalLimit
    ) {
        slotCount = layout.sources.count
        self.costLimit = costLimit
        self.totalLimit = totalLimit
        self.host = host
        slots = .allocate(capacity: max(1, slotCount))
        slots.initialize(repeating: nil, count: slotCount)
        texts = .allocate(capacity: max(1, slotCount))
        texts.initialize(repeating: .none, count: slotCount)
        searches = layout.searches
        findings = .allocate(capacity: searches.count)
        findings.initialize(repeating: .none)
        state = .allocate(capacity: 1)
        state.initialize(to: State())
    }

    deinit {
        slots.deinitialize(count: slotCount)
        slots.deallocate()
        texts.deallocate()
        findings.deallocate()
        if let locals = state.pointee.locals {
            locals.deinitialize(count: state.pointee.capacity)
            locals.deallocate()
        }
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// Empties every slot.
    package func reset() {
        for slot in 0..<slotCount {
            slots[slot] = nil
            texts[slot] = .none
        }
        state.pointee.arena.reset()
        forgetAnswers()
    }

    /// Empties the slots whose numbers are given, and forgets what was found in texts; the others stay filled.
    package func reset(slots emptied: [Int]) {
        for slot in emptied { slots[slot] = nil }
        forgetAnswers()
    }

    private func forgetAnswers() {
        for search in findings.indices { findings[search] = .none }
        state.pointee.totalCost = 0
    }

    /// The value of a slot; nothing where it has not been set. Slots outside the frame are never set.
    package subscript(slot: Int) -> Value? {
        get {
            guard slot >= 0 && slot < slotCount else { return nil }
            return slots[slot] == nil && texts[slot].isNone ? nil : value(slot)
        }
        set {
            guard slot >= 0 && slot < slotCount else { return }
            slots[slot] = newValue
            texts[slot] = .none
        }
    }

    /// Fills a slot of this frame with a copy of a text, which becomes a value only for those who need one.
    package func setText(_ slot: Int, _ text: UnsafeBufferPointer<UInt8>) {
        guard slot >= 0 && slot < slotCount else { return }
        slots[slot] = nil
        texts[slot] = BorrowedText(
            start: state.pointee.arena.copy(text), count: text.count, scalarCount: UTF8Bytes.scalarCount(text))
    }

    /// The value of a slot of this frame, from the host if it is not set.
    @inline(__always)
    package func value(_ slot: Int) -> Value {
        if let value = slots[slot] { return value }
        return ask(slot)
    }

    /// The text in a slot, where it holds one, for as long as the frame is not reset.
    @inline(__always)
    func text(_ slot: Int) -> BorrowedText? {
        let text = texts[slot]
        return text.isNone ? filled(slot).text : text
    }

    /// The place of a slot of this frame, which is filled from the host if it is not set.
    @inline(__always)
    func filled(_ slot: Int) -> UnsafePointer<Value?> {
        if slots[slot] == nil { _ = ask(slot) }
        return UnsafePointer(slots + slot)
    }

    @inline(never)
    private func ask(_ slot: Int) -> Value {
        let text = texts[slot]
        guard text.isNone else {
            let value = Value.string(StringValue(text))
            slots[slot] = value
            return value
        }
        // Whoever asks again before the host has answered reads this.
        slots[slot] = circular
        let value = host?.value(forSlot: slot) ?? .failure(.host, "the value was not given")
        slots[slot] = value
        return value
    }

    // MARK: Literals

    /// Whether the text of a slot contains a literal, and how many scalars the text has. The text is searched for all
    /// literals of its slot at once, by the first step that asks for one of them; nothing where the slot holds no text, or
    /// the frame's layout knows no such literal.
    @inline(__always)
    func search(_ slot: Int, for place: LiteralPlace) -> (isThere: Bool, scalarCount: Int)? {
        guard place.search < findings.count else { return nil }
        let finding = findings[place.search]
        if finding.isSearched { return (finding.has(place.literal), finding.scalarCount) }
        return search(slot, newlyFor: place)
    }

    @inline(never)
    private func search(_ slot: Int, newlyFor place: LiteralPlace) -> (isThere: Bool, scalarCount: Int)? {
        guard place.literal < searches[place.search].literals.count, let text = text(slot) else { return nil }
        let finding = searches[place.search].finding(in: text)
        findings[place.search] = finding
        return (finding.has(place.literal), finding.scalarCount)
    }

    // MARK: Cost

    /// Counts work. False where the evaluation has cost more than it may, and must end.
    @inline(__always) @discardableResult
    func charge(_ cost: Int) -> Bool {
        let (sum, overflows) = state.pointee.spent.addingReportingOverflow(cost)
        state.pointee.spent = overflows ? .max : sum
        return state.pointee.spent <= state.pointee.limit
    }

    var isExhausted: Bool { state.pointee.spent > state.pointee.limit }

    /// The value of every evaluation that cost more than it may.
    static let exhausted = Value.failure(.costLimit, "the expression costs more than it may")

    /// The value of an evaluation for which those before it have left too little.
    private static let allExhausted = Value.failure(.costLimit, "the expressions together cost more than they may")

    // MARK: Variables

    /// Lets one program run, with room for its variables and a budget of its own, whether or not another waits for it.
    @inline(__always)
    func run(locals count: Int, _ body: () -> Value) -> Value {
        let spent = state.pointee.spent
        let limit = state.pointee.limit
        let base = state.pointee.base
        let top = state.pointee.top
        state.pointee.spent = 0
        state.pointee.limit = min(costLimit, totalLimit - state.pointee.totalCost)
        state.pointee.base = top
        state.pointee.top = top + count
        if state.pointee.top > state.pointee.capacity { grow() }
        let value = body()
        state.pointee.totalCost = Cost.sum(state.pointee.totalCost, state.pointee.spent)
        let isExhausted = isExhausted
        state.pointee.spent = spent
        state.pointee.limit = limit
        state.pointee.base = base
        state.pointee.top = top
        guard isExhausted else { return value }
        return state.pointee.totalCost > totalLimit ? Frame.allExhausted : Frame.exhausted
    }

    @inline(never)
    private func grow() {
        let capacity = max(8, state.pointee.top * 2)
        let locals = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
        locals.initialize(repeating: .null, count: capacity)
        if let old = state.pointee.locals {
            for index in 0..<state.pointee.capacity { locals[index] = old[index] }
            old.deinitialize(count: state.pointee.capacity)
            old.deallocate()
        }
        state.pointee.locals = locals
        state.pointee.capacity = capacity
    }

    /// A variable of the program that runs.
    @inline(__always)
    func local(_ index: Int) -> Value { state.pointee.locals.map { $0[state.pointee.base + index] } ?? .null }

    /// The place of a variable.
    @inline(__always)
    func local(at index: Int) -> UnsafePointer<Value>? {
        state.pointee.locals.map { UnsafePointer($0 + (state.pointee.base + index)) }
    }

    @inline(__always)
    func setLocal(_ index: Int, _ value: Value) { state.pointee.locals?[state.pointee.base + index] = value }
}

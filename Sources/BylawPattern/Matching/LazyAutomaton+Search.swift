extension LazyAutomaton {
    /// What a search came to.
    enum Outcome: Equatable {
        case none
        /// The other end of the match.
        case found(Int)
        /// The text needs more states than there is room for, so often that another machine will be faster.
        case gaveUp
    }

    /// Where the first match ends that begins at or after `start`, or only there if `isAnchored`.
    /// `isEarly` if any end will do: then it is found as soon as there is one.
    func end(
        in text: Text, from start: Int, isAnchored: Bool, isEarly: Bool, candidates: CandidateFinder?
    ) -> Outcome {
        lastRead = start
        guard let bytes = text.bytes.baseAddress else {
            return endOfEmptyText(isAnchored: isAnchored)
        }
        let count = text.count
        let classes = self.classes
        let endOfText = stride - 1
        var effort = Effort(start, self)
        var found: Int?
        var position = start
        defer { lastRead = position }
        let candidates = isAnchored ? nil : candidates
        if let candidates {
            prepareWaiting()
            guard let candidate = candidates.next(in: text, from: position) else { return .none }
            position = candidate
        }
        var row = self.start(behind: position > 0 ? bytes[position - 1] : nil, isAnchored: isAnchored)
        var table = self.table
        while position < count {
            var entry = table[Int(row) + Int(classes[Int(bytes[position])])]
            if entry < Self.marked {
                row = entry
                position += 1
                continue
            }
            if entry & Self.unknown != 0 {
                entry = makeEntry(from: row, on: bytes[position])
                table = self.table
                if effort.isWasted(at: position, self) { return .gaveUp }
            }
            if entry & Self.match != 0 {
                found = position
                if isEarly { return .found(position) }
            }
            if entry & Self.dead != 0 { return found.map { .found($0) } ?? .none }
            row = entry & Self.rowMask
            position += 1
            if entry & Self.waiting != 0, let candidates {
                guard let candidate = candidates.next(in: text, from: position) else { return .none }
                if candidate > position {
                    position = candidate
                    row = self.start(behind: bytes[position - 1], isAnchored: false)
                    table = self.table
                }
            }
        }
        var entry = table[Int(row) + endOfText]
        if entry & Self.unknown != 0 { entry = makeEntry(from: row, on: nil) }
        if entry & Self.match != 0 { found = count }
        return found.map { .found($0) } ?? .none
    }

    private func endOfEmptyText(isAnchored: Bool) -> Outcome {
        let entry = makeEntry(from: start(behind: nil, isAnchored: isAnchored), on: nil)
        return entry & Self.match != 0 ? .found(0) : .none
    }

    /// Where a match begins that ends at `end` and begins at or after `limit`, the farthest there is. For a program
    /// that reads backwards.
    func start(in text: Text, from end: Int, downTo limit: Int) -> Outcome {
        let classes = self.classes
        let endOfText = stride - 1
        var effort = Effort(end, self)
        var found: Int?
        var position = end
        var row = start(behind: end < text.count ? text.bytes[end] : nil, isAnchored: true)
        var table = self.table
        while true {
            // One step more than there are bytes: what is before `limit` decides about a match that begins there.
            let byte = position > 0 ? text.bytes[position - 1] : nil
            var entry = table[Int(row) + (byte.map { Int(classes[Int($0)]) } ?? endOfText)]
            if entry & Self.unknown != 0 {
                entry = makeEntry(from: row, on: byte)
                table = self.table
                if effort.isWasted(at: position, self) { return .gaveUp }
            }
            if entry & Self.match != 0 { found = position }
            if entry & Self.dead != 0 || position == limit { break }
            row = entry & Self.rowMask
            position -= 1
        }
        return found.map { .found($0) } ?? .none
    }

    /// Watches whether states are of use before they are given up.
    private struct Effort {
        private var position: Int
        private var resets: Int

        init(_ position: Int, _ automaton: LazyAutomaton) {
            self.position = position
            resets = automaton.resets
        }

        /// Whether all states were given up after less than ten bytes for each.
        mutating func isWasted(at now: Int, _ automaton: LazyAutomaton) -> Bool {
            guard automaton.resets != resets else { return false }
            let isWasted = abs(now - position) < 10 * automaton.statesBeforeReset
            position = now
            resets = automaton.resets
            return isWasted
        }
    }
}

/// Finds every one of many keys in a folded text, in one pass: by a filter that skips where no key starts and a trie; where
/// too many keys start, by the trie's failure links (Aho and Corasick's automaton).
///
/// The trie's states are numbered breadth first, so that a state's children are neighbours and need no pointers: 16 bytes a
/// state. A key is a sequence of folded scalars; equal keys form one group.
final class Automaton: Sendable {
    struct Group: Sendable {
        /// How many scalars its keys have.
        let length: UInt32
        /// The group, plus one, of the longest other key that ends wherever this one does; 0 for none.
        var next: UInt32
        /// Its keys are ``keys`` from here up to the next group's.
        let firstKey: UInt32
    }

    private let codes: ScalarCodes
    /// For each state the code of the scalar that leads to it.
    private let labels: [UInt32]
    /// For each state its first child; its last one comes before the next state's first.
    private let firstChild: [UInt32]
    /// For each state that of the longest proper suffix.
    private let fail: [UInt32]
    /// For each state the group, plus one, of the longest key that ends there; 0 for none.
    private let output: [UInt32]
    /// The start state's children by code, 0 for none.
    private let start: [UInt32]
    let groups: [Group]
    /// The keys' numbers, group by group, ascending within each.
    private let keys: [UInt32]
    private let filter: PrefixFilter

    /// O(total length · log of the number of keys). Empty keys are never found.
    init(_ scalars: [[UInt32]]) {
        let trie = TrieBuilder(scalars)
        (codes, labels, firstChild, fail) = (trie.codes, trie.labels, trie.firstChild, trie.fail)
        (output, start, groups, keys) = (trie.output, trie.start, trie.groups, trie.keys)
        filter = PrefixFilter(scalars)
    }

    /// The keys of a group.
    func keys(of group: Int) -> ArraySlice<UInt32> {
        let end = group + 1 < groups.count ? Int(groups[group + 1].firstKey) : keys.count
        return keys[Int(groups[group].firstKey)..<end]
    }

    /// Calls `found` for every place where a key ends, with its group and the unit behind it, by ascending ends.
    func run(_ units: UnsafeBufferPointer<FoldedText.Unit>, _ found: (_ group: Int, _ end: Int) -> Void) {
        guard !groups.isEmpty else { return }
        withTables { run(units, from: 0, $0, found) }
    }

    /// Calls `found` for every place where a key ends, in any order. Behind the units ``FoldedText/padding`` more may be read.
    func search(_ units: UnsafeBufferPointer<FoldedText.Unit>, _ found: (_ group: Int, _ end: Int) -> Void) {
        guard !groups.isEmpty else { return }
        withTables { tables in
            // Where keys begin everywhere and are long, the trie would be walked as often as they are long. Then the failure
            // links are the shorter way, and find all that starts at the next place or behind.
            var steps = 0
            let reached = filter.forEachPlace(in: units) { index in
                steps += walk(units, index, tables, found)
                return steps <= Self.freeSteps + Self.stepsPerUnit * index
            }
            if reached < units.count { run(units, from: reached + 1, tables, found) }
        }
    }

    /// How many steps of the trie are free, and how many for each unit of the text.
    private static let freeSteps = 512
    private static let stepsPerUnit = 4

    /// Finds the keys that start at a unit. Says how many steps it took.
    @inline(never)
    private func walk(
        _ units: UnsafeBufferPointer<FoldedText.Unit>, _ first: Int, _ tables: Tables,
        _ found: (_ group: Int, _ end: Int) -> Void
    ) -> Int {
        var state = Int(tables.start[Int(tables.codes[units[first].scalar])])
        var index = first
        while state != 0 {
            index += 1
            let group = Int(tables.output[state])
            if group != 0, Int(groups[group - 1].length) == index - first { found(group - 1, index) }
            guard index < units.count else { break }
            let code = tables.codes[units[index].scalar]
            state = code == 0 ? 0 : tables.child(state, code)
        }
        return index - first + 1
    }

    private func run(
        _ units: UnsafeBufferPointer<FoldedText.Unit>, from first: Int, _ tables: Tables,
        _ found: (_ group: Int, _ end: Int) -> Void
    ) {
        var state = 0
        for index in first..<max(first, units.count) {
            let code = tables.codes[units[index].scalar]
            guard code != 0 else {
                state = 0
                continue
            }
            state = tables.next(state, code)
            var group = tables.output[state]
            while group != 0 {
                found(Int(group) - 1, index + 1)
                group = groups[Int(group) - 1].next
            }
        }
    }

    /// Lends the arrays, once: their bounds were checked when they were built.
    private func withTables(_ body: (Tables) -> Void) {
        labels.withUnsafeBufferPointer { labels in
            firstChild.withUnsafeBufferPointer { firstChild in
                fail.withUnsafeBufferPointer { fail in
                    output.withUnsafeBufferPointer { output in
                        start.withUnsafeBufferPointer { start in
                            codes.withTables { codes in
                                body(
                                    Tables(
                                        codes: codes, labels: labels, firstChild: firstChild, fail: fail,
                                        output: output, start: start))
                            }
                        }
                    }
                }
            }
        }
    }
}

extension Automaton {
    /// The transitions, to be read without checks.
    private struct Tables {
        let codes: ScalarCodes.Tables
        let labels: UnsafeBufferPointer<UInt32>
        let firstChild: UnsafeBufferPointer<UInt32>
        let fail: UnsafeBufferPointer<UInt32>
        let output: UnsafeBufferPointer<UInt32>
        let start: UnsafeBufferPointer<UInt32>

        /// The state's suffixes are tried until one has the child.
        @inline(__always)
        func next(_ state: Int, _ code: UInt32) -> Int {
            var state = state
            while state != 0 {
                let child = child(state, code)
                if child != 0 { return child }
                state = Int(fail[state])
            }
            return Int(start[Int(code)])
        }

        /// The state's child; 0 for none.
        @inline(__always)
        func child(_ state: Int, _ code: UInt32) -> Int {
            var low = Int(firstChild[state])
            let end = Int(firstChild[state + 1])
            var high = end
            while high - low > 4 {
                let middle = (low + high) / 2
                if labels[middle] < code { low = middle + 1 } else { high = middle }
            }
            while low < end, labels[low] < code { low += 1 }
            return low < end && labels[low] == code ? low : 0
        }
    }
}

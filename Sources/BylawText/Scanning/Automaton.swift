/// Finds every one of many keys in a folded text, in one pass (Aho and Corasick's automaton).
///
/// The trie's states are numbered breadth first, so that a state's children are neighbours and need no pointers: 16 bytes a
/// state. A key is a sequence of folded scalars; equal keys form one group.
struct Automaton: Sendable {
    struct Group: Sendable {
        /// How many scalars its keys have.
        let length: UInt32
        /// The group, plus one, of the longest other key that ends wherever this one does; 0 for none.
        var next: UInt32
        /// Its keys are ``keys`` from here up to the next group's.
        let firstKey: UInt32
    }

    let codes: ScalarCodes
    /// For each state the code of the scalar that leads to it.
    private(set) var labels: [UInt32] = [0]
    /// For each state its first child; its last one comes before the next state's first.
    private(set) var firstChild: [UInt32] = []
    /// For each state that of the longest proper suffix.
    private(set) var fail: [UInt32] = [0]
    /// For each state the group, plus one, of the longest key that ends there; 0 for none.
    private(set) var output: [UInt32] = [0]
    /// The start state's children by code, 0 for none.
    private(set) var start: [UInt32] = []
    private(set) var groups: [Group] = []
    /// The keys' numbers, group by group, ascending within each.
    private(set) var keys: [UInt32] = []

    /// O(total length · log of the number of keys). Empty keys are never found.
    init(_ scalars: [[UInt32]]) {
        codes = ScalarCodes(scalars)
        let coded = scalars.map { key in key.map { codes[$0] } }
        let order = coded.indices.filter { !coded[$0].isEmpty }.sorted {
            coded[$0] == coded[$1] ? $0 < $1 : coded[$0].lexicographicallyPrecedes(coded[$1])
        }
        build(coded, order)
    }

    /// The keys of a group.
    func keys(of group: Int) -> ArraySlice<UInt32> {
        let end = group + 1 < groups.count ? Int(groups[group + 1].firstKey) : keys.count
        return keys[Int(groups[group].firstKey)..<end]
    }

    /// Calls `found` for every place where a key ends, with its group and the unit behind it.
    func run(_ units: [FoldedText.Unit], _ found: (_ group: Int, _ end: Int) -> Void) {
        guard !groups.isEmpty else { return }
        // The arrays are lent once: their bounds were checked when they were built.
        labels.withUnsafeBufferPointer { labels in
            firstChild.withUnsafeBufferPointer { firstChild in
                fail.withUnsafeBufferPointer { fail in
                    start.withUnsafeBufferPointer { start in
                        codes.withTables { codes in
                            run(units, Tables(codes, labels, firstChild, fail, start), found)
                        }
                    }
                }
            }
        }
    }

    private func run(_ units: [FoldedText.Unit], _ tables: Tables, _ found: (_ group: Int, _ end: Int) -> Void) {
        var state = 0
        for index in units.indices {
            let code = tables.codes[units[index].scalar]
            guard code != 0 else {
                state = 0
                continue
            }
            state = tables.next(state, code)
            var group = output[state]
            while group != 0 {
                found(Int(group) - 1, index + 1)
                group = groups[Int(group) - 1].next
            }
        }
    }

    /// The state's suffixes are tried until one has the child.
    private func next(_ state: Int, _ code: UInt32) -> Int {
        var state = state
        while state != 0 {
            if let child = child(of: state, code) { return child }
            state = Int(fail[state])
        }
        return Int(start[Int(code)])
    }

    private func child(of state: Int, _ code: UInt32) -> Int? {
        var low = Int(firstChild[state])
        let end = Int(firstChild[state + 1])
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if labels[middle] < code { low = middle + 1 } else { high = middle }
        }
        return low < end && labels[low] == code ? low : nil
    }
}

extension Automaton {
    /// The transitions, to be read without checks.
    private struct Tables {
        let codes: ScalarCodes.Tables
        let labels: UnsafeBufferPointer<UInt32>
        let firstChild: UnsafeBufferPointer<UInt32>
        let fail: UnsafeBufferPointer<UInt32>
        let start: UnsafeBufferPointer<UInt32>

        init(
            _ codes: ScalarCodes.Tables, _ labels: UnsafeBufferPointer<UInt32>,
            _ firstChild: UnsafeBufferPointer<UInt32>, _ fail: UnsafeBufferPointer<UInt32>,
            _ start: UnsafeBufferPointer<UInt32>
        ) {
            (self.codes, self.labels, self.firstChild, self.fail, self.start) = (codes, labels, firstChild, fail, start)
        }

        @inline(__always)
        func next(_ state: Int, _ code: UInt32) -> Int {
            var state = state
            while state != 0 {
                var low = Int(firstChild[state])
                var high = Int(firstChild[state + 1])
                let end = high
                while high - low > 4 {
                    let middle = (low + high) / 2
                    if labels[middle] < code { low = middle + 1 } else { high = middle }
                }
                while low < end, labels[low] < code { low += 1 }
                if low < end, labels[low] == code { return low }
                state = Int(fail[state])
            }
            return Int(start[Int(code)])
        }
    }

    /// Makes the states level by level. `order` sorts the keys, so that those that share a prefix are neighbours.
    private mutating func build(_ coded: [[UInt32]], _ order: [Int]) {
        /// The keys, by their place in `order`, that pass through each state, and how deep it lies.
        var spans = [(low: 0, high: order.count, depth: 0)]
        start = [UInt32](repeating: 0, count: codes.count + 1)
        var state = 0
        while state < spans.count {
            firstChild.append(UInt32(labels.count))
            var (low, high, depth) = spans[state]
            while low < high, coded[order[low]].count == depth { low += 1 }
            while low < high {
                let code = coded[order[low]][depth]
                let first = low
                while low < high, coded[order[low]][depth] == code { low += 1 }
                let child = labels.count
                labels.append(code)
                spans.append((first, low, depth + 1))
                let suffix = state == 0 ? 0 : next(Int(fail[state]), code)
                fail.append(UInt32(suffix))
                if state == 0 { start[Int(code)] = UInt32(child) }
                output.append(addGroup(coded, order[first..<low], depth + 1, output[suffix]))
            }
            high = low
            state += 1
        }
        firstChild.append(UInt32(labels.count))
    }

    /// Adds the group of the keys that end at a new state, if any, and says what the state's output is.
    private mutating func addGroup(
        _ coded: [[UInt32]], _ members: ArraySlice<Int>, _ length: Int, _ suffix: UInt32
    ) -> UInt32 {
        let ending = members.prefix { coded[$0].count == length }
        guard !ending.isEmpty else { return suffix }
        groups.append(Group(length: UInt32(length), next: suffix, firstKey: UInt32(keys.count)))
        keys += ending.map { UInt32($0) }
        return UInt32(groups.count)
    }
}

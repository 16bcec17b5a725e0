/// Makes an automaton's states of its keys, level by level.
struct TrieBuilder {
    let codes: ScalarCodes
    private(set) var labels: [UInt32] = [0]
    private(set) var firstChild: [UInt32] = []
    private(set) var fail: [UInt32] = [0]
    private(set) var output: [UInt32] = [0]
    private(set) var start: [UInt32] = []
    private(set) var groups: [Automaton.Group] = []
    private(set) var keys: [UInt32] = []

    init(_ scalars: [[UInt32]]) {
        codes = ScalarCodes(scalars)
        let coded = scalars.map { key in key.map { codes[$0] } }
        let order = coded.indices.filter { !coded[$0].isEmpty }.sorted {
            coded[$0] == coded[$1] ? $0 < $1 : coded[$0].lexicographicallyPrecedes(coded[$1])
        }
        build(coded, order)
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
        groups.append(Automaton.Group(length: UInt32(length), next: suffix, firstKey: UInt32(keys.count)))
        keys += ending.map { UInt32($0) }
        return UInt32(groups.count)
    }
}

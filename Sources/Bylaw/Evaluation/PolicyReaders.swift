/// How each policy that applies reads a request.
struct PolicyReaders {
    /// The policies' indices, ascending.
    private let policies: [Int]
    private let readers: [AttributeReader]

    /// - Parameter frames: Of the policies that apply, ascending by their plans.
    init(_ frames: [PolicyFrame] = []) {
        policies = frames.map(\.index)
        readers = frames.map(\.reader)
    }

    /// Calls `body` for each policy, ascending.
    func forEach(_ body: (_ policy: Int, AttributeReader) -> Void) {
        for index in policies.indices { body(policies[index], readers[index]) }
    }

    /// A policy's reader; nil where it does not apply.
    subscript(policy: Int) -> AttributeReader? {
        var range = policies.startIndex..<policies.endIndex
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if policies[middle] == policy { return readers[middle] }
            range = policies[middle] < policy ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }
}

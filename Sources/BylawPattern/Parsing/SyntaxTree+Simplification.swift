/// Nodes are simplified as they are made, so that no later stage sees what is needlessly hard. None of it changes what
/// a pattern matches, nor which of several matches it prefers.
extension SyntaxTree {
    /// One after the other: neighbouring literals become one, and what is empty goes.
    mutating func addSequence(_ children: [Int]) -> Int {
        var kept: [Int] = []
        var literal: [UInt8] = []
        var literalNodes: [Int] = []
        func flush(_ tree: inout SyntaxTree) {
            if literalNodes.count > 1 {
                kept.append(tree.add(.literal(literal)))
            } else {
                kept += literalNodes
            }
            literal = []
            literalNodes = []
        }
        for child in children {
            switch nodes[child] {
            case .empty: continue
            case .literal(let bytes):
                literal += bytes
                literalNodes.append(child)
            default:
                flush(&self)
                kept.append(child)
            }
        }
        flush(&self)
        return kept.count > 1 ? add(.sequence(kept)) : kept.first ?? add(.empty)
    }

    /// One of several: neighbours that are one character each become one set, and neighbouring literals that start
    /// alike share their start.
    mutating func addAlternation(_ children: [Int]) -> Int {
        let merged = sharingPrefixes(joiningCharacters(children))
        return merged.count == 1 ? merged[0] : add(.alternation(merged))
    }

    /// A repetition of a node, or something simpler that means the same.
    mutating func addRepetition(of child: Int, minimum: Int, maximum: Int?, isLazy: Bool, product: Int) -> Int {
        switch (nodes[child], minimum, maximum) {
        case (_, 0, 0):
            return add(.empty, repetitions: product)
        case (.empty, _, _), (_, 1, 1):
            // A copy, for the product must not count for the node itself wherever else it may stand.
            return add(nodes[child], repetitions: product)
        case (.repetition(let inner, let innerMinimum, let innerMaximum, isLazy), _, _)
        where Self.isSimple(minimum, maximum) && Self.isSimple(innerMinimum, innerMaximum):
            // `(?:x*)*`, `(?:x+)?` and their like, all as eager or all as lazy.
            let isOptional = maximum == 1 && innerMaximum == 1
            return add(
                .repetition(
                    inner, minimum: min(minimum, innerMinimum), maximum: isOptional ? 1 : nil, isLazy: isLazy),
                repetitions: product)
        default:
            return add(
                .repetition(child, minimum: minimum, maximum: maximum, isLazy: isLazy), repetitions: product)
        }
    }

    /// One character of a set, which is a literal where the set has one only.
    mutating func addSet(_ set: ScalarSet) -> Int {
        if let scalar = set.single, let bytes = Self.utf8(scalar) {
            return add(.literal(bytes))
        }
        return add(.set(set))
    }

    /// Whether a repetition is `*`, `+` or `?`.
    private static func isSimple(_ minimum: Int, _ maximum: Int?) -> Bool {
        maximum == nil ? minimum <= 1 : minimum == 0 && maximum == 1
    }

    /// `a|b|[cd]` as `[a-d]`: which of them matched makes no difference.
    private mutating func joiningCharacters(_ children: [Int]) -> [Int] {
        var result: [Int] = []
        var run: [Int] = []
        var ranges: [ClosedRange<UInt32>] = []
        func flush(_ tree: inout SyntaxTree) {
            if run.count > 1 { result.append(tree.addSet(ScalarSet(ranges))) } else { result += run }
            run = []
            ranges = []
        }
        for child in children {
            switch nodes[child] {
            case .set(let set):
                ranges += set.ranges
                run.append(child)
            case .literal(let bytes):
                guard let scalar = Self.onlyScalar(bytes) else { fallthrough }
                ranges.append(scalar...scalar)
                run.append(child)
            default:
                flush(&self)
                result.append(child)
            }
        }
        flush(&self)
        return result
    }

    /// `apple|apply|pear` as `appl(?:e|y)|pear`. Once only, so that a long list never becomes a deep tree.
    private mutating func sharingPrefixes(_ children: [Int]) -> [Int] {
        var result: [Int] = []
        var index = 0
        while index < children.count {
            guard case .literal(var prefix) = nodes[children[index]] else {
                result.append(children[index])
                index += 1
                continue
            }
            var end = index + 1
            while end < children.count, case .literal(let bytes) = nodes[children[end]] {
                let common = Self.wholeCharacters(in: prefix, sharedWith: bytes)
                guard common > 0 else { break }
                prefix.removeSubrange(common...)
                end += 1
            }
            if end - index > 1 {
                result.append(factored(Array(children[index..<end]), after: prefix))
            } else {
                result.append(children[index])
            }
            index = end
        }
        return result
    }

    private mutating func factored(_ literals: [Int], after prefix: [UInt8]) -> Int {
        var rests: [Int] = []
        for node in literals {
            guard case .literal(let bytes) = nodes[node] else { continue }
            rests.append(bytes.count == prefix.count ? add(.empty) : add(.literal(Array(bytes[prefix.count...]))))
        }
        let joined = joiningCharacters(rests)
        let tail = joined.count == 1 ? joined[0] : add(.alternation(joined))
        return add(.sequence([add(.literal(prefix)), tail]))
    }

    /// How many bytes two literals share at their start, no character divided.
    private static func wholeCharacters(in one: [UInt8], sharedWith other: [UInt8]) -> Int {
        var count = 0
        while count < one.count, count < other.count, one[count] == other[count] { count += 1 }
        // Step back out of a character of which only the first bytes are the same.
        func isInside(_ bytes: [UInt8]) -> Bool { count < bytes.count && bytes[count] & 0xC0 == 0x80 }
        while count > 0, isInside(one) || isInside(other) { count -= 1 }
        return count
    }

    /// The character that bytes encode, if they are just one.
    private static func onlyScalar(_ bytes: [UInt8]) -> UInt32? {
        guard bytes.count <= 4 else { return nil }
        var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.makeIterator()
        guard let scalar = scalars.next(), scalars.next() == nil else { return nil }
        return scalar.value
    }

    /// A code point in UTF-8; nil for a surrogate, which no text contains.
    static func utf8(_ scalar: UInt32) -> [UInt8]? {
        Unicode.Scalar(scalar).map { Array(String($0).utf8) }
    }
}

import BylawSource

extension Parser {
    /// What is gathered of a class while it is read.
    private struct ClassContent {
        /// What folds at the end, if case is ignored.
        var folding: [ClosedRange<UInt32>] = []
        /// What has folded already, or does not fold.
        var settled: [ClosedRange<UInt32>] = []
        /// The named sets that are in already: `[\pL\pL…]` costs no more than `[\pL]`.
        var named: Set<[UInt8]> = []
    }

    /// Reads `[…]`.
    mutating func readClass() throws(PatternError) -> ScalarSet {
        let start = reader.offset
        reader.offset += 1
        let isNegated = reader.take("^")
        var content = ClassContent()
        var isFirst = true
        while true {
            guard let byte = reader.peek() else { throw .unclosedClass(SourceRange(start, start + 1)) }
            if byte == UInt8(ascii: "]"), !isFirst { break }
            isFirst = false
            let itemStart = reader.offset
            if let (set, isNegatedItem) = try readNamedSet(inClass: true) {
                let written = Array(reader.bytes[itemStart..<reader.offset])
                guard content.named.insert(written).inserted else { continue }
                if !isNegatedItem {
                    content.folding += set.ranges
                } else if flags.contains(.ignoresCase) {
                    content.settled += CaseFolding.closure(of: set).inverted.ranges
                } else {
                    content.settled += set.inverted.ranges
                }
            } else {
                content.folding.append(try readRange(in: start))
            }
        }
        reader.offset += 1
        var set = ScalarSet(content.folding)
        if flags.contains(.ignoresCase) { set = CaseFolding.closure(of: set) }
        if !content.settled.isEmpty { set = ScalarSet(set.ranges + content.settled) }
        try count(set, from: start)
        return isNegated ? set.inverted : set
    }

    /// Reads `\d`, `\pL`, `\p{Greek}` or, in a class, `[:alpha:]`; nothing where none of them comes next.
    /// The set is not folded, and the flag says whether its complement is meant.
    mutating func readNamedSet(inClass: Bool) throws(PatternError) -> (set: ScalarSet, isNegated: Bool)? {
        if inClass, reader.starts(with: "[:") { return try readPOSIXClass() }
        guard reader.starts(with: "\\"), let letter = reader.peek(1) else { return nil }
        switch letter {
        case "d", "D", "s", "S", "w", "W":
            reader.offset += 2
            switch letter {
            case "d", "D": return (UnicodeSet.digits, letter == UInt8(ascii: "D"))
            case "s", "S": return (UnicodeSet.spaces, letter == UInt8(ascii: "S"))
            default: return (UnicodeSet.wordCharacters, letter == UInt8(ascii: "W"))
            }
        case "p", "P": return try readProperty()
        default: return nil
        }
    }

    private mutating func readPOSIXClass() throws(PatternError) -> (set: ScalarSet, isNegated: Bool)? {
        let start = reader.offset
        reader.offset += 2
        let isNegated = reader.take("^")
        let nameStart = reader.offset
        while !reader.isAtEnd, !reader.starts(with: ":]") { reader.offset += 1 }
        guard !reader.isAtEnd else {
            // No `:]` anywhere: the bracket and the colon stand for themselves.
            reader.offset = start
            return nil
        }
        let name = Array(reader.bytes[nameStart..<reader.offset])
        reader.offset += 2
        guard let set = UnicodeSet.posix(name) else {
            throw .unknownPOSIXClass(String(decoding: name, as: UTF8.self), at: range(from: start))
        }
        return (set, isNegated)
    }

    private mutating func readProperty() throws(PatternError) -> (set: ScalarSet, isNegated: Bool) {
        let start = reader.offset
        var isNegated = reader.peek(1) == UInt8(ascii: "P")
        reader.offset += 2
        var name: [UInt8]
        if reader.take("{") {
            guard let braced = reader.take(upTo: "}") else { throw .unclosedProperty(range(from: start)) }
            name = braced
        } else {
            let letterStart = reader.offset
            guard reader.next() != nil else { throw .unclosedProperty(range(from: start)) }
            name = Array(reader.bytes[letterStart..<reader.offset])
        }
        if name.first == UInt8(ascii: "^") {
            isNegated.toggle()
            name.removeFirst()
        }
        if let known = namedSets[name] { return (known, isNegated) }
        guard let set = UnicodeSet.property(name) else {
            throw .unknownProperty(String(decoding: name, as: UTF8.self), at: range(from: start))
        }
        namedSets[name] = set
        return (set, isNegated)
    }

    /// Reads a character of a class, or a range of them.
    private mutating func readRange(in classStart: Int) throws(PatternError) -> ClosedRange<UInt32> {
        let start = reader.offset
        let low = try readClassCharacter(in: classStart)
        guard reader.starts(with: "-"), let next = reader.peek(1), next != UInt8(ascii: "]") else { return low...low }
        reader.offset += 1
        let high = try readClassCharacter(in: classStart)
        guard low <= high else {
            let written = String(decoding: reader.bytes[start..<reader.offset], as: UTF8.self)
            throw .rangeReversed(written, at: range(from: start))
        }
        return low...high
    }

    private mutating func readClassCharacter(in classStart: Int) throws(PatternError) -> UInt32 {
        if reader.starts(with: "\\") { return try readEscapedCharacter() }
        guard let scalar = reader.next() else { throw .unclosedClass(SourceRange(classStart, classStart + 1)) }
        return scalar
    }
}

import BylawSource

/// Reads RE2's syntax into a tree. It keeps its own stack of open groups, so that nesting never uses the machine's.
struct Parser {
    /// A group that was opened and not yet closed; the first is the whole pattern.
    struct Level {
        /// Where its parenthesis is.
        let opening: SourceRange
        /// Its number, if it captures.
        let number: Int?
        /// What held before it, and holds again after it.
        let flags: PatternFlags
        /// What stands before each `|` so far.
        var branches: [Int] = []
        /// What stands behind the last `|`, piece by piece, so that a repetition finds its argument.
        var pieces: [Int] = []
    }

    var reader: PatternReader
    let limits: PatternLimits
    var flags: PatternFlags = []
    var tree = SyntaxTree()
    var levels = [Level(opening: SourceRange(0, 0), number: nil, flags: [])]
    /// The names of the groups by number, the whole match included.
    var names: [String?] = [nil]
    /// The names again, to find one that is used twice. UTF-8, for equal names are those with the same bytes.
    var knownNames: Set<[UInt8]> = []
    /// How many ranges all classes have together.
    var rangeCount = 0
    /// The sets that were looked up by name, so that one named often is unpacked once.
    var namedSets: [[UInt8]: ScalarSet] = [:]

    /// What a set that stands outside a class was made into.
    var standaloneSets: [StandaloneSet: ScalarSet] = [:]

    /// A set as it is written, and whether case is ignored.
    struct StandaloneSet: Hashable {
        let written: [UInt8]
        let ignoresCase: Bool
    }

    init(_ text: String, limits: PatternLimits) {
        reader = PatternReader(text)
        self.limits = limits
    }

    /// Reads the whole pattern; the tree's root is then what it says.
    mutating func parse() throws(PatternError) {
        guard reader.bytes.count <= limits.textBytes else {
            throw .tooLong(reader.bytes.count, limit: limits.textBytes)
        }
        var repetition: SourceRange?
        while let byte = reader.peek() {
            let start = reader.offset
            let previous = repetition
            repetition = nil
            switch byte {
            case "(": try open()
            case ")": try close()
            case "|":
                reader.offset += 1
                endBranch()
            case "*", "+", "?", "{":
                if let operation = readRepetition() {
                    try repeatLast(operation, from: start, after: previous)
                    repetition = range(from: start)
                } else {
                    try pushCharacter()
                }
            case "[": try push(tree.addSet(try readClass()))
            case ".":
                reader.offset += 1
                try push(tree.addSet(flags.contains(.dotTakesNewline) ? .all : ScalarSet([0x0A...0x0A]).inverted))
            case "^":
                reader.offset += 1
                try push(tree.add(.assertion(flags.contains(.isMultiline) ? .lineStart : .textStart)))
            case "$":
                reader.offset += 1
                try push(tree.add(.assertion(flags.contains(.isMultiline) ? .lineEnd : .textEnd)))
            case "\\": try readEscape()
            default: try pushCharacter()
            }
        }
        guard levels.count == 1 else { throw .unclosedGroup(levels[levels.count - 1].opening) }
        endBranch()
        let whole = tree.addAlternation(levels[0].branches)
        // The root stands last, even where it is simplified to one of its parts.
        _ = tree.add(tree.nodes[whole])
    }

    /// From a place to what is read next.
    func range(from start: Int) -> SourceRange {
        SourceRange(start, reader.offset)
    }

    /// Puts a node behind what was read.
    mutating func push(_ node: Int) throws(PatternError) {
        guard tree.heights[node] <= limits.nesting else {
            throw .tooDeep(SourceRange(max(0, reader.offset - 1), reader.offset), limit: limits.nesting)
        }
        levels[levels.count - 1].pieces.append(node)
    }

    /// Puts a character behind what was read.
    mutating func pushLiteral(_ scalar: UInt32) throws(PatternError) {
        let ring = flags.contains(.ignoresCase) ? CaseFolding.ring(of: scalar) : [scalar]
        try push(tree.addSet(ScalarSet(ring.map { $0...$0 })))
    }

    /// Reads a character that stands for itself.
    private mutating func pushCharacter() throws(PatternError) {
        if let scalar = reader.next() { try pushLiteral(scalar) }
    }

    /// Counts the ranges of a set that was read, and refuses the one that is too many.
    mutating func count(_ set: ScalarSet, from start: Int) throws(PatternError) {
        rangeCount += set.ranges.count
        guard rangeCount <= limits.programSize else { throw .tooLarge(range(from: start), limit: limits.programSize) }
    }

    /// Ends what stands between two `|`.
    mutating func endBranch() {
        let branch = tree.addSequence(levels[levels.count - 1].pieces)
        levels[levels.count - 1].pieces = []
        levels[levels.count - 1].branches.append(branch)
    }
}

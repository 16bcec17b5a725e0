/// A deterministic automaton that is built while it runs: each state stands for all the ways that a program could have
/// come, and each step is one look into a table.
///
/// A state is made when a text first leads to it, and kept while there is room. Whether a position is the end of a
/// match shows one byte later, for that byte may decide about it (`\b`, `$`): so the entry for a byte says that a match
/// ended *before* it, and the end of the text is one more thing to step over.
///
/// One thread at a time may use it. ``LazyAutomaton+Search.swift`` runs it over a text.
final class LazyAutomaton {
    /// Which end of a match is wanted.
    enum Kind {
        /// The one that the pattern prefers: what it prefers less is given up when a match ends.
        case preferred
        /// The farthest, whichever way leads there.
        case farthest
    }

    /// Where a step leads: the state's row in the table, and marks in the highest bits.
    typealias Entry = UInt32

    /// This step was not yet taken.
    static let unknown: Entry = 1 << 31
    /// No match can end behind this step.
    static let dead: Entry = 1 << 30
    /// A match ended before this step.
    static let match: Entry = 1 << 29
    /// The state waits for a match to begin: nothing has been matched so far.
    static let waiting: Entry = 1 << 28
    /// The least entry that has a mark.
    static let marked = waiting
    /// The part of an entry that is the row.
    static let rowMask = waiting - 1

    /// A state's place in the table, its number times ``stride``.
    typealias Row = UInt32

    let program: Program
    let kind: Kind
    /// Entries in a row: one for each class of bytes, and one for the end of the text.
    let stride: Int
    /// A copy of the program's, which the search reads without a bounds check.
    let classes: UnsafeMutablePointer<UInt8>
    /// All rows, one after the other.
    private(set) var table: UnsafeMutablePointer<Entry>
    /// How often all states were given up for want of room.
    private(set) var resets = 0
    /// How many states there were when they were last given up.
    private(set) var statesBeforeReset = 0

    /// How far the last search for an end has read.
    var lastRead = 0

    private let marksWaiting: Bool
    private let byteLimit: Int
    private var bytesUsed = 0
    private var capacity: Int
    private var keys: [[UInt32]] = []
    private var rows: [[UInt32]: Row] = [:]
    private var waitingRows: Set<Row> = []
    /// Where to begin, by ``startIndex(behind:isAnchored:)``.
    private var starts: [Row?] = Array(repeating: nil, count: 8)
    private var reached: AddressSet
    private var settled: [Program.Address] = []
    private var pending: [Program.Address] = []

    /// An automaton of a program, whose states take about `byteLimit` bytes at most. `marksWaiting` if steps to where a
    /// match may begin are to be marked: of use only to a search that can skip from there.
    init(_ program: Program, kind: Kind, marksWaiting: Bool = false, byteLimit: Int) {
        self.marksWaiting = marksWaiting
        self.program = program
        self.kind = kind
        self.byteLimit = min(byteLimit, Int(Self.rowMask))
        stride = program.byteClasses.count + 1
        classes = .allocate(capacity: 256)
        classes.update(from: program.byteClasses.classes, count: 256)
        capacity = 16
        table = .allocate(capacity: capacity * stride)
        reached = AddressSet(capacity: program.instructions.count)
    }

    deinit {
        classes.deallocate()
        table.deallocate()
    }

    // MARK: Steps

    /// The state to begin in behind a byte, or behind nothing.
    func start(behind byte: UInt8?, isAnchored: Bool) -> Row {
        let index = startIndex(behind: byte, isAnchored: isAnchored)
        if let row = starts[index] { return row }
        reached.removeAll()
        settled.removeAll(keepingCapacity: true)
        let behind = Text.assertionsBehind(byte).intersection(program.assertions)
        follow(isAnchored ? program.anchoredStart : program.searchStart, holding: behind, isDecided: false)
        let row = self.row(of: makeKey(behind: behind, isWordBehind: byte.map(Text.isWord) ?? false))
        starts[index] = row
        if !isAnchored, marksWaiting { waitingRows.insert(row) }
        return row
    }

    /// Tells apart what can make a difference to where a search begins.
    private func startIndex(behind byte: UInt8?, isAnchored: Bool) -> Int {
        let anchor = isAnchored ? 4 : 0
        guard !program.assertions.isEmpty else { return anchor }
        return switch byte {
        case nil: anchor
        case 0x0A?: anchor + 1
        case let byte?: anchor + (Text.isWord(byte) ? 2 : 3)
        }
    }

    /// Makes the states in which a search waits for a match to begin, so that they are known when a step leads there.
    func prepareWaiting() {
        guard starts[0] == nil else { return }
        for byte in [nil, UInt8(ascii: "\n"), UInt8(ascii: "a"), UInt8(ascii: " ")] {
            _ = start(behind: byte, isAnchored: false)
        }
    }

    /// Finds out where a step leads, and notes it. `byte` is nil at the end of the text.
    func makeEntry(from row: Row, on byte: UInt8?) -> Entry {
        decide(keys[Int(row) / stride], ahead: byte)
        var isMatch = false
        let decided = settled
        settled.removeAll(keepingCapacity: true)
        reached.removeAll()
        let behind = Text.assertionsBehind(byte).intersection(program.assertions)
        for address in decided {
            if program.isMatch(address) {
                isMatch = true
                if kind == .preferred { break }
            } else if let byte, let next = program.next(from: address, on: byte) {
                follow(next, holding: behind, isDecided: false)
            }
        }
        var entry: Entry = isMatch ? Self.match : 0
        let resetsBefore = resets
        let key = makeKey(behind: behind, isWordBehind: byte.map(Text.isWord) ?? false)
        if key.count == 1 {
            entry |= Self.dead
        } else {
            let next = self.row(of: key)
            entry |= next
            if waitingRows.contains(next) { entry |= Self.waiting }
        }
        if resets == resetsBefore {
            table[Int(row) + (byte.map { Int(classes[Int($0)]) } ?? stride - 1)] = entry
        }
        return entry
    }

    /// Puts into ``settled`` what a state stands for once the next byte is known.
    private func decide(_ key: [UInt32], ahead byte: UInt8?) {
        settled.removeAll(keepingCapacity: true)
        guard key[0] & Self.isPending != 0 else {
            settled.append(contentsOf: key[1...])
            return
        }
        reached.removeAll()
        let isWordBehind = key[0] & Self.isWordBehind != 0
        let holding = SyntaxTree.Assertion(rawValue: UInt8(truncatingIfNeeded: key[0]))
            .union(Text.assertionsAhead(byte))
            .union(Text.boundary(isWordBehind: isWordBehind, ahead: byte))
        for address in key[1...] {
            if case .split = program.instructions[Int(address)] {
                // Its ways stand behind it. One that leads here again from an assertion must not lead on.
                _ = reached.insert(address)
            } else {
                follow(address, holding: holding, isDecided: true)
            }
        }
    }

    /// Adds to ``settled`` what can be reached from an instruction without taking a byte. Before the next byte is known
    /// (`isDecided` is false), an assertion about it stays as it is, and the splits that were passed are added too.
    private func follow(_ start: Program.Address, holding: SyntaxTree.Assertion, isDecided: Bool) {
        pending.append(start)
        while let address = pending.popLast() {
            guard reached.insert(address) else { continue }
            switch program.instructions[Int(address)] {
            case .fail: break
            case .split(let first, let second):
                if !isDecided { settled.append(address) }
                pending.append(second)
                pending.append(first)
            case .slot(_, let next): pending.append(next)
            case .assertion(let assertion, let next):
                if holding.contains(assertion) {
                    pending.append(next)
                } else if !isDecided, Self.areAhead.contains(assertion) {
                    settled.append(address)
                }
            case .match, .byte, .bytes: settled.append(address)
            }
        }
    }

    // MARK: States

    /// The first number of a key holds the assertions that hold behind the state, and these.
    private static let isWordBehind: UInt32 = 1 << 8
    private static let isPending: UInt32 = 1 << 9

    /// Those that the next byte decides.
    private static let areAhead: SyntaxTree.Assertion = [.textEnd, .lineEnd, .wordBoundary, .notWordBoundary]

    /// What tells states apart: the instructions that were reached, in order. Where an assertion waits among them, also
    /// what is known of the position, and which splits were passed before it and after it.
    private func makeKey(behind: SyntaxTree.Assertion, isWordBehind: Bool) -> [UInt32] {
        var key: [UInt32] = [0]
        key.reserveCapacity(settled.count + 1)
        let isPending = !program.assertions.isDisjoint(with: Self.areAhead) && settled.contains { isAssertion($0) }
        for address in settled {
            if !isPending || kind == .farthest, case .split = program.instructions[Int(address)] { continue }
            key.append(address)
        }
        if isPending {
            key[0] = UInt32(behind.rawValue) | Self.isPending
            if isWordBehind, program.asksForWords { key[0] |= Self.isWordBehind }
        }
        if kind == .farthest {
            // The order means nothing here, so fewer states do if it is always the same.
            key[1...].sort()
        }
        return key
    }

    private func isAssertion(_ address: Program.Address) -> Bool {
        if case .assertion = program.instructions[Int(address)] { true } else { false }
    }

    /// The state with a key, made if it is new. All others may be given up for it.
    private func row(of key: [UInt32]) -> Row {
        if let row = rows[key] { return row }
        // A key is held twice; an array and a dictionary entry have a head of some 32 bytes each.
        let cost = stride * MemoryLayout<Entry>.size + key.count * MemoryLayout<UInt32>.size * 2 + 96
        if bytesUsed + cost > byteLimit, !keys.isEmpty { reset() }
        bytesUsed += cost
        if keys.count == capacity { grow() }
        let row = Row(keys.count * stride)
        (table + Int(row)).initialize(repeating: Self.unknown, count: stride)
        keys.append(key)
        rows[key] = row
        return row
    }

    private func reset() {
        resets += 1
        statesBeforeReset = keys.count
        keys.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
        waitingRows.removeAll()
        starts = Array(repeating: nil, count: starts.count)
        bytesUsed = 0
    }

    private func grow() {
        let larger = UnsafeMutablePointer<Entry>.allocate(capacity: capacity * 2 * stride)
        larger.update(from: table, count: keys.count * stride)
        table.deallocate()
        table = larger
        capacity *= 2
    }
}

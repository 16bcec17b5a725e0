/// Turns a tree into a program, from the end to the start: whatever a node leads to is there before the node is.
///
/// It keeps its own stack of what is left to do, so that no nesting can exhaust the machine's, and stops as soon as
/// the program is larger than allowed.
struct Compiler {
    /// What is left to do. Each leaves in ``entry`` where what it made begins.
    private enum Task {
        /// Make a node that leads on to ``entry``.
        case visit(Int)
        /// Note a position, then go on to ``entry``.
        case slot(UInt32)
        /// Set ``entry``.
        case leadTo(Program.Address)
        /// Keep ``entry`` as one of several ways.
        case keepWay
        /// Join so many ways that were kept, the last kept being the first to try.
        case joinWays(Int)
        /// Let the split at an address lead to ``entry`` again, or out.
        case closeLoop(Program.Address, exit: Program.Address, isLazy: Bool, entersAtSplit: Bool)
        /// Make what begins at ``entry`` optional.
        case makeOptional(exit: Program.Address, isLazy: Bool)
        /// Make a node so many times, one after the other.
        case visitTimes(Int, count: Int)
        /// Make a node so many times more, each optional and inside the one before.
        case visitOptionally(Int, count: Int, exit: Program.Address, isLazy: Bool)
    }

    private let tree: SyntaxTree
    private let isReversed: Bool
    private let limit: Int
    /// Which nodes match nothing at all in some way.
    private let isNullable: [Bool]
    private var automata: [ScalarSet: ByteAutomaton] = [:]
    private var program = Program()
    private var entry: Program.Address = 0
    private var tasks: [Task] = []
    private var ways: [Program.Address] = []

    private init(_ tree: SyntaxTree, isReversed: Bool, limit: Int) {
        self.tree = tree
        self.isReversed = isReversed
        self.limit = limit
        isNullable = tree.nullableNodes
    }

    /// The program of a tree; nil if it would be larger than `limit`. A reversed one reads the text from its end to its
    /// start, and takes no note of groups.
    static func compile(_ tree: SyntaxTree, isReversed: Bool = false, limit: Int) -> Program? {
        var compiler = Compiler(tree, isReversed: isReversed, limit: limit)
        return compiler.run()
    }

    private mutating func run() -> Program? {
        entry = emit(.match)
        tasks = [.visit(tree.root)]
        while let task = tasks.popLast() {
            perform(task)
            // A node may stand for nothing and yet be repeated: what is left to do counts too.
            guard program.size + tasks.count + ways.count <= limit else { return nil }
        }
        program.anchoredStart = entry
        program.searchStart = emit(.split(first: entry, second: 0))
        let skip = emit(.byte(low: 0, high: 0xFF, next: program.searchStart))
        program.instructions[Int(program.searchStart)] = .split(first: entry, second: skip)
        program.byteClasses = ByteClasses(of: program)
        return program
    }

    private mutating func emit(_ instruction: Program.Instruction) -> Program.Address {
        program.instructions.append(instruction)
        return Program.Address(program.instructions.count - 1)
    }

    private mutating func perform(_ task: Task) {
        switch task {
        case .visit(let node): visit(node)
        case .slot(let slot): entry = emit(.slot(slot, next: entry))
        case .leadTo(let address): entry = address
        case .keepWay: ways.append(entry)
        case .joinWays(let count):
            entry = ways[ways.count - count]
            for way in ways[(ways.count - count)...].dropFirst() {
                entry = emit(.split(first: way, second: entry))
            }
            ways.removeLast(count)
        case .closeLoop(let split, let exit, let isLazy, let entersAtSplit):
            program.instructions[Int(split)] = Self.choice(entry, exit, isLazy: isLazy)
            if entersAtSplit { entry = split }
        case .makeOptional(let exit, let isLazy):
            entry = emit(Self.choice(entry, exit, isLazy: isLazy))
        case .visitTimes(let node, let count):
            if count > 1 { tasks.append(.visitTimes(node, count: count - 1)) }
            tasks.append(.visit(node))
        case .visitOptionally(let node, let count, let exit, let isLazy):
            if count > 1 { tasks.append(.visitOptionally(node, count: count - 1, exit: exit, isLazy: isLazy)) }
            tasks.append(.makeOptional(exit: exit, isLazy: isLazy))
            tasks.append(.visit(node))
        }
    }

    private static func choice(
        _ inside: Program.Address, _ outside: Program.Address, isLazy: Bool
    ) -> Program.Instruction {
        isLazy ? .split(first: outside, second: inside) : .split(first: inside, second: outside)
    }

    private mutating func visit(_ node: Int) {
        switch tree.nodes[node] {
        case .empty: break
        case .literal(let bytes):
            for byte in isReversed ? bytes : bytes.reversed() {
                entry = emit(.byte(low: byte, high: byte, next: entry))
            }
        case .set(let set): makeSet(set)
        case .anyByte: entry = emit(.byte(low: 0, high: 0xFF, next: entry))
        case .assertion(let assertion):
            let effective = isReversed ? assertion.reversed : assertion
            program.assertions.insert(effective)
            entry = emit(.assertion(effective, next: entry))
        case .group(let child, let number):
            guard !isReversed else {
                tasks.append(.visit(child))
                return
            }
            entry = emit(.slot(UInt32(number * 2 + 1), next: entry))
            tasks.append(.slot(UInt32(number * 2)))
            tasks.append(.visit(child))
        case .sequence(let children):
            // The last task is done first, and what is done first stands last.
            for child in isReversed ? children.reversed() : children { tasks.append(.visit(child)) }
        case .alternation(let children):
            tasks.append(.joinWays(children.count))
            for child in children {
                tasks.append(.keepWay)
                tasks.append(.visit(child))
                tasks.append(.leadTo(entry))
            }
        case .repetition(let child, let minimum, let maximum, let isLazy):
            makeRepetition(of: child, minimum: minimum, maximum: maximum, isLazy: isLazy)
        }
    }

    private mutating func makeRepetition(of child: Int, minimum: Int, maximum: Int?, isLazy: Bool) {
        let exit = entry
        if let maximum {
            if minimum > 0 { tasks.append(.visitTimes(child, count: minimum)) }
            if maximum > minimum {
                tasks.append(.visitOptionally(child, count: maximum - minimum, exit: exit, isLazy: isLazy))
            }
            return
        }
        if minimum > 1 { tasks.append(.visitTimes(child, count: minimum - 1)) }
        // One split in front would try the ways out of an empty round in the wrong order: `x*` becomes `(?:x+)?`.
        if minimum == 0, isNullable[child] { tasks.append(.makeOptional(exit: exit, isLazy: isLazy)) }
        let split = emit(.fail)
        let entersAtSplit = minimum == 0 && !isNullable[child]
        tasks.append(.closeLoop(split, exit: exit, isLazy: isLazy, entersAtSplit: entersAtSplit))
        entry = split
        tasks.append(.visit(child))
    }

    private mutating func makeSet(_ set: ScalarSet) {
        guard !set.ranges.isEmpty else {
            entry = emit(.fail)
            return
        }
        let automaton = automaton(of: set)
        let first = Program.Address(program.instructions.count)
        for state in 0..<automaton.count {
            let edges = automaton.edges(of: state)
            if edges.count == 1, let edge = edges.first {
                let next = edge.state.map { first + Program.Address($0) } ?? entry
                _ = emit(.byte(low: edge.low, high: edge.high, next: next))
                continue
            }
            let start = UInt32(program.transitions.count)
            for edge in edges {
                let next = edge.state.map { first + Program.Address($0) } ?? entry
                program.transitions.append(Program.Transition(low: edge.low, high: edge.high, next: next))
            }
            _ = emit(.bytes(first: start, end: UInt32(program.transitions.count)))
        }
        entry = first + Program.Address(automaton.count - 1)
    }

    private mutating func automaton(of set: ScalarSet) -> ByteAutomaton {
        if let known = automata[set] { return known }
        let forward = ByteAutomaton(set)
        let automaton = isReversed ? forward.reversed : forward
        automata[set] = automaton
        return automaton
    }
}

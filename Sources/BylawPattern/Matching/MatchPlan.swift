import Synchronization

/// All that is known of a pattern before a text is seen.
struct MatchPlan: Sendable {
    /// Reads a text from its start to its end.
    let forward: Program
    /// Makes what reads it from its end to its start; nil where no search for a start needs it.
    private let backwardCompiler: BackwardCompiler?
    /// How many groups capture.
    let groupCount: Int
    /// Whether every match begins at the start of the text.
    let isAnchored: Bool
    /// How many bytes every match has, if all have as many.
    let fixedLength: Int?
    /// The pattern itself, if it is nothing but a literal: then matches need no machine.
    let wholeLiteral: CandidateFinder?
    /// Where a match may begin.
    let candidates: CandidateFinder?
    /// What stands somewhere in every match: without it, there is none.
    let required: CandidateFinder?
    /// What every match contains, one of these at least; empty where nothing is known.
    let requiredLiterals: [[UInt8]]

    /// Makes all that a tree needs; nil if its program would be too large.
    init?(_ tree: SyntaxTree, groupCount: Int, limits: PatternLimits) {
        guard let forward = Compiler.compile(tree, limit: limits.programSize) else { return nil }
        self.forward = forward
        self.groupCount = groupCount
        isAnchored = tree.anchoredNodes[tree.root]
        fixedLength = tree.fixedLengths[tree.root]
        requiredLiterals = RequiredLiterals.find(in: tree)
        let needsBackward = !isAnchored && fixedLength == nil
        backwardCompiler = needsBackward ? BackwardCompiler(tree, limit: limits.programSize) : nil

        let (prefix, isWhole) = forward.literalPrefix
        wholeLiteral = isWhole && !prefix.isEmpty ? CandidateFinder(literal: prefix) : nil
        if prefix.isEmpty {
            candidates = forward.firstBytes.flatMap { CandidateFinder(bytes: $0) }
        } else {
            candidates = CandidateFinder(literal: prefix)
        }
        // Where a match begins with all that is required, looking for it twice is of no use.
        if requiredLiterals.count == 1, !prefix.starts(with: requiredLiterals[0]) {
            required = CandidateFinder(literal: requiredLiterals[0])
        } else {
            required = nil
        }
    }

    /// Reads a text from its end to its start; nil where that program would be too large. Made when it is first asked for.
    var backward: Program? { backwardCompiler?.program }

    /// Two for the whole match, and two for each group.
    var slotCount: Int { (groupCount + 1) * 2 }

    /// How many numbers the slowest machine needs for the groups of all its ways.
    var captureCells: Int {
        groupCount == 0 ? 0 : forward.instructions.count * slotCount
    }
}

/// Makes the program that reads a text backwards when it is first asked for: it takes longer to make than the one that
/// reads forwards, and a pattern needs it only where it has found the end of a match.
private final class BackwardCompiler: Sendable {
    private enum State {
        case waiting(SyntaxTree)
        case made(Program?)
    }

    private let state: Mutex<State>
    private let limit: Int

    init(_ tree: SyntaxTree, limit: Int) {
        state = Mutex(.waiting(tree))
        self.limit = limit
    }

    var program: Program? {
        state.withLock { state in
            switch state {
            case .made(let program): return program
            case .waiting(let tree):
                let program = Compiler.compile(tree, isReversed: true, limit: limit)
                state = .made(program)
                return program
            }
        }
    }
}

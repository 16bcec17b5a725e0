import Foundation

/// Whether the lines of a decision log are those that were written.
public struct LogVerification: Sendable, Hashable {
    /// What a log is held to beside itself: by what was kept elsewhere, for the end of a log can be cut off unseen.
    public struct Expectation: Sendable, Hashable {
        /// Records that must be in it (``DecisionLog/position``).
        public var positions: [LogPosition] = []
        /// How many decisions it must have at least.
        public var decisions: Int?
        /// Whether it must have been closed.
        public var isClosed = false

        /// An expectation; of nothing by default.
        public init(positions: [LogPosition] = [], decisions: Int? = nil, isClosed: Bool = false) {
            self.positions = positions
            self.decisions = decisions
            self.isClosed = isClosed
        }
    }

    /// How many records were looked at, and found right.
    public private(set) var records = 0
    /// How many of them are decisions.
    public private(set) var decisions = 0
    /// The number of the first record. What came before 1 is not there; what came before another was not given.
    public private(set) var first: UInt64?
    /// The last record that is right.
    public private(set) var last: LogPosition?
    /// Whether the log was closed after that, so that nothing can be missing behind it.
    public private(set) var isClosed = false
    /// The first line that cannot be right; nil where none was found.
    public private(set) var problem: LogProblem?

    /// Whether nothing is wrong.
    public var isWhole: Bool { problem == nil }

    /// Looks at the files of one log, in their order, up to the first line that is wrong. Memory is bounded by the longest
    /// line.
    ///
    /// - Throws: ``DecisionLogError/file(_:reason:)`` where a file cannot be read.
    public init(
        files: [String], key: LogKey, expecting expected: Expectation = .init()
    ) throws(DecisionLogError) {
        var check = LogCheck(key: key, awaited: expected.positions)
        do throws(LogCheck.Stop) {
            for file in files { try check.read(file) }
            try check.finish(expected, lastFile: files.last ?? "")
        } catch {
            switch error {
            case .problem(let found): problem = found
            case .unreadable(let error): throw error
            }
        }
        records = check.chain.records
        decisions = check.chain.decisions
        first = check.first
        last = check.chain.records > 0 ? check.chain.last : nil
        isClosed = check.chain.lastRecord == "end" && !check.chain.isFull
    }
}

/// Goes through files of a log.
private struct LogCheck {
    enum Stop: Error {
        case problem(LogProblem)
        case unreadable(DecisionLogError)
    }

    private(set) var chain: LogChain
    private(set) var first: UInt64?
    private var awaited: [LogPosition]

    init(key: LogKey, awaited: [LogPosition]) {
        chain = .unknown(key)
        self.awaited = awaited
    }

    mutating func read(_ path: String) throws(Stop) {
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw .unreadable(.file(path, errno)) }
        defer { close(number) }
        var lines = LogLines(number, path: path)
        var count = 0
        while let line = try next(&lines) {
            count += 1
            do throws(LogProblem.Reason) {
                try chain.read(line, isFirst: count == 1)
                try compare()
            } catch {
                throw .problem(LogProblem(file: path, line: count, reason: error))
            }
            if first == nil { first = chain.last?.sequence }
        }
        if !lines.rest.isEmpty {
            let reason = lines.rest.count > LogLine.limit ? LogProblem.Reason.tooLong : .torn
            throw .problem(LogProblem(file: path, line: count + 1, reason: reason))
        }
        if count == 0 { throw .problem(LogProblem(file: path, line: nil, reason: .empty)) }
    }

    private func next(_ lines: inout LogLines) throws(Stop) -> [UInt8]? {
        do throws(DecisionLogError) {
            return try lines.next()
        } catch {
            throw .unreadable(error)
        }
    }

    /// Whether the line that was read is one that was kept elsewhere, where it has the number of one.
    private mutating func compare() throws(LogProblem.Reason) {
        guard let last = chain.last, let index = awaited.firstIndex(where: { $0.sequence == last.sequence }) else {
            return
        }
        guard awaited[index] == last else { throw .otherLast(expected: awaited[index]) }
        awaited.remove(at: index)
    }

    func finish(_ expected: LogVerification.Expectation, lastFile: String) throws(Stop) {
        func stop(_ reason: LogProblem.Reason) -> Stop {
            .problem(LogProblem(file: lastFile, line: nil, reason: reason))
        }
        if let missing = awaited.first { throw stop(.otherLast(expected: missing)) }
        if let decisions = expected.decisions, chain.decisions < decisions {
            throw stop(.tooFew(chain.decisions, expected: decisions))
        }
        guard expected.isClosed else { return }
        if chain.isFull { throw stop(.nextFileMissing) }
        if chain.lastRecord != "end" { throw stop(.notClosed) }
    }
}

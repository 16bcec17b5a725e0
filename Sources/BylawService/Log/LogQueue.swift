/// Decisions on their way into a log, and whoever waits for them. In order: none is ever passed over.
struct LogQueue {
    /// Told once: that a decision has found room, or all before were written, or why that will not be.
    typealias Answer = @Sendable (Result<Void, DecisionLogError>) -> Void

    /// What is to be done next.
    enum Work {
        case write([LogRecord])
        /// Everything before was written; whoever waits for that is to be told once it is on the disk.
        case synchronize([Answer])
    }

    /// Decisions that were taken and are not written yet.
    private var taken: [(record: LogRecord, bytes: Int)] = []
    private var bytes = 0
    /// Decisions that were not taken yet, as there is no room.
    private var waiting: [(record: LogRecord, bytes: Int, answer: Answer)] = []
    private var flushes: [(after: UInt64, answer: Answer)] = []
    private var takenEver: UInt64 = 0
    private var writtenEver: UInt64 = 0
    let capacity: Int
    let byteCapacity: Int
    /// What keeps the log from being written; nothing is taken while there is something.
    var failure: DecisionLogError?
    var isClosed = false
    /// Whether a thread is at it.
    var isDraining = false

    /// How many are written at once: few enough that a file does not become much longer than it should.
    private static let batch = 256

    init(capacity: Int, byteCapacity: Int) {
        self.capacity = capacity
        self.byteCapacity = byteCapacity
    }

    /// How many wait to be written.
    var count: Int { taken.count }

    private func hasRoom(for bytes: Int) -> Bool {
        count == 0 || count < capacity && self.bytes + bytes <= byteCapacity
    }

    private mutating func take(_ record: LogRecord, _ bytes: Int) {
        taken.append((record, bytes))
        self.bytes += bytes
        takenEver += 1
    }

    /// Takes a decision if there is room and nobody waits for it longer.
    mutating func offer(_ record: LogRecord, _ bytes: Int) throws(DecisionLogError) -> Bool {
        if isClosed { throw .closed }
        if let failure { throw failure }
        guard waiting.isEmpty, hasRoom(for: bytes) else { return false }
        take(record, bytes)
        return true
    }

    mutating func wait(_ record: LogRecord, _ bytes: Int, _ answer: @escaping Answer) {
        waiting.append((record, bytes, answer))
    }

    /// Lets it be told once all that was offered so far is on the disk.
    mutating func flush(_ answer: @escaping Answer) {
        flushes.append((takenEver + UInt64(waiting.count), answer))
    }

    /// What is to be done; nil where nothing is, or nothing can be.
    func next() -> Work? {
        guard failure == nil else { return nil }
        let due = flushes.prefix { $0.after <= writtenEver }.map(\.answer)
        if !due.isEmpty { return .synchronize(due) }
        guard count > 0 else { return nil }
        return .write(taken.prefix(Self.batch).map(\.record))
    }

    /// Notes that the first were written; returns who found room by that.
    mutating func wrote(_ count: Int) -> [Answer] {
        for entry in taken[..<count] { bytes -= entry.bytes }
        taken.removeFirst(count)
        writtenEver += UInt64(count)
        var answers: [Answer] = []
        for entry in waiting {
            guard hasRoom(for: entry.bytes) else { break }
            take(entry.record, entry.bytes)
            answers.append(entry.answer)
        }
        waiting.removeFirst(answers.count)
        return answers
    }

    /// Notes that those were told.
    mutating func synchronized(_ count: Int) { flushes.removeFirst(count) }

    /// Notes an error; returns everybody who waits. What was taken is kept.
    mutating func fail(_ error: DecisionLogError) -> [Answer] {
        failure = error
        defer { (waiting, flushes) = ([], []) }
        return waiting.map(\.answer) + flushes.map(\.answer)
    }
}

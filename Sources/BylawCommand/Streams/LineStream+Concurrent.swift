import BylawJSON
import Foundation

extension LineStream {
    /// Writes the answer to a line, or throws why there is none.
    typealias Answer = ([UInt8], inout JSONWriter) throws(LineError) -> Void

    /// As ``answer(_:)``, for answers that do not depend on one another: on each processor some lines are answered at once.
    ///
    /// - Parameter prepare: Makes what answers some lines one after the other, on one thread.
    func answer(
        concurrently prepare: @escaping @Sendable () -> Answer
    ) async throws(StreamError) -> Result {
        var answers = PendingAnswers()
        var reader = LineReader(input, limit: Self.lineLimit)
        var batch = Batch()
        var number = 0
        while !answers.isAbandoned {
            guard let line = reader.takeLine() ?? (reader.isAtEnd ? reader.takeRest() : nil) else {
                if reader.isAtEnd { break }
                // Whoever waits for an answer before asking again must not wait for ever.
                if input.wouldWait {
                    answers.begin(&batch, prepare)
                    try await answers.writeAll()
                }
                try reader.fill()
                continue
            }
            number += 1
            if case .bytes(let bytes) = line, bytes.allSatisfy(Self.isBlank) { continue }
            batch.add(line, number: number)
            if batch.isFull {
                answers.begin(&batch, prepare)
                try await answers.writeFinished()
            }
        }
        answers.begin(&batch, prepare)
        try await answers.writeAll()
        return answers.result
    }
}

/// Lines that one processor answers.
private struct Batch: Sendable {
    private(set) var lines: [(number: Int, line: LineReader.Line)] = []
    private var byteCount = 0

    /// Enough that beginning costs little, and few enough that memory stays small.
    var isFull: Bool { lines.count >= 128 || byteCount >= 1 << 18 }

    mutating func add(_ line: LineReader.Line, number: Int) {
        lines.append((number, line))
        if case .bytes(let bytes) = line { byteCount += bytes.count }
    }
}

/// What some lines were answered by.
private struct Answered: Sendable {
    var bytes: [UInt8] = []
    var result = LineStream.Result()

    init(_ batch: Batch, _ answer: LineStream.Answer) {
        var writer = JSONWriter()
        for (number, line) in batch.lines {
            result.lines += 1
            do throws(LineError) {
                guard case .bytes(let bytes) = line else { throw .tooLong(limit: LineStream.lineLimit) }
                try answer(bytes, &writer)
            } catch {
                result.add(error, line: number, to: &writer)
            }
            writer.lineBreak()
            bytes += writer.bytes
            writer.removeAll()
        }
    }
}

/// Answers that are being worked out, in the order of their lines.
private struct PendingAnswers {
    private(set) var result = LineStream.Result()
    private var output = Output(.standardOutput)
    private var tasks: [Task<Answered, Never>] = []
    private let width = max(2, ProcessInfo.processInfo.activeProcessorCount)

    /// Whether nobody reads the answers any more.
    var isAbandoned: Bool { output.isAbandoned }

    /// Begins to answer the lines of a batch, if it has any, and empties it.
    mutating func begin(_ batch: inout Batch, _ prepare: @escaping @Sendable () -> LineStream.Answer) {
        guard !batch.lines.isEmpty else { return }
        let lines = batch
        batch = Batch()
        tasks.append(Task { Answered(lines, prepare()) })
    }

    /// Writes the first answers until no more is being worked out than there are processors.
    mutating func writeFinished() async throws(StreamError) {
        while tasks.count > width { try await writeFirst() }
    }

    /// Waits for every answer, and writes it out.
    mutating func writeAll() async throws(StreamError) {
        while !tasks.isEmpty { try await writeFirst() }
        try output.flush()
    }

    private mutating func writeFirst() async throws(StreamError) {
        let answered = await tasks.removeFirst().value
        try output.write(json: answered.bytes)
        result.add(answered.result)
    }
}

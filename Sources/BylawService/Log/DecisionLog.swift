public import Bylaw
import Dispatch
import Foundation
import Logging

/// A record of every decision, in files of JSON Lines, in which nothing can be changed, taken out, put in or moved
/// without the key and not be noticed.
///
/// ```swift
/// let log = try DecisionLog(path: "decisions.jsonl", key: key)
/// let decision = log.logged(session.judge(request, standing: .none).decision, of: request)
/// …
/// try log.close()
/// ```
///
/// A line holds the decision as ``Bylaw/Decision/json()`` writes it, in which no original of a masked text stands, and of
/// its request the ids of actor, action and resource. It is written by another thread than the one that judges. Decisions
/// that wait to be written are bounded in number and bytes; where there are too many, whoever logs waits or is told, and
/// none is ever dropped silently. A write that fails is an error for everybody from then on: what was taken stays in
/// memory until ``retry()`` writes it, or ``close()`` says how many were lost.
///
/// What cannot be noticed from the files alone: that the last lines are gone, where the log was not closed after them, or
/// that all of it is gone. Keep ``position`` elsewhere to notice that.
public final class DecisionLog: Sendable {
    /// Makes of a file that was opened what is written to.
    package typealias FileMaker = @Sendable (any LogFile) -> any LogFile

    /// What was found at the end and set aside when the log was opened; nil where nothing was.
    public let mending: LogMending?

    private let configuration: Configuration
    private let state: Locked<LogQueue>
    /// The last record that was written.
    private let written: Locked<LogPosition>
    private let writer: Confined<LogWriter>
    private let queue = DispatchQueue(label: "bylaw.log")

    /// What is used on ``queue`` alone.
    private struct Confined<Value>: @unchecked Sendable {
        let value: Value
    }

    /// Opens a log, or begins one. Looks at the whole of its last file, and continues nothing that is damaged.
    ///
    /// Files that are full are renamed: `decisions.jsonl.000001` and so on.
    public convenience init(
        path: String, key: LogKey, _ configuration: Configuration = .init()
    ) throws(DecisionLogError) {
        try self.init(path: path, key: key, configuration) { $0 }
    }

    package init(
        path: String, key: LogKey, _ configuration: Configuration = .init(), writingTo makeFile: @escaping FileMaker
    ) throws(DecisionLogError) {
        let found = try LogOpening(path, key: key)
        let writer = try LogWriter(found, fileLimit: configuration.fileBytes, makeFile: makeFile)
        self.writer = Confined(value: writer)
        self.configuration = configuration
        mending = found.mending
        written = Locked(writer.position)
        state = Locked(LogQueue(capacity: configuration.capacity, byteCapacity: configuration.byteCapacity))
        if let mending {
            configuration.logger?.warning(
                "the end of the decision log was not whole and was set aside",
                metadata: ["bytes": "\(mending.bytes)", "file": "\(mending.file)"])
        }
    }

    /// The last record that was written: to be kept where nobody can change it, and compared by `bylaw log verify`.
    public var position: LogPosition { written.withLock(\.self) }

    /// What keeps decisions from being logged; nil where nothing does.
    public var failure: DecisionLogError? { state.withLock { $0.failure } }

    /// How many decisions wait to be written.
    public var depth: Int { state.withLock { $0.count } }

    /// Logs a decision. Returns once it is in the queue; with ``Configuration/Pressure/wait`` that may block the thread.
    ///
    /// - Parameter request: The request, whose actor, action and resource are named in the log.
    public func append(_ decision: Decision, of request: Request? = nil) throws(DecisionLogError) {
        let record = LogRecord.decision(decision, of: request)
        let room = DispatchSemaphore(value: 0)
        let answer = Locked<Result<Void, DecisionLogError>>(.success(()))
        let isTaken = try offer(record) { result in
            answer.withLock { $0 = result }
            room.signal()
        }
        if isTaken { return }
        room.wait()
        try count { () throws(DecisionLogError) in try answer.withLock(\.self).get() }
    }

    /// As the other, but a task that waits blocks no thread.
    public func append(_ decision: Decision, of request: Request? = nil) async throws(DecisionLogError) {
        let record = LogRecord.decision(decision, of: request)
        let result: Result<Void, DecisionLogError> = await withCheckedContinuation { continuation in
            do throws(DecisionLogError) {
                if try offer(record, { continuation.resume(returning: $0) }) {
                    continuation.resume(returning: .success(()))
                }
            } catch {
                continuation.resume(returning: .failure(error))
            }
        }
        try count { () throws(DecisionLogError) in try result.get() }
    }

    /// Logs a decision and returns it. One that cannot be logged is held, with the reason among its errors: nothing is
    /// allowed of which there is no record.
    public func logged(_ decision: Decision, of request: Request? = nil) -> Decision {
        do throws(DecisionLogError) {
            try append(decision, of: request)
            return decision
        } catch {
            return decision.unlogged
        }
    }

    /// As the other, but a task that waits blocks no thread.
    public func logged(_ decision: Decision, of request: Request? = nil) async -> Decision {
        do throws(DecisionLogError) {
            try await append(decision, of: request)
            return decision
        } catch {
            return decision.unlogged
        }
    }

    /// Waits until everything that was logged before is on the disk. Blocks the thread.
    public func flush() throws(DecisionLogError) {
        let done = DispatchSemaphore(value: 0)
        let answer = Locked<Result<Void, DecisionLogError>>(.success(()))
        askToFlush { result in
            answer.withLock { $0 = result }
            done.signal()
        }
        done.wait()
        try answer.withLock(\.self).get()
    }

    /// As the other, but blocks no thread.
    public func flush() async throws(DecisionLogError) {
        let result: Result<Void, DecisionLogError> = await withCheckedContinuation { continuation in
            askToFlush { continuation.resume(returning: $0) }
        }
        try result.get()
    }

    /// Tries to write again, after whatever kept it from being written was put right: what was taken is still there.
    public func retry() throws(DecisionLogError) {
        state.withLock { $0.failure = nil }
        try flush()
    }

    /// Writes what waits and the end of the log, and closes it. Blocks the thread. A second time it does nothing.
    ///
    /// - Throws: ``DecisionLogError/unwritten(_:because:)`` where decisions that were taken cannot be written.
    public func close() throws(DecisionLogError) {
        guard
            state.withLock({ queue in
                defer { queue.isClosed = true }
                return !queue.isClosed
            })
        else { return }
        do throws(DecisionLogError) {
            try flush()
            try queue.sync { () -> Result<Void, DecisionLogError> in
                let result = Result { () throws(DecisionLogError) in try writer.value.close() }
                written.withLock { $0 = writer.value.position }
                return result
            }.get()
        } catch {
            queue.sync { writer.value.abandon() }
            let lost = depth
            throw lost > 0 ? .unwritten(lost, because: error.description) : error
        }
    }
}

extension DecisionLog {
    /// Puts a record into the queue, or lets `answer` be told once it is; returns whether it is in there.
    private func offer(
        _ record: LogRecord, _ answer: @escaping LogQueue.Answer
    ) throws(DecisionLogError) -> Bool {
        guard case .decision(let members) = record, members.count <= LogLine.limit - 1_024 else {
            throw .tooLong
        }
        return try count { () throws(DecisionLogError) in
            try state.withLock { queue throws(DecisionLogError) in
                let isTaken = try queue.offer(record, members.count)
                if !isTaken {
                    guard configuration.pressure == .wait else { throw .full }
                    queue.wait(record, members.count, answer)
                }
                drainIfNeeded(&queue)
                return isTaken
            }
        }
    }

    private func askToFlush(_ answer: @escaping LogQueue.Answer) {
        let failure = state.withLock { queue in
            if queue.failure == nil {
                queue.flush(answer)
                drainIfNeeded(&queue)
            }
            return queue.failure
        }
        if let failure { answer(.failure(failure)) }
    }

    /// Counts what cannot be logged.
    private func count<Value>(
        _ body: () throws(DecisionLogError) -> Value
    ) throws(DecisionLogError) -> Value {
        do throws(DecisionLogError) {
            return try body()
        } catch {
            configuration.metrics?.couldNotLog()
            throw error
        }
    }

    private func drainIfNeeded(_ state: inout LogQueue) {
        guard !state.isDraining else { return }
        state.isDraining = true
        queue.async { self.drain() }
    }

    /// Does whatever is to be done, until nothing is.
    private func drain() {
        while let work = state.withLock({ queue -> LogQueue.Work? in
            let work = queue.next()
            if work == nil { queue.isDraining = false }
            return work
        }) {
            do throws(DecisionLogError) {
                try perform(work)
            } catch {
                configuration.metrics?.logFailed()
                configuration.logger?.error("the decision log cannot be written", metadata: ["reason": "\(error)"])
                for answer in state.withLock({ $0.fail(error) }) { answer(.failure(error)) }
            }
            written.withLock { $0 = writer.value.position }
        }
    }

    private func perform(_ work: LogQueue.Work) throws(DecisionLogError) {
        let answers: [LogQueue.Answer]
        switch work {
        case .write(let records):
            try writer.value.write(records, synchronizes: configuration.durability == .synchronized)
            answers = state.withLock { $0.wrote(records.count) }
            configuration.metrics?.queueHolds(depth)
        case .synchronize(let flushes):
            try writer.value.synchronize()
            state.withLock { $0.synchronized(flushes.count) }
            answers = flushes
        }
        written.withLock { $0 = writer.value.position }
        for answer in answers { answer(.success(())) }
    }
}

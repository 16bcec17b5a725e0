import Bylaw
import Dispatch
import Foundation

/// Threads that decide at the same time, each in a session of its own.
public struct ThreadWork {
    /// What is asked of a request.
    public enum Question: String, CaseIterable, Sendable { case outcome, decision }

    private static let passes = 20
    private let workers: [Worker]

    /// So many threads, all of which judge all inputs by one evaluator. Each has requests of its own, as it would where
    /// they come in.
    public init(_ threads: Int, _ question: Question, _ inputs: [ShareInput]) throws {
        let work = try ShareWork(.bytes, inputs)
        workers = try (0..<threads).map { _ in
            Worker(JudgingSession(work.evaluator), question, try work.texts.map { try Request(json: $0) })
        }
    }

    /// Lets each thread judge all inputs some times. Returns the processor's time, of all threads together.
    @discardableResult
    public func run() -> Double {
        let workers = workers
        if workers.count == 1 {
            workers[0].run()
        } else {
            // Threads of their own: a pool starts fewer where the machine is busy.
            let group = DispatchGroup()
            for worker in workers {
                group.enter()
                Thread {
                    worker.run()
                    group.leave()
                }.start()
            }
            group.wait()
        }
        return workers.reduce(0) { $0 + $1.processorNanoseconds }
    }

    /// How many times as much is decided in the same time by so many threads as by one: by the clock, and by the
    /// processor's time, which shows what threads do to one another also where others use the machine, but not waiting.
    /// One and many run in turn, so that a slow spell strikes both.
    public static func gain(
        _ threads: Int, _ question: Question, _ inputs: [ShareInput]
    ) throws -> (clock: Double, processor: Double) {
        let (one, many) = (try ThreadWork(1, question, inputs), try ThreadWork(threads, question, inputs))
        let rounds = 21
        var (clock, processor): ([Double], [Double]) = ([], [])
        for _ in 0..<rounds {
            var (alone, together) = (0.0, 0.0)
            let aloneByClock = Timing.nanoseconds { alone = one.run() }
            let togetherByClock = Timing.nanoseconds { together = many.run() }
            clock.append(aloneByClock * Double(threads) / togetherByClock)
            processor.append(alone * Double(threads * threads) / together)
        }
        return (clock.sorted()[rounds / 2], processor.sorted()[rounds / 2])
    }

    /// Used by one thread at a time: that which is made for it.
    private final class Worker: @unchecked Sendable {
        private let session: JudgingSession
        private let question: Question
        private let requests: [Request]
        /// Of the last run.
        private(set) var processorNanoseconds = 0.0

        init(_ session: JudgingSession, _ question: Question, _ requests: [Request]) {
            self.session = session
            self.question = question
            self.requests = requests
        }

        func run() {
            let start = Self.processorTime()
            for _ in 0..<ThreadWork.passes {
                switch question {
                case .outcome: for request in requests { _ = session.outcome(of: request, standing: .none) }
                case .decision: for request in requests { _ = session.judge(request, standing: .none) }
                }
            }
            processorNanoseconds = Self.processorTime() - start
        }

        private static func processorTime() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
        }
    }

    /// The rows of the table.
    static func rows(_ inputs: [ShareInput]) -> [MeasuredRow] {
        Question.allCases.flatMap { question in
            [(1, "one thread"), (2, "two threads")].map { threads, title in
                MeasuredRow(
                    "threads.\(question).\(threads)", "request -> \(question), bytes, \(title)",
                    decisions: threads * passes * inputs.count, isRepeatable: false
                ) {
                    let work = try ThreadWork(threads, question, inputs)
                    return { _ in work.run() }
                }
            }
        }
    }
}

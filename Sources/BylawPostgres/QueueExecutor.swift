#if PostgreSQL
    import Dispatch

    /// Runs an actor on a queue of its own, so that it may wait for a server without keeping a thread from other tasks.
    final class QueueExecutor: SerialExecutor {
        private let queue = DispatchQueue(label: "bylaw.postgres")

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
        }
    }
#endif

import Dispatch
import Foundation

/// Threads of their own: the pool that tasks share has as few as there are processors.
enum Threads {
    /// Runs a body on so many threads at once, and returns once all have ended.
    static func run(_ count: Int, _ body: @escaping @Sendable (_ thread: Int) -> Void) async {
        let group = DispatchGroup()
        for thread in 0..<count {
            group.enter()
            Thread {
                body(thread)
                group.leave()
            }.start()
        }
        await withCheckedContinuation { continuation in
            group.notify(queue: .global()) { continuation.resume() }
        }
    }
}

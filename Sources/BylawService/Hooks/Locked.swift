import Foundation

/// A value that one thread at a time looks at or changes.
///
/// An `NSLock` rather than `Synchronization.Mutex`, whose waiting the thread sanitizer cannot see into on Linux: it would
/// report races where there are none.
final class Locked<Value>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    init(_ value: sending Value) { self.value = value }

    func withLock<Result, Failure: Error>(_ body: (inout Value) throws(Failure) -> Result) throws(Failure) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(&value)
    }
}

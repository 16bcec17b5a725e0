#if SQLite
    import Foundation
    import Synchronization

    /// How long a connection waits for a lock.
    ///
    /// SQLite's own waiting ends up looking only every 100 ms, so that where many processes write one can miss its turn for
    /// seconds. This one looks every few milliseconds, and not all at once.
    final class SQLiteWaiting: Sendable {
        let limit: Duration
        private let isAllowed = Mutex(true)

        init(limit: Duration) {
            // Clocks overflow by what is far longer than anybody waits.
            self.limit = min(max(limit, .zero), .seconds(86_400))
        }

        /// For SQLite's busy handler: waits a little, and says whether to look again.
        func wait(tries: Int) -> Bool {
            guard isAllowed.withLock(\.self), Self.pause * tries < limit else { return false }
            let pause = Self.pause.seconds
            Thread.sleep(forTimeInterval: .random(in: pause / 2...pause * 3 / 2))
            return true
        }

        /// Runs something during which waiting is allowed or not.
        func allowing<Answer>(_ allowed: Bool, _ run: () -> Answer) -> Answer {
            isAllowed.withLock { $0 = allowed }
            defer { isAllowed.withLock { $0 = true } }
            return run()
        }

        static let pause = Duration.milliseconds(4)
    }

    extension Duration {
        /// As Foundation counts them.
        var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
    }
#endif

import Synchronization

/// Tells people on a terminal how far long work has come, on one line that is wiped when it is done; programs are told
/// nothing.
final class Progress: Sendable {
    private let what: String
    private let isShown = Descriptor.standardError.isTerminal
    /// How many percent were shown last.
    private let shown = Mutex(-1)

    init(_ what: String) { self.what = what }

    /// Shows how much is done.
    func show(_ done: Int, of total: Int) {
        guard isShown, total > 0 else { return }
        shown.withLock { shown in
            guard done * 100 / total > shown else { return }
            shown = done * 100 / total
            // Where the terminal has gone, nobody misses it.
            try? Reporter().note("\r\u{1B}[K\(done) of \(total) \(what)")
        }
    }

    /// Wipes the line.
    func end() {
        if isShown { try? Reporter().note("\r\u{1B}[K") }
    }
}

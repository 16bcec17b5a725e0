import Dispatch
import Synchronization

/// Tells people on a terminal how far long work has come, on one line of standard error that is wiped when it is done;
/// programs are told nothing.
final class Progress: Sendable {
    private static let width = 30
    /// In nanoseconds: as often as an eye can follow.
    private static let interval: UInt64 = 100_000_000

    private let isShown = Descriptor.standardError.isTerminal
    private let lastShown = Mutex<UInt64>(0)

    /// Shows a bar for how much of a total is done, and a text behind it; the text alone where nobody knows the total.
    func show(_ done: Int, of total: Int?, _ text: String) {
        guard isShown else { return }
        lastShown.withLock { last in
            let now = DispatchTime.now().uptimeNanoseconds
            guard now >= last + Self.interval else { return }
            last = now
            write("\r\u{1B}[K\(Self.bar(done, of: total))\(text)")
        }
    }

    /// Wipes the line.
    func end() {
        lastShown.withLock { if $0 > 0 { write("\r\u{1B}[K") } }
    }

    private static func bar(_ done: Int, of total: Int?) -> String {
        guard let total, total > 0 else { return "" }
        let part = min(1, Double(done) / Double(total))
        let full = Int(part * Double(width))
        return
            "[\(String(repeating: "#", count: full))\(String(repeating: " ", count: width - full))] \(Int(part * 100)) %  "
    }

    /// Where the terminal has gone, nobody misses it.
    private func write(_ text: String) { try? Reporter().note(text, isMarkedUp: true) }
}

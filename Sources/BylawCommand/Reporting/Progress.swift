import Foundation

/// A bar for long work on standard error, where that is a terminal; elsewhere nothing.
struct Progress {
    private static let width = 30
    /// In nanoseconds: as often as an eye can follow.
    private static let interval: UInt64 = 100_000_000

    /// How much there is to do; nil where nobody can tell.
    private let total: Int?
    private let isShown = Descriptor.standardError.isTerminal
    private var lastShown: UInt64 = 0

    init(total: Int?) {
        self.total = total
    }

    /// Shows how much is done, and a text behind the bar.
    mutating func show(done: Int, _ text: String) throws(StreamError) {
        guard isShown else { return }
        let now = DispatchTime.now().uptimeNanoseconds
        guard now >= lastShown + Self.interval else { return }
        lastShown = now
        try write("\r\u{1B}[K\(bar(done))\(text)")
    }

    /// Takes the bar away.
    func end() throws(StreamError) {
        guard lastShown > 0 else { return }
        try write("\r\u{1B}[K")
    }

    private func bar(_ done: Int) -> String {
        guard let total, total > 0 else { return "" }
        let part = min(1, Double(done) / Double(total))
        let full = Int(part * Double(Self.width))
        return "[\(String(repeating: "#", count: full))\(String(repeating: " ", count: Self.width - full))] "
            + "\(Int(part * 100)) %  "
    }

    private func write(_ text: String) throws(StreamError) {
        var output = Output(.standardError)
        try output.write(text)
        try output.flush()
    }
}

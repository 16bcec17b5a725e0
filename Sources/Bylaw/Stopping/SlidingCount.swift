/// How many events fell into a length of time up to a moment, and into the same length before it.
///
/// Time is divided into parts of equal length, and of each only the number is kept.
struct SlidingCount: Sendable, Hashable {
    /// Into how many parts the length of time is divided.
    static let parts = 24

    /// Seconds that a part has, at the least one.
    private let length: Int64
    /// The number of each part, where the remainder of its place by ``count`` says.
    private var counts = [Int](repeating: 0, count: 2 * parts)
    /// The latest part with an event; nil before the first.
    private var latest: Int?

    init(_ window: Duration) {
        let (seconds, rest) = window.components
        let whole = rest > 0 && seconds < .max ? seconds + 1 : seconds
        length = max(1, whole / Int64(Self.parts) + (whole % Int64(Self.parts) == 0 ? 0 : 1))
    }

    /// The part in which a moment lies.
    func part(of time: Timestamp) -> Int {
        let (quotient, remainder) = time.seconds.quotientAndRemainder(dividingBy: length)
        return Int(remainder < 0 ? quotient - 1 : quotient)
    }

    /// Counts an event. One that lies before all that is kept is left out.
    mutating func add(at time: Timestamp) {
        let part = part(of: time)
        let last = latest ?? part
        if part > last || latest == nil {
            for empty in (max(last, part - counts.count) + 1)..<(part + 1) { counts[place(of: empty)] = 0 }
            latest = part
        }
        guard part > (latest ?? part) - counts.count else { return }
        counts[place(of: part)] += 1
    }

    /// The events of the length of time up to a moment.
    func now(_ time: Timestamp) -> Int { sum(endingWith: part(of: time)) }

    /// The events of the same length of time before that.
    func before(_ time: Timestamp) -> Int { sum(endingWith: part(of: time) - Self.parts) }

    private func sum(endingWith end: Int) -> Int {
        guard let latest else { return 0 }
        let first = max(end - Self.parts, latest - counts.count) + 1
        let last = min(end, latest)
        guard first <= last else { return 0 }
        return (first...last).reduce(0) { $0 + counts[place(of: $1)] }
    }

    private func place(of part: Int) -> Int {
        let rest = part % counts.count
        return rest < 0 ? rest + counts.count : rest
    }
}

import BylawTestSupport

extension SeededGenerator {
    /// True once in `times`.
    mutating func once(in times: Int) -> Bool {
        Int.random(in: 0..<times, using: &self) == 0
    }
}

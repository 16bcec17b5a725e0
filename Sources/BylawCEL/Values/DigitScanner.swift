/// Reads dates and times from left to right.
struct DigitScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    /// Steps over the scalar, which must be ASCII, if it comes next.
    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard index < bytes.count, UInt32(bytes[index]) == scalar.value else { return false }
        index += 1
        return true
    }

    /// A number of so many digits, at most nine; nothing where there are fewer or more.
    mutating func number(atLeast minimum: Int, atMost maximum: Int) -> Int? {
        let start = index
        var number = 0
        while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 {
            guard index - start < maximum else { return nil }
            number = number * 10 + Int(bytes[index] - UInt8(ascii: "0"))
            index += 1
        }
        return index - start >= minimum ? number : nil
    }

    /// Nanoseconds from `.5`, of which digits beyond the ninth are cut off; zero where no point comes next, nothing
    /// where no digit follows the point.
    mutating func fraction() -> Int32? {
        guard skip(".") else { return 0 }
        var nanoseconds: Int32 = 0
        var unit: Int32 = 100_000_000
        let start = index
        while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 {
            nanoseconds += Int32(bytes[index] - UInt8(ascii: "0")) * unit
            unit /= 10
            index += 1
        }
        return index > start ? nanoseconds : nil
    }

    /// Seconds east of UTC from `Z`, `+09:00` or `-07:30`.
    mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let isWest = skip("-")
        guard isWest || skip("+"), let hours = number(atLeast: 2, atMost: 2), skip(":"),
            let minutes = number(atLeast: 2, atMost: 2), hours < 24, minutes < 60
        else { return nil }
        return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
    }
}

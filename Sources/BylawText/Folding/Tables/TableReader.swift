/// Reads the numbers of a generated table: base 32, lowest digits first, six bits a character, the sixth for "more".
struct TableReader {
    private let data: StaticString
    private var offset = 0

    init(_ data: StaticString) { self.data = data }

    /// The next number; 0 behind the end.
    mutating func number() -> Int {
        var value = 0
        var shift = 0
        while offset < data.utf8CodeUnitCount {
            let digit = Self.digit(data.utf8Start[offset])
            offset += 1
            value |= (digit & 31) << shift
            shift += 5
            if digit & 32 == 0 { break }
        }
        return value
    }

    /// The next number, its sign in the lowest bit.
    mutating func signed() -> Int {
        let value = number()
        return value & 1 == 0 ? value >> 1 : -((value + 1) >> 1)
    }

    private static func digit(_ character: UInt8) -> Int {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(character - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(character - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        default: 63
        }
    }
}

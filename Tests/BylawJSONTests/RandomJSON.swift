import BylawJSON
import BylawTestSupport

extension JSONValue {
    /// Any value of at most this depth.
    static func random(depth: Int, using random: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
        case 0: return JSONValue(.null)
        case 1: return JSONValue(.bool(Bool.random(using: &random)))
        case 2: return JSONValue(.number(JSONNumber(Int64(bitPattern: random.next()))))
        case 3: return JSONValue(JSONNumber(Double(bitPattern: random.next())).map(JSONContent.number) ?? .null)
        case 4, 5: return JSONValue(.string(text(using: &random)))
        case 6:
            let count = Int.random(in: 0..<5, using: &random)
            return JSONValue(.array((0..<count).map { _ in self.random(depth: depth - 1, using: &random) }))
        default:
            var keys = JSONKeySet()
            let texts = (0..<Int.random(in: 0..<16, using: &random)).map { _ in text(using: &random) }
            let distinct = texts.filter { keys.insert($0) == nil }
            return JSONValue(
                .object(distinct.map { JSONMember(key: $0, value: self.random(depth: depth - 1, using: &random)) }))
        }
    }

    private static func text(using random: inout SeededGenerator) -> String {
        let ranges: [ClosedRange<UInt32>] = [0...0x1F, 0x20...0x7E, 0x20...0x7E, 0x80...0xD7FF, 0xE000...0x10FFFF]
        var text = ""
        for _ in 0..<Int.random(in: 0..<12, using: &random) {
            let range = ranges.randomElement(using: &random) ?? 0...0
            text.unicodeScalars.append(Unicode.Scalar(.random(in: range, using: &random)) ?? "x")
        }
        return text
    }
}

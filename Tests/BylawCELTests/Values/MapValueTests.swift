import BylawCEL
import Testing

@Suite("Maps")
struct MapValueTests {
    /// From the smallest to well beyond the size up to which maps are searched entry by entry.
    @Test("find every key, and no other", arguments: [0, 1, 8, 9, 100])
    func lookup(count: Int) throws {
        let keys = (0..<count).map { Value.string("key \($0)") }
        let map = try MapValue(keys: keys, values: (0..<count).map { .int(Int64($0)) })
        #expect(map.count == count)
        for index in 0..<count {
            #expect(map[StringValue("key \(index)")]?.literalText() == "\(index)")
            #expect(map[keys[index]]?.literalText() == "\(index)")
        }
        #expect(map[StringValue("key \(count)")] == nil)
        #expect(map[.null] == nil)
        #expect(map[.double(.nan)] == nil)
    }

    @Test("take equal numbers for the same key", arguments: [2, 20])
    func numbers(count: Int) throws {
        let map = try MapValue(keys: (0..<count).map { .int(Int64($0)) }, values: (0..<count).map { .uint(UInt64($0)) })
        #expect(map[1]?.literalText() == "1u")
        #expect(map[.uint(1)]?.literalText() == "1u")
        #expect(map[1.0]?.literalText() == "1u")
        #expect(map[1.5] == nil)
        #expect(map[true] == nil)
        #expect(map["1"] == nil)
        let large = try MapValue(keys: [.uint(.max)], values: [1])
        #expect(large[.uint(.max)] != nil)
        #expect(large[-1] == nil)
        #expect(large[.double(18446744073709551615.0)] == nil)
    }

    @Test("keep canonical equivalents apart")
    func equivalents() throws {
        let map = try MapValue(keys: ["é", "e\u{301}"], values: [1, 2])
        #expect(map[StringValue("é")]?.literalText() == "1")
        #expect(map[StringValue("e\u{301}")]?.literalText() == "2")
    }

    @Test(
        "refuse keys that are given twice or are of another type",
        arguments: [
            [1, 1], [1, .uint(1)], ["a", "b", "a"], [true, true], [1.0], [.null], [[1]], [.duration("1s")],
        ] as [[Value]])
    func refuse(keys: [Value]) {
        let error = #expect(throws: EvaluationError.self) { try MapValue(keys: keys, values: keys) }
        #expect(error?.kind == .invalidKey)
    }

    @Test("of members keep the last of those with one name, in the place of the first", arguments: [0, 20])
    func members(more: Int) {
        let rest = (0..<more).map { (StringValue("more \($0)"), Value.int(Int64($0))) }
        let map = MapValue(members: [(StringValue("a"), 1), (StringValue("b"), 2), (StringValue("a"), 3)] + rest)
        #expect(map.count == 2 + more)
        #expect(map[StringValue("a")]?.literalText() == "3")
        #expect(map.keys[0].literalText() == "'a'")
        if more > 0 { #expect(map[StringValue("more 19")]?.literalText() == "19") }
    }
}

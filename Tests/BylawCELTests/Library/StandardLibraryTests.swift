import BylawCEL
import Testing

@Suite("The standard library")
struct StandardLibraryTests {
    @Test(
        "reckons with integers without wrapping around",
        arguments: [
            Call("_+_", 1, 2, is: "3"),
            Call("_+_", .int(.max), 1, fails: .overflow),
            Call("_+_", .int(.min), -1, fails: .overflow),
            Call("_-_", .int(.min), 1, fails: .overflow),
            Call("_*_", .int(.min), -1, fails: .overflow),
            Call("_*_", 3_037_000_500, 3_037_000_500, fails: .overflow),
            Call("_/_", -7, 2, is: "-3"),
            Call("_/_", .int(.min), -1, fails: .overflow),
            Call("_/_", 1, 0, fails: .divideByZero),
            Call("_%_", -7, 2, is: "-1"),
            Call("_%_", 7, -2, is: "1"),
            Call("_%_", 7, 0, fails: .divideByZero),
            Call("_%_", .int(.min), -1, fails: .overflow),
            Call("-_", .int(.min), fails: .overflow),
            Call("-_", 5, is: "-5"),
            Call("_+_", .uint(.max), .uint(1), fails: .overflow),
            Call("_-_", .uint(1), .uint(2), fails: .overflow),
            Call("_*_", .uint(.max), .uint(2), fails: .overflow),
            Call("_/_", .uint(7), .uint(2), is: "3u"),
            Call("_/_", .uint(7), .uint(0), fails: .divideByZero),
            Call("_%_", .uint(7), .uint(0), fails: .divideByZero),
            Call("_+_", 1, .uint(1), fails: .noSuchOverload),
            Call("_+_", 1, 1.0, fails: .noSuchOverload),
            Call("_%_", 1.0, 1.0, fails: .noSuchOverload),
            Call("-_", .uint(1), fails: .noSuchOverload),
        ])
    func integers(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "reckons with doubles as IEEE 754 does",
        arguments: [
            Call("_/_", 1.0, 0.0, is: "double('Infinity')"),
            Call("_/_", -1.0, 0.0, is: "double('-Infinity')"),
            Call("_/_", 0.0, 0.0, is: "double('NaN')"),
            Call("_+_", 0.1, 0.2, is: "0.30000000000000004"),
            Call("-_", 0.0, is: "-0.0"),
        ])
    func doubles(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "joins texts, bytes and lists",
        arguments: [
            Call("_+_", "é", "t", is: "'ét'"),
            Call("_+_", "", "", is: "''"),
            Call("_+_", .bytes(of: 0xFF), .bytes(of: 0x41), is: "b'\\xffA'"),
            Call("_+_", [1], ["a"], is: "[1, 'a']"),
            Call("_+_", [], [], is: "[]"),
            Call("_+_", "a", .bytes(of: 1), fails: .noSuchOverload),
        ])
    func joins(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test("refuses a text that would be too long, before it is made")
    func doubling() {
        var value: Value = "0123456789abcdef"
        for _ in 0..<64 where !value.isError { value = .sum(value, value) }
        #expect(value.failure?.kind == .sizeLimit)
        var list: Value = [1, 2]
        for _ in 0..<64 where !list.isError { list = .sum(list, list) }
        #expect(list.failure?.kind == .sizeLimit)
    }

    @Test(
        "measures in Unicode scalars, never in graphemes",
        arguments: [
            Call("size", "", is: "0"),
            Call("size", "e\u{301}", is: "2"),
            Call("size", "é", is: "1"),
            Call("size", "👩‍👩‍👧", is: "5"),
            Call("size", "🇯🇵", is: "2"),
            Call("size", "\r\n", is: "2"),
            Call("size", .bytes(of: 1, 2, 3), is: "3"),
            Call("size", [1, 2], is: "2"),
            Call("size", .map(("a", 1)), is: "1"),
            Call("size", 1, fails: .noSuchOverload),
        ])
    func sizes(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "compares texts by their scalars",
        arguments: [
            Call("_==_", "é", "e\u{301}", is: "false"),
            Call("_!=_", "é", "e\u{301}", is: "true"),
            Call("_==_", "Å", "\u{212B}", is: "false"),
            Call("_<_", "z", "é", is: "true"),
            Call("_<_", "\u{FFFF}", "😀", is: "true"),
            Call("_<_", "a", "ab", is: "true"),
            Call("_<=_", "a", "a", is: "true"),
            Call("_>_", "B", "a", is: "false"),
            Call("contains", "cafe\u{301}", "café", is: "false"),
            Call("contains", "e\u{301}", "e", is: "true"),
            Call("contains", "abc", "", is: "true"),
            Call("contains", "the end is near", "nearer", is: "false"),
            Call("startsWith", "e\u{301}x", "e", is: "true"),
            Call("startsWith", "ab", "abc", is: "false"),
            Call("startsWith", "", "", is: "true"),
            Call("endsWith", "abc", "bc", is: "true"),
            Call("endsWith", "bc", "abc", is: "false"),
            Call("endsWith", "e\u{301}", "\u{301}", is: "true"),
            Call("contains", 1, "a", fails: .noSuchOverload),
        ])
    func texts(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "compares numbers by value, whatever their type",
        arguments: [
            Call("_==_", 1, .uint(1), is: "true"),
            Call("_==_", 1, 1.0, is: "true"),
            Call("_==_", .uint(.max), -1, is: "false"),
            Call("_<_", -1, .uint(0), is: "true"),
            Call("_>_", .uint(.max), .int(.max), is: "true"),
            Call("_<_", 1, 1.5, is: "true"),
            Call("_>=_", 2.0, .uint(2), is: "true"),
            // The specification's tests round an int before they compare it with a double.
            Call("_<_", .int(.max), 9223372036854775808.0, is: "false"),
            Call("_>_", 9223372036854775808.0, .int(.max), is: "false"),
            Call("_<=_", 9223372036854775808.0, .int(.max), is: "true"),
            Call("_>=_", .int(.max), 9223372036854775808.0, is: "true"),
            Call("_==_", .int(.max), 9223372036854775808.0, is: "true"),
            Call("_==_", .double(.nan), .double(.nan), is: "false"),
            Call("_!=_", .double(.nan), .double(.nan), is: "true"),
            Call("_<_", .double(.nan), 1, is: "false"),
            Call("_>=_", .double(.nan), 1, is: "false"),
            Call("_==_", 0.0, -0.0, is: "true"),
            Call("_<_", 1, "a", fails: .noSuchOverload),
            Call("_<_", [1], [2], fails: .noSuchOverload),
            Call("_<_", .null, .null, fails: .noSuchOverload),
            Call("_<_", false, true, is: "true"),
        ])
    func numbers(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "compares values of any types",
        arguments: [
            Call("_==_", "1", 1, is: "false"),
            Call("_==_", .null, .null, is: "true"),
            Call("_==_", .null, false, is: "false"),
            Call("_==_", [1, [2.0]], [1.0, [.uint(2)]], is: "true"),
            Call("_==_", [1], [1, 2], is: "false"),
            Call("_==_", [.double(.nan)], [.double(.nan)], is: "false"),
            Call("_==_", .map((1, "a"), ("b", 2)), .map(("b", 2.0), (.uint(1), "a")), is: "true"),
            Call("_==_", .map((1, "a")), .map((2, "a")), is: "false"),
            Call("_==_", .some(1), .some(1.0), is: "true"),
            Call("_==_", .some(1), .noOptional, is: "false"),
            Call("_==_", .noOptional, .noOptional, is: "true"),
            Call("_==_", .type(.int), .type(TypeValue("int")), is: "true"),
            Call("_==_", .type(.int), .type(.uint), is: "false"),
            Call("_==_", .bytes(of: 97), "a", is: "false"),
            Call("_==_", .duration("60s"), .duration("1m"), is: "true"),
        ])
    func equality(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "looks into lists and maps",
        arguments: [
            Call("@in", 1, [1.0], is: "true"),
            Call("@in", "e\u{301}", ["é"], is: "false"),
            Call("@in", .uint(2), .map((2, "a")), is: "true"),
            Call("@in", 2.0, .map((2, "a")), is: "true"),
            Call("@in", 2.5, .map((2, "a")), is: "false"),
            Call("@in", .double(.nan), .map((2, "a")), is: "false"),
            Call("@in", .null, .map((2, "a")), fails: .noSuchOverload),
            Call("@in", [1], .map((2, "a")), fails: .noSuchOverload),
            Call("@in", .null, [], is: "false"),
            Call("@in", 1, "a", fails: .noSuchOverload),
            Call("_[_]", [7, 8], 1, is: "8"),
            Call("_[_]", [7, 8], .uint(1), is: "8"),
            Call("_[_]", [7, 8], 1.0, is: "8"),
            Call("_[_]", [7, 8], 1.5, fails: .noSuchOverload),
            Call("_[_]", [7, 8], 2, fails: .noSuchKey),
            Call("_[_]", [7, 8], -1, fails: .noSuchKey),
            Call("_[_]", [7, 8], .uint(.max), fails: .noSuchKey),
            Call("_[_]", [7, 8], .int(.max), fails: .noSuchKey),
            Call("_[_]", .map((1, "a")), 1.0, is: "'a'"),
            Call("_[_]", .map((.uint(.max), "a")), .uint(.max), is: "'a'"),
            Call("_[_]", .map((.int(.max), "a")), 9223372036854775808.0, fails: .noSuchKey),
            Call("_[_]", .map((1, "a")), "1", fails: .noSuchKey),
            Call("_[_]", .map((1, "a")), .null, fails: .invalidKey),
            Call("_[_]", 1, 0, fails: .noSuchOverload),
        ])
    func collections(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test("gives back an argument that is an error, and says nothing of what values hold")
    func errors() {
        let error = Value.failure(.divideByZero, "division by zero")
        #expect(Value.sum(1, error).failure?.kind == .divideByZero)
        #expect(Value.equal(error, 1).failure?.kind == .divideByZero)
        #expect(Value.isIn(error, [1]).failure?.kind == .divideByZero)
        let refused = Value.sum("secret", 42)
        #expect(refused.failure?.message == "no overload of `+` takes (string, int)")
        let missing = Value.element(.map(("secret", 1)), "hidden")
        #expect(missing.failure?.message == "no such key")
    }
}

import BylawCEL
import Testing

@Suite("The extensions")
struct ExtensionTests {
    @Test(
        "math: greatest and least",
        arguments: [
            Call("math.greatest", 5, is: "5"),
            Call("math.greatest", 1, 1.0, is: "1"),
            Call("math.greatest", 1.0, 1, is: "1.0"),
            Call("math.greatest", 5.4, 10, .uint(3), -5.0, .uint(.max), is: "18446744073709551615u"),
            Call("math.greatest", [5.4, 10, .uint(3), -5.0], is: "10"),
            Call("math.least", -3, .uint(3), is: "-3"),
            Call("math.least", 5.4, 10, .uint(3), -5.0, is: "-5.0"),
            Call("math.least", [3, 1, 2], is: "1"),
            Call("math.greatest", [], fails: .invalidArgument),
            Call("math.greatest", "a", fails: .noSuchOverload),
            Call("math.greatest", 1, "a", fails: .noSuchOverload),
            Call("math.least", [1, "a"], fails: .noSuchOverload),
        ])
    func extrema(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "math: rounding and signs",
        arguments: [
            Call("math.ceil", 1.2, is: "2.0"), Call("math.floor", -1.2, is: "-2.0"),
            Call("math.round", 2.5, is: "3.0"), Call("math.round", -2.5, is: "-3.0"),
            Call("math.round", 0.49999999999999994, is: "0.0"), Call("math.round", -0.4, is: "-0.0"),
            Call("math.round", .double(.nan), is: "double('NaN')"), Call("math.trunc", -1.9, is: "-1.0"),
            Call("math.ceil", 1, fails: .noSuchOverload), Call("math.abs", -11, is: "11"),
            Call("math.abs", .int(.min), fails: .overflow), Call("math.abs", .uint(.max), is: "18446744073709551615u"),
            Call("math.abs", -0.0, is: "0.0"), Call("math.sign", -11, is: "-1"), Call("math.sign", .uint(3), is: "1u"),
            Call("math.sign", -0.0, is: "0.0"), Call("math.sign", .double(.nan), is: "double('NaN')"),
            Call("math.sign", true, fails: .noSuchOverload), Call("math.sqrt", 81, is: "9.0"),
            Call("math.sqrt", -1, is: "double('NaN')"), Call("math.isNaN", .double(.nan), is: "true"),
            Call("math.isInf", .double(-.infinity), is: "true"), Call("math.isFinite", .double(.nan), is: "false"),
            Call("math.isFinite", 1.0, is: "true"), Call("math.isNaN", 1, fails: .noSuchOverload),
        ])
    func rounding(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "math: bits",
        arguments: [
            Call("math.bitAnd", 5, 3, is: "1"), Call("math.bitOr", .uint(1), .uint(2), is: "3u"),
            Call("math.bitXor", -1, 5, is: "-6"), Call("math.bitNot", 1, is: "-2"),
            Call("math.bitNot", .uint(0), is: "18446744073709551615u"), Call("math.bitShiftLeft", 1, 2, is: "4"),
            Call("math.bitShiftLeft", 1, 63, is: "-9223372036854775808"), Call("math.bitShiftLeft", 1, 64, is: "0"),
            Call("math.bitShiftLeft", -1, 1, is: "-2"), Call("math.bitShiftLeft", .uint(1), .int(.max), is: "0u"),
            Call("math.bitShiftRight", -1024, 3, is: "2305843009213693824"),
            Call("math.bitShiftRight", -1, 64, is: "0"), Call("math.bitShiftRight", .uint(1024), 2, is: "256u"),
            Call("math.bitShiftRight", .uint(1), -1, fails: .invalidArgument),
            Call("math.bitShiftLeft", 1, .int(.min), fails: .invalidArgument),
            Call("math.bitAnd", .uint(2), "", fails: .noSuchOverload),
            Call("math.bitAnd", 1, .uint(1), fails: .noSuchOverload),
            Call("math.bitShiftLeft", 4.3, 1, fails: .noSuchOverload),
        ])
    func bits(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "encoders",
        arguments: [
            Call("base64.encode", .bytes(of: 97), is: "'YQ=='"),
            Call("base64.encode", .bytes(of: 97, 98), is: "'YWI='"),
            Call("base64.encode", .bytes(of: 97, 98, 99), is: "'YWJj'"),
            Call("base64.encode", .bytes(BytesValue([])), is: "''"),
            Call("base64.encode", .bytes(of: 0xFB, 0xFF), is: "'+/8='"),
            Call("base64.decode", "aGVsbG8=", is: "b'hello'"), Call("base64.decode", "aGVsbG8", is: "b'hello'"),
            Call("base64.decode", "YQ==", is: "b'a'"), Call("base64.decode", "YQ=", fails: .invalidArgument),
            Call("base64.decode", "YQ===", fails: .invalidArgument),
            Call("base64.decode", "Y", fails: .invalidArgument),
            Call("base64.decode", "YWJj=", fails: .invalidArgument),
            Call("base64.decode", "====", fails: .invalidArgument),
            Call("base64.decode", "YQ==YQ==", fails: .invalidArgument),
            Call("base64.decode", "a-_b", fails: .invalidArgument), Call("base64.decode", "YW\nJj", is: "b'abc'"),
            Call("base64.decode", "é", fails: .invalidArgument), Call("base64.decode", "", is: "b''"),
        ])
    func encoders(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "lists",
        arguments: [
            Call("slice", [1, 2, 3, 4], 1, 3, is: "[2, 3]"), Call("slice", [1], 1, 1, is: "[]"),
            Call("slice", [1], 0, 2, fails: .range), Call("slice", [1, 2], 2, 1, fails: .range),
            Call("slice", [1], -1, 1, fails: .range), Call("slice", [1], 0, .int(.max), fails: .range),
            Call("flatten", [1, [2, [3]]], is: "[1, 2, [3]]"),
            Call("flatten", [1, [2, [3, [4]]]], 2, is: "[1, 2, 3, [4]]"),
            Call("flatten", [1, [2]], 0, is: "[1, [2]]"), Call("flatten", [1], -1, fails: .invalidArgument),
            Call("distinct", [1, 2, 1, 1.0, .uint(2), "a", "a", [1], [1.0]], is: "[1, 2, 'a', [1]]"),
            Call("distinct", [1.0, 1, "é", "e\u{301}"], is: "[1.0, 'é', 'e\u{301}']"),
            Call("distinct", [.double(.nan), .double(.nan)], is: "[double('NaN'), double('NaN')]"),
            Call("reverse", [1, 2, 3], is: "[3, 2, 1]"), Call("sort", [3, 1, 2], is: "[1, 2, 3]"),
            Call("sort", ["b", "a", "é", "z"], is: "['a', 'b', 'z', 'é']"), Call("sort", [], is: "[]"),
            Call("sort", [true, false], is: "[false, true]"),
            Call("sort", [.duration("2s"), .duration("1s")], is: "[duration('1s'), duration('2s')]"),
            Call("sort", [1.0, .double(.nan), -1.0], is: "[double('NaN'), -1.0, 1.0]"),
            Call("sort", [1, "a"], fails: .noSuchOverload), Call("sort", [1, 1.0], fails: .noSuchOverload),
            Call("sort", [[1]], fails: .noSuchOverload), Call("first", [1, 2], is: "optional.of(1)"),
            Call("last", [1, 2], is: "optional.of(2)"), Call("first", [], is: "optional.none()"),
            Call("lists.range", 3, is: "[0, 1, 2]"), Call("lists.range", -1, is: "[]"),
            Call("lists.range", .int(.max), fails: .sizeLimit),
        ])
    func lists(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test("sorts by keys, equal ones as they stood")
    func sortsByKeys() {
        #expect(ListEdits.sorted(["a", "b", "c", "d"], by: [2, 1, 2, 1]).literalText() == "['b', 'd', 'a', 'c']")
        let error = Value.failure(.divideByZero, "division by zero")
        #expect(ListEdits.sorted(["a", "b"], by: [1, error]).failure?.kind == .divideByZero)
        #expect(ListEdits.sorted(["a"], by: [error]).failure?.kind == .divideByZero)
    }

    @Test(
        "sets",
        arguments: [
            Call("sets.contains", [1, 2], [1.0], is: "true"), Call("sets.contains", [1], [], is: "true"),
            Call("sets.contains", [1.0], [1, 2], is: "false"), Call("sets.contains", ["é"], ["e\u{301}"], is: "false"),
            Call("sets.equivalent", [1, 1], [.uint(1)], is: "true"), Call("sets.equivalent", [], [], is: "true"),
            Call("sets.equivalent", [1, 2], [2], is: "false"), Call("sets.intersects", [], [], is: "false"),
            Call("sets.intersects", [[1], [2, 3]], [[2.0, 3.0]], is: "true"),
            Call("sets.contains", [9_007_199_254_740_993], [9007199254740992.0], is: "true"),
            Call("sets.contains", [9007199254740992.0], [9_007_199_254_740_993], is: "true"),
        ])
    func sets(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "optionals",
        arguments: [
            Call("optional.none", is: "optional.none()"), Call("optional.of", .null, is: "optional.of(null)"),
            Call("value", .some(1), is: "1"), Call("value", .noOptional, fails: .emptyOptional),
            Call("hasValue", .some(.null), is: "true"), Call("hasValue", .noOptional, is: "false"),
            Call("or", .noOptional, .some(2), is: "optional.of(2)"),
            Call("or", .some(1), .some(2), is: "optional.of(1)"),
            Call("orValue", .noOptional, 42, is: "42"), Call("orValue", .some(1), 42, is: "1"),
            Call("orValue", .some(1), .failure(.divideByZero, ""), is: "1"),
            Call("orValue", .noOptional, .failure(.divideByZero, ""), fails: .divideByZero),
            Call("orValue", 1, 2, fails: .noSuchOverload),
            Call("_?._", .map(("a", 1)), "a", is: "optional.of(1)"), Call("_?._", .map(), "a", is: "optional.none()"),
            Call("_?._", .some(.map(("a", 1))), "a", is: "optional.of(1)"),
            Call("_?._", .noOptional, "a", is: "optional.none()"),
            Call("_?._", 1, "a", fails: .noSuchOverload), Call("_[?_]", [7], 0, is: "optional.of(7)"),
            Call("_[?_]", [7], 1, is: "optional.none()"), Call("_[?_]", .some([7]), 0, is: "optional.of(7)"),
            Call("_[?_]", .map((.uint(3), 1)), 3.0, is: "optional.of(1)"),
            Call("_[?_]", [7], "a", fails: .noSuchOverload),
            Call("_[?_]", .map((1, 1)), .null, is: "optional.none()"),
            Call("_[?_]", [.failure(.host, "")], .failure(.noSuchKey, ""), fails: .noSuchKey),
            Call("_[_]", .some([7]), 0, is: "optional.of(7)"), Call("_[_]", .some([7]), 1, is: "optional.none()"),
            Call("_[_]", .noOptional, 0, is: "optional.none()"),
            Call("optional.unwrap", [.some(1), .noOptional, .some(2)], is: "[1, 2]"),
            Call("unwrapOpt", [.noOptional], is: "[]"), Call("unwrapOpt", [1], fails: .noSuchOverload),
        ])
    func optionals(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "nothing is null, zero, false or empty",
        arguments: [
            .null, false, 0, .uint(0), 0.0, -0.0, "", .bytes(BytesValue([])), [], .map(), .duration("0s"),
            .timestamp("1970-01-01T00:00:00Z"),
        ] as [Value])
    func nothing(value: Value) {
        #expect(Call("optional.ofNonZeroValue", value, is: "").results == ["optional.none()"])
        #expect(Call("optional.ofNonZeroValue", [value], is: "").results != ["optional.none()"])
    }
}

@Suite("The library as a whole")
struct LibraryTests {
    @Test("every overload has a name of its own, and every function a sentence")
    func names() {
        var seen: Set<String> = []
        for library in Library.all {
            for function in library.functions {
                #expect(function.documentation.hasSuffix("."), "\(function.name)")
                for overload in function.overloads where !["list_first", "list_last"].contains(overload.id) {
                    #expect(seen.insert(overload.id).inserted, "\(overload.id)")
                }
            }
        }
    }

    @Test(
        "overloads are shown as they are written",
        arguments: [
            ("add_int64", "int + int -> int"), ("logical_not", "!bool -> bool"), ("negate_double", "-double -> double"),
            ("index_map", "map(K, V)[K] -> V"), ("in_list", "A in list(A) -> bool"),
            ("conditional", "bool ? A : A -> A"),
            ("logical_or", "bool || bool -> bool"), ("less_equals_string", "string <= string -> bool"),
            ("string_char_at_int", "string.charAt(int) -> string"), ("optional_none", "optional.none() -> optional(A)"),
            ("math_@max_int_many", "math.greatest(int, int, int, …) -> int"),
            ("select_optional_field", "dyn.?field -> optional(dyn)"), ("list_size", "list(A).size() -> int"),
            ("map_optindex_optional_value", "map(K, V)[?K] -> optional(V)"),
        ])
    func signatures(id: String, expected: String) {
        for function in Library.all.flatMap(\.functions) {
            for overload in function.overloads where overload.id == id {
                #expect(overload.signature(of: function.name) == expected)
                return
            }
        }
        Issue.record("there is no overload \(id)")
    }

    @Test("every library has a table with a row for each function")
    func tables() {
        for library in Library.all {
            let lines = library.markdownTable.split(separator: "\n")
            #expect(lines.count == library.functions.count + 2)
            #expect(lines.allSatisfy { $0.hasPrefix("| ") && $0.hasSuffix(" |") })
        }
        #expect(Library.standard.markdownTable.contains("| `bool \\|\\| bool -> bool` |"))
    }

    @Test("every implementation takes any values without trapping")
    func total() {
        let values: [Value] = [
            .null, true, -1, .int(.min), .uint(.max), .double(.nan), -1e300, "é", "%", "(", .bytes(of: 0xFF), [], [[]],
            .map(),
            .timestamp("0001-01-01T00:00:00Z"), .duration("-315576000000s"), .type(.int), .noOptional, .some(1),
            .failure(.host, "host"),
        ]
        for overload in Library.all.flatMap(\.functions).flatMap(\.overloads) {
            for a in values {
                if case .unary(let body) = overload.implementation { _ = body(a) }
                if let preparation = overload.preparation { _ = preparation.prepare(a) }
                for b in values {
                    if case .binary(let body) = overload.implementation { _ = body(a, b) }
                    if case .fallback(let decide, let other) = overload.implementation { _ = decide(a) ?? other(b) }
                    for c in values {
                        if case .ternary(let body) = overload.implementation { _ = body(a, b, c) }
                        if case .variadic(let body) = overload.implementation { _ = body([a, b, c, a]) }
                    }
                    if case .variadic(let body) = overload.implementation { _ = body([]) }
                }
            }
        }
    }
}

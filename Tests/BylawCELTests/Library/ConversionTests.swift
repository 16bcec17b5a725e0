import BylawCEL
import Testing

@Suite("Conversions")
struct ConversionTests {
    @Test(
        "to int",
        arguments: [
            Call("int", "-9223372036854775808", is: "-9223372036854775808"),
            Call("int", "9223372036854775808", fails: .invalidArgument),
            Call("int", "+5", is: "5"),
            Call("int", " 5", fails: .invalidArgument),
            Call("int", "0x5", fails: .invalidArgument),
            Call("int", "", fails: .invalidArgument),
            Call("int", "٣", fails: .invalidArgument),
            Call("int", -7.9, is: "-7"),
            Call("int", 9223372036854774784.0, is: "9223372036854774784"),
            Call("int", 9223372036854775808.0, fails: .range),
            Call("int", -9223372036854775808.0, fails: .range),
            Call("int", .double(.nan), fails: .range),
            Call("int", .double(.infinity), fails: .range),
            Call("int", .uint(9_223_372_036_854_775_807), is: "9223372036854775807"),
            Call("int", .uint(9_223_372_036_854_775_808), fails: .range),
            Call("int", .timestamp("1969-12-31T23:59:59.5Z"), is: "-1"),
            Call("int", true, fails: .noSuchOverload),
        ])
    func int(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "to uint",
        arguments: [
            Call("uint", "18446744073709551615", is: "18446744073709551615u"),
            Call("uint", "18446744073709551616", fails: .invalidArgument),
            Call("uint", "-0", fails: .invalidArgument),
            Call("uint", -1, fails: .range),
            Call("uint", 25.5, is: "25u"),
            Call("uint", -0.5, fails: .range),
            Call("uint", 18446744073709551616.0, fails: .range),
            Call("uint", 18446744073709549568.0, is: "18446744073709549568u"),
        ])
    func uint(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "to double",
        arguments: [
            Call("double", "-0.0", is: "-0.0"),
            Call("double", ".5", is: "0.5"),
            Call("double", "5.", is: "5.0"),
            Call("double", "1E3", is: "1000.0"),
            Call("double", "NaN", is: "double('NaN')"),
            Call("double", "-Infinity", is: "double('-Infinity')"),
            Call("double", "inf", is: "double('Infinity')"),
            Call("double", "1e400", fails: .invalidArgument),
            Call("double", "1e-400", is: "0.0"),
            Call("double", "0x10", fails: .invalidArgument),
            Call("double", "1_0", fails: .invalidArgument),
            Call("double", ".", fails: .invalidArgument),
            Call("double", "1e", fails: .invalidArgument),
            Call("double", "", fails: .invalidArgument),
            Call("double", "1 ", fails: .invalidArgument),
            Call("double", "infinite", fails: .invalidArgument),
            Call("double", .uint(.max), is: "1.8446744073709552e+19"),
        ])
    func double(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "to string",
        arguments: [
            Call("string", 1.0, is: "'1'"),
            Call("string", -0.0, is: "'-0'"),
            Call("string", 123456.0, is: "'123456'"),
            Call("string", 1234567.0, is: "'1.234567e+06'"),
            Call("string", 1e15, is: "'1e+15'"),
            Call("string", 1e100, is: "'1e+100'"),
            Call("string", 0.0001, is: "'0.0001'"),
            Call("string", 0.00001, is: "'1e-05'"),
            Call("string", -4.5e-3, is: "'-0.0045'"),
            Call("string", .double(.leastNonzeroMagnitude), is: "'5e-324'"),
            Call("string", 1.7976931348623157e308, is: "'1.7976931348623157e+308'"),
            Call("string", .double(.nan), is: "'nan'"),
            Call("string", .double(-.infinity), is: "'-inf'"),
            Call("string", .uint(9876), is: "'9876'"),
            Call("string", true, is: "'true'"),
            Call("string", .bytes(of: 0xC3, 0xBF), is: "'ÿ'"),
            Call("string", .bytes(of: 0x00, 0xFF), fails: .invalidArgument),
            Call("string", .bytes(of: 0xED, 0xA0, 0x80), fails: .invalidArgument),
            Call("string", .bytes(of: 0xC0, 0x80), fails: .invalidArgument),
            Call("string", .timestamp("2009-02-13T23:31:30Z"), is: "'2009-02-13T23:31:30Z'"),
            Call("string", .timestamp("2009-02-13T23:31:30.12Z"), is: "'2009-02-13T23:31:30.120Z'"),
            Call("string", .duration("1000000s"), is: "'1000000s'"),
            Call("string", .duration("-1.5s"), is: "'-1.500s'"),
            Call("string", .null, fails: .noSuchOverload),
        ])
    func string(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }

    @Test(
        "to bool, bytes and type",
        arguments: [
            Call("bool", "t", is: "true"),
            Call("bool", "FALSE", is: "false"),
            Call("bool", "TrUe", fails: .invalidArgument),
            Call("bool", "yes", fails: .invalidArgument),
            Call("bool", 1, fails: .noSuchOverload),
            Call("bytes", "ÿ", is: "b'\\xc3\\xbf'"),
            Call("type", 1, is: "int"),
            Call("type", .null, is: "null_type"),
            Call("type", .type(.int), is: "type"),
            Call("type", .timestamp("2009-02-13T23:31:30Z"), is: "google.protobuf.Timestamp"),
            Call("type", .noOptional, is: "optional_type"),
            Call("dyn", "x", is: "'x'"),
        ])
    func others(call: Call) { #expect(call.results.allSatisfy { $0 == call.expectation }, "\(call.results)") }
}

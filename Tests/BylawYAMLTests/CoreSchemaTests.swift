import BylawYAML
import Testing

@Suite("plain scalars by YAML 1.2's core schema")
struct CoreSchemaTests {
    static func value(_ text: String) throws -> YAMLScalar.Value? {
        try parse("- \(text)\n- 0").sequence?.first?.scalar?.value
    }

    @Test("are null", arguments: ["", "~", "null", "Null", "NULL"])
    func null(_ text: String) throws {
        #expect(try Self.value(text) == .null)
    }

    @Test(
        "are truth values",
        arguments: [("true", true), ("True", true), ("TRUE", true), ("false", false), ("False", false)])
    func bool(_ text: String, _ expected: Bool) throws {
        #expect(try Self.value(text) == .bool(expected))
    }

    @Test(
        "are text where YAML 1.1 had something else",
        arguments: [
            "no", "No", "yes", "on", "off", "y", "n", "tRUE", "nULL", "1_000", "12:30", "1:30:00", "0b11", "-0x1F",
            "+0o7",
            "0X1F", "0O7", "0x", "0o", "0o8", "0xG", "1e", "e1", ".", "+", "-.", ".e1", "1.2.3", "1e+", "--1", "+-1",
            "inf",
            ".iNF", "NaN", "+.nan", "2024-08-20", "1 2", "１２", "0x1F ", "=",
        ])
    func string(_ text: String) throws {
        #expect(try Self.value(text) == (text == "0x1F " ? Self.value("0x1F") : .string))
    }

    @Test(
        "are integers",
        arguments: [
            ("0", 0), ("12", 12), ("-12", -12), ("+12", 12), ("012", 12), ("-0", 0), ("0o17", 15), ("0x1F", 31),
            ("0xff", 255),
            ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min), ("00000000000000000000000007", 7),
            ("0x7FFFFFFFFFFFFFFF", Int64.max), ("100000000000000000", 100_000_000_000_000_000),
        ])
    func integer(_ text: String, _ expected: Int64) throws {
        guard case .integer(let number) = try Self.value(text) else {
            Issue.record("\(text) is no integer")
            return
        }
        #expect(number.integer == expected)
        #expect(number.double == Double(expected))
        #expect(number.isIntegral)
    }

    @Test(
        "are integers that fit no Int64",
        arguments: [
            ("9223372036854775808", 9.223372036854775808e18), ("-9223372036854775809", -9.223372036854775808e18),
            ("0xFFFFFFFFFFFFFFFF", 1.8446744073709551615e19), ("0x10000000000000000", 1.8446744073709551616e19),
            ("0o2000000000000000000000", 1.8446744073709551616e19),
            ("0o20000000000000000000000", 1.47573952589676412928e20),
            ("100000000000000000000", 1e20),
        ])
    func largeInteger(_ text: String, _ expected: Double) throws {
        guard case .integer(let number) = try Self.value(text) else {
            Issue.record("\(text) is no integer")
            return
        }
        #expect(number.integer == nil)
        #expect(number.double == expected)
        #expect(number.isIntegral)
    }

    @Test(
        "are floats, and keep the integer that they are exactly",
        arguments: [
            ("1.5", 1.5, nil, false), ("-.5", -0.5, nil, false), ("2.", 2, 2, true), ("2.0", 2, 2, true),
            ("1e3", 1000, 1000, true),
            ("1E-3", 0.001, nil, false), ("12e-1", 1.2, nil, false), ("120e-1", 12, 12, true), ("0.2e1", 2, 2, true),
            ("9007199254740993.0", 9_007_199_254_740_992, 9_007_199_254_740_993, true), ("0e999999999999", 0, 0, true),
            ("1e999", .infinity, nil, true), ("1e-999", 0, nil, false), ("1e19", 1e19, nil, true),
            ("-9223372036854775808.0", -9.223372036854775808e18, Int64.min, true), ("0.0", 0, 0, true),
            ("1e18", 1e18, 1_000_000_000_000_000_000, true), (".inf", .infinity, nil, false),
            ("-.INF", -.infinity, nil, false),
            ("+.Inf", .infinity, nil, false),
        ] as [(String, Double, Int64?, Bool)])
    func float(_ text: String, _ double: Double, _ integer: Int64?, _ isIntegral: Bool) throws {
        guard case .float(let number) = try Self.value(text) else {
            Issue.record("\(text) is no float")
            return
        }
        #expect(number.double == double)
        #expect(number.integer == integer)
        #expect(number.isIntegral == isIntegral)
    }

    @Test("are not a number", arguments: [".nan", ".NaN", ".NAN"])
    func nan(_ text: String) throws {
        guard case .float(let number) = try Self.value(text) else {
            Issue.record("\(text) is no float")
            return
        }
        #expect(number.double.isNaN)
    }

    @Test(
        "are all that is resolved: quotes and blocks make text",
        arguments: ["'1'", "\"true\"", "|\n  1", ">-\n  null", "''"])
    func quoted(_ text: String) throws {
        #expect(try Self.value(text) == .string)
    }
}

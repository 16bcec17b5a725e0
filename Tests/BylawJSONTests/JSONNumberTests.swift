import BylawJSON
import Testing

@Suite("JSON numbers")
struct JSONNumberTests {
    private func number(_ text: String) throws -> JSONNumber {
        try #require(try JSONValue.parse(text).number)
    }

    static let integral: [(String, Int64)] = [
        ("0", 0), ("-0", 0), ("-0.0", 0), ("0e99999999999999999999", 0), ("0.000e-5", 0), ("2", 2), ("2.0", 2),
        ("-2.000", -2), ("1e3", 1000), ("1E+3", 1000), ("1.5e1", 15), ("120.50e2", 12050), ("1000e-3", 1),
        ("0.001e3", 1), ("123456789012345678", 123_456_789_012_345_678),
        ("9007199254740993", 9_007_199_254_740_993), ("9007199254740993.0", 9_007_199_254_740_993),
        ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
        ("922337203685477580.7e1", Int64.max),
        ("92233720368547758070e-1", Int64.max), ("-9.223372036854775808e18", Int64.min),
        ("1" + String(repeating: "0", count: 400) + "e-400", 1),
        ("0." + String(repeating: "0", count: 399) + "1e400", 1),
    ]

    @Test("an integral number is that integer, however it is written", arguments: integral)
    func integers(_ text: String, _ expected: Int64) throws {
        #expect(try number(text).int == expected)
    }

    @Test(
        "a number that is not integral or is out of range is no integer",
        arguments: [
            "0.5", "1e-1", "2.0000000000000000000000001", "9223372036854775808", "-9223372036854775809", "1e19",
            "1e400",
            "1e99999999999999999999", "-1e99999999999999999999", "1e-99999999999999999999", "18446744073709551616",
            "100000000000000000000000000000000000000001e-41", "9007199254740993.5", "123.456",
        ])
    func notIntegers(_ text: String) throws {
        #expect(try number(text).int == nil)
    }

    @Test(
        "unsigned integers reach twice as far",
        arguments: [
            ("18446744073709551615", UInt64.max), ("1.8446744073709551615e19", .max), ("9223372036854775808", 1 << 63),
            ("-0", 0), ("7", 7), ("-1", nil), ("18446744073709551616", nil), ("0.5", nil),
        ] as [(String, UInt64?)])
    func unsigned(_ text: String, _ expected: UInt64?) throws {
        #expect(try number(text).uint == expected)
    }

    @Test(
        "a double is the nearest one, and none where it would be infinite",
        arguments: [
            ("0.1", 0.1), ("-2", -2), ("1e308", 1e308), ("1.7976931348623157e308", .greatestFiniteMagnitude),
            ("5e-324", .leastNonzeroMagnitude), ("1e-400", 0), ("9007199254740993", 9_007_199_254_740_992),
            ("1e309", nil), ("-1e309", nil), ("1e99999999999999999999", nil),
        ] as [(String, Double?)])
    func doubles(_ text: String, _ expected: Double?) throws {
        #expect(try number(text).double == expected)
    }

    @Test("minus zero keeps its sign as a double")
    func minusZero() throws {
        #expect(try number("-0").double?.sign == .minus)
        #expect(try number("-0.0").double?.sign == .minus)
    }

    @Test("only digits make an integer literal")
    func literals() throws {
        for text in ["0", "-1", "12345678901234567890123"] { #expect(try number(text).isIntegerLiteral) }
        for text in ["2.0", "1e3", "1E3", "-0.5"] { #expect(try !number(text).isIntegerLiteral) }
    }

    @Test("numbers are equal as they are written")
    func equality() throws {
        #expect(try number("2") == number("2"))
        #expect(try number("2") != number("2.0"))
        #expect(JSONNumber(Int64.min).text == "-9223372036854775808")
        #expect(JSONNumber(UInt64.max).text == "18446744073709551615")
        #expect(JSONNumber(0.1)?.text == "0.1")
        #expect(JSONNumber(Double.nan) == nil && JSONNumber(Double.infinity) == nil)
    }

    @Test("a number of a million digits is read in the time it takes to look at them")
    func longNumbers() throws {
        let zeros = String(repeating: "0", count: 1_000_000)
        let nines = String(repeating: "9", count: 1_000_000)
        #expect(try number("1\(zeros)e-1000000").int == 1)
        #expect(try number("1\(zeros)").int == nil)
        #expect(try number("1\(zeros)").double == nil)
        #expect(try number("0.\(nines)").double == 1)
        #expect(try number("0.\(nines)").int == nil)
        #expect(try number("2.\(zeros)").int == 2)
    }
}

/// The sets that patterns know by name: Unicode's categories and scripts, POSIX's classes, and Perl's short forms.
///
/// Their data is of ``UnicodeTables/version``. An RE2 built with another version knows a few characters more or less:
/// that of November 2025 has 15.1, which adds to 15.0 the 622 ideographs from U+2EBF0 and five symbols.
enum UnicodeSet {
    /// The set that `\p{name}` means, or nil where there is none. Names are compared byte by byte, as RE2 does.
    static func property(_ name: [UInt8]) -> ScalarSet? {
        if name.elementsEqual("Any".utf8) { return .all }
        for table in [UnicodeTables.categories, UnicodeTables.scripts] {
            for entry in table where equal(entry.name, name) {
                return unpack(entry.ranges)
            }
        }
        return nil
    }

    /// Every name that ``property(_:)`` knows.
    static var propertyNames: [String] {
        ["Any"] + (UnicodeTables.categories + UnicodeTables.scripts).map { $0.name.description }
    }

    /// The set that `[:name:]` means, or nil where there is none. POSIX's classes are of ASCII alone.
    static func posix(_ name: [UInt8]) -> ScalarSet? {
        posixClasses.first { name.elementsEqual($0.name.utf8) }.map { ScalarSet($0.ranges) }
    }

    /// Every name that ``posix(_:)`` knows.
    static var posixNames: [String] { posixClasses.map(\.name) }

    /// `\d`.
    static let digits = ScalarSet([0x30...0x39])
    /// `\s`: unlike `[:space:]` it leaves out the vertical tab.
    static let spaces = ScalarSet([0x09...0x0A, 0x0C...0x0D, 0x20...0x20])
    /// `\w`.
    static let wordCharacters = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])

    private static let posixClasses: [(name: String, ranges: [ClosedRange<UInt32>])] = [
        ("alnum", [0x30...0x39, 0x41...0x5A, 0x61...0x7A]),
        ("alpha", [0x41...0x5A, 0x61...0x7A]),
        ("ascii", [0x00...0x7F]),
        ("blank", [0x09...0x09, 0x20...0x20]),
        ("cntrl", [0x00...0x1F, 0x7F...0x7F]),
        ("digit", [0x30...0x39]),
        ("graph", [0x21...0x7E]),
        ("lower", [0x61...0x7A]),
        ("print", [0x20...0x7E]),
        ("punct", [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]),
        ("space", [0x09...0x0D, 0x20...0x20]),
        ("upper", [0x41...0x5A]),
        ("word", [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]),
        ("xdigit", [0x30...0x39, 0x41...0x46, 0x61...0x66]),
    ]

    private static func equal(_ name: StaticString, _ bytes: [UInt8]) -> Bool {
        name.withUTF8Buffer { $0.elementsEqual(bytes) }
    }

    private static func unpack(_ text: StaticString) -> ScalarSet {
        var numbers = PackedNumbers(text)
        var ranges: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        while let skipped = numbers.next(), let more = numbers.next() {
            ranges.append(next + skipped...next + skipped + more)
            next += skipped + more + 1
        }
        return ScalarSet(ranges)
    }
}

/// Reads the numbers that Scripts/generate-pattern-tables packs into text.
struct PackedNumbers: IteratorProtocol {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ text: StaticString) {
        bytes = text.withUTF8Buffer { Array($0) }
    }

    mutating func next() -> UInt32? {
        var number: UInt32 = 0
        var shift: UInt32 = 0
        while offset < bytes.count {
            let digit = Self.value(bytes[offset])
            offset += 1
            number |= (digit & 31) << shift
            if digit < 32 { return number }
            shift += 5
        }
        return nil
    }

    private static func value(_ digit: UInt8) -> UInt32 {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "-"): 62
        default: 63
        }
    }
}

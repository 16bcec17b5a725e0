import Testing

@testable import BylawPattern

@Suite("Unicode's sets") struct UnicodeSetTests {
    private static let shortNames: [Unicode.GeneralCategory: String] = [
        .uppercaseLetter: "Lu", .lowercaseLetter: "Ll", .titlecaseLetter: "Lt", .modifierLetter: "Lm",
        .otherLetter: "Lo", .nonspacingMark: "Mn", .spacingMark: "Mc", .enclosingMark: "Me", .decimalNumber: "Nd",
        .letterNumber: "Nl", .otherNumber: "No", .connectorPunctuation: "Pc", .dashPunctuation: "Pd",
        .openPunctuation: "Ps", .closePunctuation: "Pe", .initialPunctuation: "Pi", .finalPunctuation: "Pf",
        .otherPunctuation: "Po", .mathSymbol: "Sm", .currencySymbol: "Sc", .modifierSymbol: "Sk", .otherSymbol: "So",
        .spaceSeparator: "Zs", .lineSeparator: "Zl", .paragraphSeparator: "Zp", .control: "Cc", .format: "Cf",
        .privateUse: "Co", .surrogate: "Cs",
    ]

    /// The standard library has Unicode's data too, if of another version: what both know must be the same.
    @Test func categoriesAreThoseOfTheStandardLibrary() throws {
        var sets: [Unicode.GeneralCategory: ScalarSet] = [:]
        for (category, name) in Self.shortNames {
            let set = try #require(UnicodeSet.property(Array(name.utf8)))
            sets[category] = set
        }
        var different: [Unicode.Scalar] = []
        for value in UInt32(0)...ScalarSet.last {
            guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age.major < 15 else { continue }
            if sets[scalar.properties.generalCategory]?.contains(value) == false { different.append(scalar) }
        }
        // A later version may move a few characters from one category to another.
        #expect(different.count < 30, "\(different)")
    }

    @Test func majorCategoriesAreTheSumOfTheirParts() throws {
        for major in ["C", "L", "M", "N", "P", "S", "Z"] {
            let parts = Self.shortNames.values.filter { $0.hasPrefix(major) }
            let ranges = try parts.flatMap { try #require(UnicodeSet.property(Array($0.utf8))).ranges }
            #expect(UnicodeSet.property(Array(major.utf8)) == ScalarSet(ranges))
        }
    }

    @Test(arguments: [
        ("Han", "漢〇々", "かア"), ("Hiragana", "ぁゞ", "ァ漢"), ("Katakana", "ァヾ", "ーあ"), ("Common", "ー1 ", "a漢"),
        ("Greek", "αΩ", "aб"), ("Cyrillic", "яЁ", "aα"), ("Hangul", "한ㅎ", "漢"),
        ("Any", "a漢\u{10FFFF}", ""),
    ])
    func scripts(name: String, members: String, others: String) throws {
        let set = try #require(UnicodeSet.property(Array(name.utf8)))
        for scalar in members.unicodeScalars { #expect(set.contains(scalar.value), "\(scalar)") }
        for scalar in others.unicodeScalars { #expect(!set.contains(scalar.value), "\(scalar)") }
    }

    @Test func namesAreComparedByTheirBytes() {
        // The Kelvin sign is canonically a K.
        #expect(UnicodeSet.property(Array("\u{212A}atakana".utf8)) == nil)
        #expect(UnicodeSet.property(Array("han".utf8)) == nil)
        #expect(UnicodeSet.property(Array("Cn".utf8)) == nil)
    }

    @Test(arguments: [
        ("k", "Kk\u{212A}"), ("S", "Ssſ"), ("σ", "Σσς"), ("ß", "ßẞ"), ("ǅ", "ǄǅǆǅǄ"), ("é", "Éé"), ("漢", "漢"),
        ("1", "1"),
        ("i", "Ii"), ("Ω", "Ωω\u{2126}"),
    ])
    func foldedTogether(one: String, ring: String) throws {
        let scalar = try #require(one.unicodeScalars.first)
        #expect(Set(CaseFolding.ring(of: scalar.value)) == Set(ring.unicodeScalars.map(\.value)))
    }

    @Test func theClosureOfASetHoldsTheRingsOfAll() {
        let set = ScalarSet([0x61...0x7A])
        #expect(CaseFolding.closure(of: set) == ScalarSet([0x41...0x5A, 0x61...0x7A, 0x17F...0x17F, 0x212A...0x212A]))
        #expect(CaseFolding.closure(of: .all) == .all)
    }

    @Test func theClosureOfANamedSetHoldsTheRingsOfItsCharacters() {
        for name in UnicodeSet.propertyNames {
            guard let set = UnicodeSet.property(Array(name.utf8)), set.count < 2_000 else { continue }
            let rings = set.ranges.joined().flatMap(CaseFolding.ring)
            #expect(CaseFolding.closure(of: set) == ScalarSet(rings.map { $0...$0 }), "\(name)")
        }
    }
}

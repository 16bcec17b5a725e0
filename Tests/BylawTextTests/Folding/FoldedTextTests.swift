import BylawTestSupport
import BylawText
import Foundation
import Testing

@Suite("A folded text")
struct FoldedTextTests {
    private func folded(_ text: String, _ profile: FoldProfile) -> [UInt32] {
        FoldedText(text, profile: profile).scalars
    }

    @Test(
        "is the same for texts that differ only in what is folded, and differs without that fold",
        arguments: [
            ("Straße", "STRASSE", FoldProfile.letterCase),
            ("ΣΊΣΥΦΟΣ", "σίσυφος", .letterCase),
            ("ｆｕｌｌ", "full", .width),
            ("ｶﾞｷﾞﾊﾟ", "ガギパ", .width),
            ("㈱㍿㌔", "(株)株式会社キロ", .width),
            ("𝐀𝒸𝓂𝑒", "Acme", .width),
            ("カタカナ・ヴヽ", "かたかな・ゔゝ", .kana),
            ("аcmе", "acme", .confusables),
            ("力二", "カニ", .confusables),
            ("ВНИМАНИЕ", "BHИMAHИE", .confusables),
            ("ø", "o", .confusables),
            ("Äpfël", "Apfel", .marks),
            ("Z\u{35C}a\u{323}\u{301}l\u{489}go", "Zalgo", .marks),
            ("ёлкой", "елкои", .marks),
            ("A\u{200B}c\u{AD}m\u{FE0F}e\u{202E}\u{0}", "Acme", .invisible),
            ("A.c-m_e", "Acme", .separators),
            ("A c\tm\u{3000}e", "Acme", .separators),
            ("A\nc👩‍🚀m🇯🇵e", "Acme", .separators),
            ("Acmeee", "Acme", .repeats),
            ("A&#99;m&#x65;", "Acme", .entities),
            ("A&shy;c&Mfr;e", "A\u{AD}c𝔐e", .entities),
            ("&lt&amp;&eacute", "<&é", .entities),
        ])
    func sameUnderFold(_ a: String, _ b: String, _ fold: FoldProfile) {
        #expect(folded(a, fold) == folded(b, fold))
        let others = FoldProfile.named.reduce(into: FoldProfile()) { $0.formUnion($1.fold) }.subtracting(fold)
        #expect(folded(a, []) != folded(b, []))
        if fold != .letterCase && fold != .marks { #expect(folded(a, others) != folded(b, others)) }
    }

    @Test(
        "keeps apart what is not the same",
        arguments: [
            ("バス", "ハス"), ("が", "か"), ("各", "名"), ("각", "가"), ("100", "1000"), ("l", "1"), ("I", "l"), ("O", "0"),
            ("rn", "m"), ("かき", "がき"), ("कि", "क"), ("з", "3"), ("бот", "вот"), ("Sony!", "Sony"),
        ])
    func differs(_ a: String, _ b: String) {
        let all = FoldProfile.named.reduce(into: FoldProfile()) { $0.formUnion($1.fold) }
        #expect(folded(a, all) != folded(b, all))
    }

    @Test(
        "does not know canonically equivalent texts apart, whatever the profile", arguments: [FoldProfile(), .default])
    func canonicalEquivalence(_ profile: FoldProfile) {
        for text in ["é", "ǖ", "が", "각", "ệ", "Ω", "קּ", "か\u{3099}\u{301}", "q\u{307}\u{323}"] {
            let expected = folded(text, profile)
            #expect(folded(text.decomposedStringWithCanonicalMapping, profile) == expected)
            #expect(folded(text.precomposedStringWithCanonicalMapping, profile) == expected)
        }
        #expect(folded("q\u{307}\u{323}", profile) == folded("q\u{323}\u{307}", profile))
    }

    @Test("agrees with compatibility normalisation for every scalar")
    func compatibility() {
        // A spacing accent is no space with a mark on it; Hangul letters of the old encodings are spelled as they stand.
        var differing: [UInt32] = []
        for value in UInt32(0)..<0x11_0000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar)
            let normal = text.decomposedStringWithCompatibilityMapping
            if normal.unicodeScalars.first == " ", normal.unicodeScalars.count > 1 { continue }
            if folded(text, .width) != folded(normal, .width) { differing.append(value) }
        }
        #expect(differing.isEmpty, "\(differing.prefix(20).map { String($0, radix: 16) })")
    }

    @Test("is the same for upper and lower case of every scalar")
    func everyCase() {
        var differing: [UInt32] = []
        for value in UInt32(0)..<0x11_0000 {
            guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenCaseMapped else { continue }
            // The tables may be of an older Unicode than the standard library.
            let ages = scalar.properties.uppercaseMapping.unicodeScalars.map { $0.properties.age?.major ?? 99 }
            if ages.contains(where: { $0 > 15 }) || scalar.properties.age?.major ?? 99 > 15 { continue }
            let upper = folded(scalar.properties.uppercaseMapping, [.letterCase, .confusables])
            let own = folded(String(scalar), [.letterCase, .confusables])
            // Letters that share a capital with another fold to that other one's form.
            if upper != own, scalar.properties.uppercaseMapping.lowercased().unicodeScalars.first == scalar {
                differing.append(value)
            }
        }
        #expect(differing.isEmpty, "\(differing.prefix(20).map { String($0, radix: 16) })")
    }

    @Test("folded again changes nothing")
    func idempotent() {
        var generator = SeededGenerator(seed: 7)
        let profile = FoldProfile.default.subtracting([.entities, .repeats, .separators])
        for _ in 0..<2000 {
            let text = RandomText.make(12, using: &generator)
            let once = FoldedText(text, profile: profile)
            let again = FoldedText(String(decoding: once.utf8.bytes, as: UTF8.self), profile: profile)
            #expect(once.scalars == again.scalars, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
        }
    }

    @Test("maps back by ranges that never go backwards and start and end at scalars")
    func monotone() {
        var generator = SeededGenerator(seed: 11)
        let all = FoldProfile.named.map(\.fold)
        for _ in 0..<3000 {
            let text = RandomText.make(20, using: &generator)
            let profile = all.filter { _ in Bool.random(using: &generator) }.reduce(into: FoldProfile()) {
                $0.formUnion($1)
            }
            let folded = FoldedText(text, profile: profile)
            let bytes = Array(text.utf8)
            var last = 0..<0
            for index in 0..<folded.count {
                let range = folded.originalRange(of: index..<index + 1)
                #expect(range.lowerBound >= last.lowerBound && range.upperBound >= last.upperBound)
                #expect(range.upperBound <= bytes.count)
                #expect(range.lowerBound == bytes.count || bytes[range.lowerBound] & 0xC0 != 0x80)
                #expect(range.upperBound == bytes.count || bytes[range.upperBound] & 0xC0 != 0x80)
                last = range
            }
        }
    }

    @Test("has an opaque scalar for what is not to be looked into")
    func opaque() {
        let text = "ab cd ef"
        let folded = text.utf8Buffer { FoldedText($0, profile: .default, opaque: [3..<5]) }
        #expect(folded.scalars == [0x61, 0x62, 0x11_0000, 0x65, 0x66])
        #expect(folded.originalRange(of: 2..<3) == 3..<5)
    }

    @Test(
        "reads ill-formed UTF-8 as replacement characters",
        arguments: [[0xC3], [0x80, 0x41], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]] as [[UInt8]])
    func illFormed(_ bytes: [UInt8]) {
        let folded = bytes.withUnsafeBufferPointer { FoldedText($0, profile: .default) }
        #expect(folded.scalars.contains(0xFFFD))
    }

    @Test("is quick for marks stacked without end")
    func stackedMarks() {
        let marks = String(repeating: "\u{301}\u{323}", count: 100_000)
        let folded = FoldedText("e" + marks, profile: [])
        #expect(folded.count == 200_001)
        #expect(folded.scalars[1] == 0x323 && folded.scalars[200_000] == 0x301)
    }
}

@Suite("A fold profile")
struct FoldProfileTests {
    @Test("knows each fold by its name, and no other")
    func names() {
        #expect(FoldProfile(name: "case") == .letterCase)
        #expect(FoldProfile(name: "Case") == nil)
        #expect(
            FoldProfile.default.names == [
                "case", "width", "confusables", "marks", "invisible", "separators", "repeats", "entities",
            ])
        for (name, fold) in FoldProfile.named { #expect(FoldProfile(name: name) == fold) }
    }
}

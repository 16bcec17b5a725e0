import BylawTestSupport
import BylawText
import Testing

@Suite("The short way to fold")
struct PlainFoldTests {
    /// Profiles that differ in everything that a table is made of.
    private static let profiles: [FoldProfile] =
        [
            [], .default, .default.union(.kana), .patterns, [.letterCase], [.width], [.kana], [.invisible],
            [.separators],
            [.separators, .invisible], [.repeats], [.marks], [.confusables, .kana], [.entities],
            .default.subtracting([.separators, .repeats]), .default.subtracting(.invisible),
        ]

    private func check(_ bytes: [UInt8], _ profile: FoldProfile, opaque: [Range<Int>] = []) -> Bool {
        bytes.withUnsafeBufferPointer { text in
            let slow = FoldedText(slowly: text, profile: profile, opaque: opaque)
            return FoldedText(text, profile: profile, opaque: opaque).isIdentical(to: slow)
        }
    }

    @Test("makes of every scalar what the long way makes of it", arguments: profiles)
    func everyScalar(_ profile: FoldProfile) {
        // Of the planes without letters a little is enough.
        let planes: [ClosedRange<UInt32>] = [
            0...0x1_FFFF, 0x2_F7C0...0x2_FA3F, 0xE_0000...0xE_03FF, 0x10_FFC0...0x10_FFFF,
        ]
        for first in planes.flatMap({ stride(from: $0.lowerBound, to: $0.upperBound, by: 64) }) {
            var text = ""
            for scalar in (first..<first + 64).compactMap({ Unicode.Scalar($0) }) {
                text.unicodeScalars.append(scalar)
                // Something that no scalar folds together with, and no gap.
                text += "x(x"
            }
            #expect(check(Array(text.utf8), profile), "from \(String(first, radix: 16))")
        }
    }

    @Test("makes of any text what the long way makes of it", arguments: profiles)
    func random(_ profile: FoldProfile) {
        var generator = SeededGenerator(seed: UInt64(profile.rawValue))
        for _ in 0..<600 {
            let bytes = Array(RandomText.make(Int.random(in: 0...90, using: &generator), using: &generator).utf8)
            #expect(check(bytes, profile))
            let start = Int.random(in: 0...bytes.count, using: &generator)
            let middle = Int.random(in: start...bytes.count, using: &generator)
            let end = Int.random(in: middle...bytes.count, using: &generator)
            #expect(check(bytes, profile, opaque: [start..<middle, middle..<end]))
        }
    }

    @Test("reads ill-formed bytes as the long way does", arguments: profiles)
    func illFormed(_ profile: FoldProfile) {
        var generator = SeededGenerator(seed: 23)
        let pieces: [[UInt8]] = [
            Array("aaa".utf8), Array("Ａｂ.".utf8), [0xE3], [0xE3, 0x81], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF0, 0x9F],
            [0xC1, 0x81], [0x80], [0xFF], Array("か\u{3099}".utf8), Array("カカ\r\n".utf8),
            Array("\u{1100}\u{1161}\u{11A8}".utf8),
            [0xEF, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], Array("-\n𝐛".utf8), Array("&amp;".utf8),
        ]
        for _ in 0..<600 {
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).flatMap { _ in
                pieces.randomElement(using: &generator) ?? []
            }
            #expect(check(bytes, profile))
        }
    }

    @Test("of another profile is not the same, so that these tests can fail")
    func canFail() {
        let slow = "Acme".utf8Buffer { FoldedText(slowly: $0, profile: .default) }
        #expect(!FoldedText("acme", profile: []).isIdentical(to: slow))
        #expect(!FoldedText("Akme", profile: .default).isIdentical(to: slow))
        #expect(!FoldedText("Ac me", profile: .default).isIdentical(to: slow))
    }
}

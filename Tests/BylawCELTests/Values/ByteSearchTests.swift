import BylawTestSupport
import Testing

@testable import BylawCEL

/// The search for bytes in bytes, against one that tries every place.
@Suite struct ByteSearchTests {
    private static func plain(_ needle: [UInt8], in text: [UInt8], from start: Int) -> Int? {
        guard start + needle.count <= text.count else { return nil }
        return (start...text.count - needle.count).first { text[$0..<$0 + needle.count].elementsEqual(needle) }
    }

    private static func first(_ needle: [UInt8], in text: [UInt8], from start: Int) -> Int? {
        needle.withUnsafeBufferPointer { needle in
            text.withUnsafeBufferPointer { ByteSearch.first(needle, in: $0, from: start) }
        }
    }

    /// Few different bytes, so that much nearly stands; lengths on both sides of what is compared at once.
    @Test(arguments: [[0x61], [0x61, 0x62], [0xE3, 0x81, 0x89, 0xB2]] as [[UInt8]])
    func `it finds the first place`(_ alphabet: [UInt8]) {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 0...90, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            let needle = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            // Half of the needles stand in the text.
            let start = Int.random(in: 0...text.count, using: &random)
            let wanted = Bool.random(using: &random) ? needle : Array(text[start...].prefix(needle.count))
            let from = Int.random(in: 0...text.count, using: &random)
            #expect(
                Self.first(wanted, in: text, from: from) == Self.plain(wanted, in: text, from: from),
                "\(wanted) in \(text) from \(from)")
        }
    }

    /// Where nearly every place nearly matches, the search goes on in another way, and still finds what is there.
    @Test func `a hostile text is searched to its end`() {
        let needle = Array(repeating: UInt8(0x61), count: 500) + [0x62]
        let text = Array(repeating: UInt8(0x61), count: 20_000)
        #expect(Self.first(needle, in: text, from: 0) == nil)
        #expect(Self.first(needle, in: text + [0x62], from: 0) == 19_500)
        let inside = [0x62] + Array(repeating: UInt8(0x61), count: 500)
        #expect(Self.first(inside, in: text + inside, from: 0) == 20_000)
    }
}

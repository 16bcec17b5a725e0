import BylawTestSupport

/// Random texts of everything that makes folding hard.
enum RandomText {
    private static let pieces: [ClosedRange<UInt32>] = [
        0x20...0x7E, 0x20...0x7E, 0x00...0x2F, 0xA0...0x17F, 0x300...0x36F, 0x370...0x45F, 0x600...0x6FF, 0x915...0x94D,
        0x1100...0x11FF, 0x1E00...0x1FFF, 0x2000...0x206F, 0x20D0...0x20F0, 0x2100...0x214F, 0x3040...0x30FF,
        0x3200...0x33FF, 0x4E00...0x4FFF, 0xAC00...0xACFF, 0xD7B0...0xD7FF, 0xFE00...0xFE0F, 0xFF00...0xFFEF,
        0x1D400...0x1D7FF, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0x1F466...0x1F469, 0xE0100...0xE01EF, 0x378...0x379,
        0x0...0x10FFFF,
    ]

    static func make(_ count: Int, using generator: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<count {
            let range = pieces[Int.random(in: pieces.indices, using: &generator)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
                text.unicodeScalars.append(scalar)
            }
            if Int.random(in: 0..<12, using: &generator) == 0 {
                text +=
                    ["👨‍👩‍👧", "&amp;", "&#99;", "\r\n", "か\u{3099}", "e\u{301}\u{323}"].randomElement(using: &generator)
                    ?? ""
            }
        }
        return text
    }

    /// Letters of an alphabet, given as a text.
    static func word(
        _ alphabet: String, _ lengths: ClosedRange<Int>, _ generator: inout SeededGenerator
    ) -> String {
        let letters = Array(alphabet.unicodeScalars)
        var word = ""
        for _ in 0..<Int.random(in: lengths, using: &generator) {
            if let letter = letters.randomElement(using: &generator) { word.unicodeScalars.append(letter) }
        }
        return word
    }
}

extension String {
    /// The UTF-8 offsets at which characters start, and the end.
    var characterOffsets: Set<Int> {
        var offset = 0
        var offsets: Set<Int> = [0]
        for character in self {
            offset += character.utf8.count
            offsets.insert(offset)
        }
        return offsets
    }

    /// The text in a range of UTF-8 offsets.
    func slice(_ range: Range<Int>) -> String {
        String(decoding: Array(utf8)[range], as: UTF8.self)
    }

    /// Lends the UTF-8 of the text.
    func utf8Buffer<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var copy = self
        return copy.withUTF8(body)
    }
}

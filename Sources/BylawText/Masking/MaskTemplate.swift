/// The template of a replacement, cut at its slot.
struct MaskTemplate: Sendable, Hashable {
    /// What comes before the slot.
    let before: [UInt8]
    /// What comes after it; nil for a template without a slot.
    let after: [UInt8]?

    /// Cuts a template at the first `slot`.
    init(_ template: String, slot: String) {
        let (bytes, slot) = (Array(template.utf8), Array(slot.utf8))
        if let index = bytes.indices.first(where: { bytes[$0...].starts(with: slot) }) {
            before = Array(bytes[..<index])
            after = Array(bytes[(index + slot.count)...])
        } else {
            before = bytes
            after = nil
        }
    }

    /// The template with its slot filled.
    func filled(with content: String) -> [UInt8] {
        guard let after else { return before }
        return before + Array(content.utf8) + after
    }

    /// The letters (A to Z, a few in a row) that fill the slot wherever the filled template stands in a text. Linear in the
    /// text.
    func letters(in text: UnsafeBufferPointer<UInt8>) -> Set<String> {
        guard let after, !(before.isEmpty && after.isEmpty) else { return [] }
        var found: Set<String> = []
        var offset = 0
        while true {
            offset = ByteSearch.skipOthers(in: text, from: offset)
            if offset >= text.count { return found }
            defer { offset += 1 }
            guard Self.isCapital(text[offset]), offset == 0 || !Self.isCapital(text[offset - 1]) else { continue }
            let letters = text[offset...].prefix(Self.maximumLetters + 1).prefix { Self.isCapital($0) }
            guard letters.count <= Self.maximumLetters, text[letters.endIndex...].starts(with: after),
                offset >= before.count, text[(offset - before.count)..<offset].elementsEqual(before)
            else { continue }
            found.insert(String(decoding: letters, as: UTF8.self))
        }
    }

    /// The most letters that a number has: with three, 18,278 things are numbered.
    static let maximumLetters = 3

    private static func isCapital(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }
}

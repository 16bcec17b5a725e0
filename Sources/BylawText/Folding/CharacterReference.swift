/// A character reference of HTML: `&amp;`, `&#99;`, `&#x63`.
struct CharacterReference {
    /// What it stands for: one scalar, for some names two.
    let scalars: [UInt32]
    /// How many bytes it takes, the `&` and a `;` included.
    let length: Int

    /// The reference that starts with the `&` at an offset, or nil.
    init?(in text: UnsafeBufferPointer<UInt8>, at offset: Int) {
        guard offset + 2 < text.count else { return nil }
        if text[offset + 1] == UInt8(ascii: "#") {
            self.init(numberIn: text, at: offset)
        } else {
            self.init(nameIn: text, at: offset)
        }
    }

    /// By number. As browsers do, it need not end in `;`.
    private init?(numberIn text: UnsafeBufferPointer<UInt8>, at offset: Int) {
        let isHexadecimal = text[offset + 2] | 0x20 == UInt8(ascii: "x")
        let start = offset + (isHexadecimal ? 3 : 2)
        var end = start
        var value: UInt32 = 0
        while end < text.count, let digit = Self.digit(text[end], isHexadecimal: isHexadecimal) {
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
            end += 1
        }
        guard end > start, value > 0, let scalar = Unicode.Scalar(value) else { return nil }
        if end < text.count, text[end] == UInt8(ascii: ";") { end += 1 }
        scalars = [scalar.value]
        length = end - offset
    }

    /// By name. Some old names need no `;`: the longest one counts then.
    private init?(nameIn text: UnsafeBufferPointer<UInt8>, at offset: Int) {
        let start = offset + 1
        var end = start
        while end < text.count, end - start < EntityNames.longest, EntityNames.isPart(text[end]) { end += 1 }
        guard end > start else { return nil }
        let isClosed = end < text.count && text[end] == UInt8(ascii: ";")
        let names = EntityNames.shared
        if isClosed, let entity = names.entity(text[start..<end]) {
            scalars = entity.scalars
            length = end + 1 - offset
            return
        }
        for shorter in stride(from: min(end, start + EntityNames.longestUnclosed), to: start + 1, by: -1) {
            if let entity = names.entity(text[start..<shorter]), !entity.needsSemicolon {
                scalars = entity.scalars
                length = shorter - offset
                return
            }
        }
        return nil
    }

    private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
            return isHexadecimal ? UInt32(byte | 0x20) - 87 : nil
        default: return nil
        }
    }
}

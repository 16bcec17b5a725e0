/// Turns ascending UTF-8 offsets of one text into UTF-16 and scalar offsets, walking it once.
struct TextOffsets {
    private let text: UnsafeBufferPointer<UInt8>
    private var utf8 = 0
    private var utf16 = 0
    private var scalars = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    /// The offsets in the other units. `offset` must not be less than in the call before.
    mutating func advance(to offset: Int) -> (utf16: Int, scalars: Int) {
        while utf8 < min(offset, text.count) {
            let byte = text[utf8]
            utf8 += 1
            guard byte & 0xC0 != 0x80 else { continue }
            scalars += 1
            utf16 += byte >= 0xF0 ? 2 : 1
        }
        return (utf16, scalars)
    }
}

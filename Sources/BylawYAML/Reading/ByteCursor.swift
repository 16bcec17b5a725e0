/// Turns libyaml's marks, which count characters, into byte offsets.
///
/// It remembers where it was asked last and walks from there, in either direction. Marks come nearly in order, so that a
/// whole file costs O(n).
struct ByteCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var character = 0
    private var offset: Int

    /// A cursor over valid UTF-8 whose first character, as libyaml counts, stands at `start`.
    init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int) {
        self.bytes = bytes
        offset = start
    }

    /// The offset of the first byte of a character; the end of the text for one behind it.
    mutating func byteOffset(ofCharacter wanted: Int) -> Int {
        while character < wanted, offset < bytes.count {
            offset += 1
            while offset < bytes.count, isContinuation(bytes[offset]) { offset += 1 }
            character += 1
        }
        while character > wanted, offset > 0 {
            offset -= 1
            while offset > 0, isContinuation(bytes[offset]) { offset -= 1 }
            character -= 1
        }
        return offset
    }

    private func isContinuation(_ byte: UInt8) -> Bool {
        byte & 0b1100_0000 == 0b1000_0000
    }
}

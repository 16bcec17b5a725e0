extension String {
    /// Lends the text's UTF-8, copied only where it is kept in another form.
    @inlinable
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var text = self
        return text.withUTF8(body)
    }

    /// Whether both are the same UTF-8, byte for byte; `==` also takes texts for equal that are written otherwise, `é` in
    /// one scalar and in two.
    ///
    /// Names are compared by this while a request is judged, and so by their words first, and then eight bytes at a time.
    @inlinable
    package func isSameUTF8(as other: String) -> Bool {
        #if _pointerBitWidth(_64)
            // Of the same two words, short texts have the same bytes and long ones the same storage.
            if unsafeBitCast(self, to: (UInt64, UInt64).self) == unsafeBitCast(other, to: (UInt64, UInt64).self) {
                return true
            }
        #endif
        let count = utf8.count
        guard count == other.utf8.count else { return false }
        // What differs as a text differs in its bytes, and short texts are told apart as texts in a moment.
        if count < 16, self != other { return false }
        let isSame = utf8.withContiguousStorageIfAvailable { a in
            other.utf8.withContiguousStorageIfAvailable { b in
                let (x, y) = (UnsafeRawBufferPointer(a), UnsafeRawBufferPointer(b))
                var index = 0
                while index &+ 8 <= a.count {
                    let isSame =
                        x.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                        == y.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    guard isSame else { return false }
                    index &+= 8
                }
                while index < a.count {
                    guard a[index] == b[index] else { return false }
                    index &+= 1
                }
                return true
            }
        }
        // Only a text that is kept in another form has no bytes to look at.
        return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
    }
}

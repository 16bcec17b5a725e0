extension String {
    /// Whether both are the same UTF-8, byte for byte; `==` also takes texts for equal that are written otherwise, `é` in
    /// one scalar and in two.
    ///
    /// Names are compared by this while a request is judged, and so eight bytes at a time.
    @inlinable
    package func isSameUTF8(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
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

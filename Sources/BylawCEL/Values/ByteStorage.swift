/// Immutable bytes in one allocation, with their count in front.
///
/// Bytes are written once, by the closure given to ``make(count:fill:)``, before anyone else can see the object.
/// That is why ``StringValue`` and ``BytesValue`` may say that they are sendable, which `ManagedBuffer` forbids here.
@usableFromInline
package final class ByteStorage: ManagedBuffer<ByteStorage.Header, UInt8> {
    @usableFromInline
    package struct Header: Sendable {
        /// How many bytes.
        @usableFromInline let count: Int
        /// How many Unicode scalars the bytes are in UTF-8; meaningless for bytes that are not text.
        @usableFromInline var scalarCount: Int

        @inlinable init(count: Int, scalarCount: Int) {
            self.count = count
            self.scalarCount = scalarCount
        }
    }

    /// Allocates `count` bytes and lets `fill` write every one of them.
    @inlinable
    static func make(
        count: Int, scalarCount: Int = 0, fill: (UnsafeMutableBufferPointer<UInt8>) -> Void
    ) -> ByteStorage {
        let buffer = ByteStorage.create(minimumCapacity: count) { _ in
            Header(count: count, scalarCount: scalarCount)
        }
        let storage = unsafeDowncast(buffer, to: ByteStorage.self)
        storage.withUnsafeMutablePointerToElements { start in
            fill(UnsafeMutableBufferPointer(start: start, count: count))
        }
        return storage
    }

    /// As ``make(count:fill:)``, for well-formed UTF-8, whose scalars are counted.
    @inlinable
    static func makeText(count: Int, fill: (UnsafeMutableBufferPointer<UInt8>) -> Void) -> ByteStorage {
        let storage = make(count: count, fill: fill)
        storage.withUnsafeMutablePointers { header, start in
            header.pointee.scalarCount = UTF8Bytes.scalarCount(UnsafeBufferPointer(start: start, count: count))
        }
        return storage
    }

    @inlinable
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        withUnsafeMutablePointers { header, start in
            body(UnsafeBufferPointer(start: start, count: header.pointee.count))
        }
    }

    /// Byte for byte, in one `memcmp`-like pass.
    @inlinable
    static func areEqual(_ a: ByteStorage, _ b: ByteStorage) -> Bool {
        if a === b { return true }
        return a.withBytes { x in b.withBytes { y in UTF8Bytes.areEqual(x, y) } }
    }

    /// By the first byte that differs, then by length.
    @inlinable
    static func isLess(_ a: ByteStorage, _ b: ByteStorage) -> Bool {
        a.withBytes { x in b.withBytes { y in UTF8Bytes.isLess(x, y) } }
    }

    @inlinable
    func hash(into hasher: inout Hasher) {
        withBytes { bytes in hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
    }

    /// Both, one after the other; nothing where that is longer than ``ValueLimits/byteCount``.
    func appending(_ other: ByteStorage) -> ByteStorage? {
        let split = header.count
        let count = split + other.header.count
        guard count <= ValueLimits.byteCount else { return nil }
        let joined = ByteStorage.make(count: count) { target in
            withBytes { _ = UnsafeMutableBufferPointer(rebasing: target[..<split]).initialize(fromContentsOf: $0) }
            other.withBytes {
                _ = UnsafeMutableBufferPointer(rebasing: target[split...]).initialize(fromContentsOf: $0)
            }
        }
        let scalarCount = header.scalarCount + other.header.scalarCount
        joined.withUnsafeMutablePointerToHeader { $0.pointee.scalarCount = scalarCount }
        return joined
    }
}

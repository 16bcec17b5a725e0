/// A sequence of bytes, in one allocation.
package struct BytesValue: @unchecked Sendable {
    @usableFromInline let storage: ByteStorage

    @inlinable init(storage: ByteStorage) { self.storage = storage }

    /// Copies the bytes.
    @inlinable
    package init(_ bytes: UnsafeBufferPointer<UInt8>) {
        storage = ByteStorage.make(count: bytes.count) { _ = $0.initialize(fromContentsOf: bytes) }
    }

    /// Copies the bytes.
    @inlinable
    package init(_ bytes: [UInt8]) {
        self = bytes.withUnsafeBufferPointer { BytesValue($0) }
    }

    /// The UTF-8 of a text. O(1): the allocation is shared.
    @inlinable
    package init(_ text: StringValue) { storage = text.storage }

    /// Lets `body` read the bytes. The pointer is good for the call only.
    @inlinable
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        storage.withBytes(body)
    }

    /// How many bytes.
    @inlinable package var count: Int { storage.header.count }
}

extension BytesValue: Hashable, Comparable {
    @inlinable package static func == (a: BytesValue, b: BytesValue) -> Bool {
        ByteStorage.areEqual(a.storage, b.storage)
    }

    @inlinable package static func < (a: BytesValue, b: BytesValue) -> Bool {
        ByteStorage.isLess(a.storage, b.storage)
    }

    @inlinable package func hash(into hasher: inout Hasher) { storage.hash(into: &hasher) }
}

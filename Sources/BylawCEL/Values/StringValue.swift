/// Text of the condition language: UTF-8 in one allocation.
///
/// Two texts are equal if their scalars are: `é` in one scalar is not `é` in two. The order is that of the scalars.
package struct StringValue: @unchecked Sendable {
    @usableFromInline let storage: ByteStorage

    @inlinable init(storage: ByteStorage) { self.storage = storage }

    /// Copies the UTF-8 of `text`.
    @inlinable
    package init(_ text: String) {
        var text = text
        storage = text.withUTF8 { source in
            ByteStorage.makeText(count: source.count) { _ = $0.initialize(fromContentsOf: source) }
        }
    }

    /// Copies bytes that are known to be well-formed UTF-8, such as a part of another text between scalars.
    @inlinable
    package init(wellFormed bytes: UnsafeBufferPointer<UInt8>) {
        storage = ByteStorage.makeText(count: bytes.count) { _ = $0.initialize(fromContentsOf: bytes) }
    }

    /// Copies bytes that are known to be well-formed UTF-8.
    @inlinable
    package init(wellFormed bytes: [UInt8]) {
        storage = bytes.withUnsafeBufferPointer { source in
            ByteStorage.makeText(count: source.count) { _ = $0.initialize(fromContentsOf: source) }
        }
    }

    /// The bytes as text, or nothing where they are not well-formed UTF-8.
    package init?(validating bytes: UnsafeBufferPointer<UInt8>) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        self.init(wellFormed: bytes)
    }

    /// Lets `body` read the UTF-8. The pointer is good for the call only.
    @inlinable
    package func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        storage.withBytes(body)
    }

    /// The length in bytes of UTF-8. O(1).
    @inlinable package var utf8Count: Int { storage.header.count }

    /// The length in Unicode scalars, which `size()` gives. O(1).
    @inlinable package var scalarCount: Int { storage.header.scalarCount }

    /// Whether every scalar is ASCII, so that offsets in bytes and in scalars are the same. O(1).
    @inlinable package var isASCII: Bool { storage.header.count == storage.header.scalarCount }
}

extension StringValue: Hashable, Comparable {
    @inlinable package static func == (a: StringValue, b: StringValue) -> Bool {
        ByteStorage.areEqual(a.storage, b.storage)
    }

    @inlinable package static func < (a: StringValue, b: StringValue) -> Bool {
        ByteStorage.isLess(a.storage, b.storage)
    }

    @inlinable package func hash(into hasher: inout Hasher) { storage.hash(into: &hasher) }
}

extension String {
    /// The text as a Swift string; a copy.
    package init(_ text: StringValue) {
        self = text.withUTF8 { String(decoding: $0, as: UTF8.self) }
    }
}

/// The bytes of a text that something else keeps: to look at a text without counting who refers to it.
///
/// Good as long as the value is where it was read: a text in a frame's slot until the frame is reset.
struct BorrowedText: @unchecked Sendable {
    let start: UnsafePointer<UInt8>
    /// In bytes of UTF-8.
    let count: Int
    /// In Unicode scalars.
    let scalarCount: Int

    /// In the place of a text where there is none.
    static let none = BorrowedText(start: UnsafePointer(nothing), count: -1, scalarCount: 0)

    var isNone: Bool { count < 0 }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    /// Byte for byte.
    @inline(__always)
    static func == (a: BorrowedText, b: BorrowedText) -> Bool {
        a.count == b.count && UTF8Bytes.commonPrefix(a.bytes, b.bytes) == a.count
    }
}

/// Something to point at.
nonisolated(unsafe) private let nothing = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)

extension StringValue {
    /// A copy of the bytes.
    init(_ text: BorrowedText) {
        storage = ByteStorage.make(count: text.count, scalarCount: text.scalarCount) {
            _ = $0.initialize(fromContentsOf: text.bytes)
        }
    }

    @inline(__always)
    var borrowed: BorrowedText {
        storage.withUnsafeMutablePointers { header, start in
            BorrowedText(
                start: UnsafePointer(start), count: header.pointee.count, scalarCount: header.pointee.scalarCount)
        }
    }
}

extension UnsafePointer<Value?> {
    /// The text that lies there, if it is one. Nothing is copied or counted, as long as this is inlined.
    @inline(__always)
    var text: BorrowedText? {
        if case .string(let text)? = pointee { text.borrowed } else { nil }
    }
}

extension UnsafePointer<Value> {
    /// The text that lies there, if it is one.
    @inline(__always)
    var text: BorrowedText? {
        if case .string(let text) = pointee { text.borrowed } else { nil }
    }

    /// The text in a field of the record that lies there.
    @inline(__always)
    func text(ofField index: Int, in type: RecordType) -> BorrowedText? {
        guard case .record(let record) = pointee, record.recordType === type else { return nil }
        return record.fields.withUnsafeBufferPointer { fields in
            guard let start = fields.baseAddress, index < fields.count else { return nil }
            return (start + index).text
        }
    }
}

/// Gathers well-formed UTF-8, and stops gathering at ``ValueLimits/byteCount``.
struct TextBuilder {
    private var bytes: [UInt8] = []
    /// Whether more was appended than a text may hold; what is beyond the limit is dropped.
    private(set) var isTooLong = false

    mutating func append(_ part: UnsafeBufferPointer<UInt8>) {
        guard hasRoom(for: part.count) else { return }
        bytes.append(contentsOf: part)
    }

    mutating func append(_ part: [UInt8]) {
        guard hasRoom(for: part.count) else { return }
        bytes.append(contentsOf: part)
    }

    mutating func append(_ part: StringValue) { part.withUTF8 { append($0) } }

    mutating func append(_ part: String) {
        guard hasRoom(for: part.utf8.count) else { return }
        bytes.append(contentsOf: part.utf8)
    }

    private mutating func hasRoom(for count: Int) -> Bool {
        if isTooLong || count > ValueLimits.byteCount - bytes.count { isTooLong = true }
        return !isTooLong
    }

    /// The text, or the error that it is too long.
    var value: Value { isTooLong ? .error(ValueLimits.tooLong) : .string(StringValue(wellFormed: bytes)) }
}

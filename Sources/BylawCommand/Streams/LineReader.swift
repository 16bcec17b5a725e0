import Foundation

/// Reads lines from a stream as they come. Memory is bounded by the longest line that is accepted, however long the
/// stream or a line in it.
struct LineReader {
    /// What stands between two line breaks.
    enum Line {
        /// Its bytes, without the line break.
        case bytes([UInt8])
        /// It has more than the limit.
        case tooLong
    }

    /// How many bytes a line may have.
    let limit: Int

    private static let chunk = 64 << 10

    private let descriptor: Descriptor
    private var buffer: [UInt8] = []
    /// The bytes of ``buffer`` before this were given out.
    private var start = 0
    /// The bytes of ``buffer`` before this hold no line break behind ``start``.
    private var searched = 0
    private(set) var isAtEnd = false
    /// Whether the line that is being read is longer than the limit, and is thrown away as it comes.
    private var isSkipping = false

    init(_ descriptor: Descriptor, limit: Int) {
        self.descriptor = descriptor
        self.limit = limit
    }

    /// The next line; nil behind the last. A last line needs no line break. Waits only where there is no whole line.
    mutating func next() throws(StreamError) -> Line? {
        while true {
            if let line = takeLine() { return line }
            if isAtEnd { return takeRest() }
            try fill()
        }
    }

    /// Whether the next line is here already, so that asking for it waits for nobody.
    mutating func hasLine() -> Bool { findBreak() != nil }

    private mutating func findBreak() -> Int? {
        let found = buffer.withUnsafeBufferPointer { bytes -> Int? in
            guard let start = bytes.baseAddress, searched < bytes.count,
                let place = memchr(start + searched, Int32(UInt8(ascii: "\n")), bytes.count - searched)
            else { return nil }
            return start.distance(to: place.assumingMemoryBound(to: UInt8.self))
        }
        searched = found ?? buffer.count
        return found
    }

    /// The next line, if all of it was read.
    mutating func takeLine() -> Line? {
        guard let end = findBreak() else {
            if buffer.count - start > limit {
                isSkipping = true
                forget(buffer.count)
            }
            return nil
        }
        defer { forget(end + 1) }
        return line(to: end)
    }

    /// What stands behind the last line break, at the end of the stream.
    mutating func takeRest() -> Line? {
        guard start < buffer.count || isSkipping else { return nil }
        defer { forget(buffer.count) }
        return line(to: buffer.count)
    }

    private mutating func line(to end: Int) -> Line {
        defer { isSkipping = false }
        return isSkipping || end - start > limit ? .tooLong : .bytes(Array(buffer[start..<end]))
    }

    private mutating func forget(_ end: Int) {
        start = end
        searched = end
    }

    /// Reads on, waiting for at least one byte or the end.
    mutating func fill() throws(StreamError) {
        // What was given out goes; the rest is less than one line.
        buffer.removeSubrange(..<start)
        searched -= start
        start = 0
        let kept = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
        let descriptor = descriptor
        let count = try buffer.withUnsafeMutableBufferPointer { bytes throws(StreamError) in
            try descriptor.read(into: UnsafeMutableBufferPointer(rebasing: bytes[kept...]))
        }
        buffer.removeSubrange((kept + count)...)
        isAtEnd = count == 0
    }
}

import BylawJSON

/// Bytes on their way out, gathered so that each write to the system is worth it.
///
/// Once nobody reads any more, what is written is dropped without an error.
struct Output {
    /// Whether whoever read the output has left. A stream need not be continued then.
    private(set) var isAbandoned = false

    private static let capacity = 64 << 10

    private let descriptor: Descriptor
    private var pending: [UInt8] = []

    init(_ descriptor: Descriptor) {
        self.descriptor = descriptor
    }

    /// Writes text; it may wait for ``flush()``.
    mutating func write(_ text: String) throws(StreamError) { try write(text.utf8) }

    /// Writes whole JSON values; they may wait for ``flush()``. A terminal gets the same values, with escapes for what would
    /// steer it.
    mutating func write(json: [UInt8]) throws(StreamError) {
        try write(descriptor.isTerminal ? HarmlessJSON.of(json) : json)
    }

    /// Writes bytes; they may wait for ``flush()``.
    mutating func write(_ bytes: some Sequence<UInt8>) throws(StreamError) {
        pending.append(contentsOf: bytes)
        if pending.count >= Self.capacity { try flush() }
    }

    /// Writes out whatever waits.
    mutating func flush() throws(StreamError) {
        var start = 0
        while start < pending.count, !isAbandoned {
            let rest = start
            let descriptor = descriptor
            let written = try pending.withUnsafeBufferPointer { bytes throws(StreamError) in
                try descriptor.write(UnsafeBufferPointer(rebasing: bytes[rest...]))
            }
            if let written { start += written } else { isAbandoned = true }
        }
        pending.removeAll(keepingCapacity: true)
    }
}

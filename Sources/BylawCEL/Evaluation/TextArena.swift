/// Room for the texts of one request after the other: a text is copied in, stays where it is until ``reset()``, and nothing
/// is allocated for it once there is room enough.
struct TextArena: ~Copyable {
    private var chunks: [UnsafeMutableBufferPointer<UInt8>] = []
    /// How much of the last chunk is taken.
    private var used = 0

    private static let firstChunk = 4096
    /// The largest chunk that is kept from one request to the next, in bytes.
    private static let keptBytes = 1 << 16

    deinit { for chunk in chunks { chunk.deallocate() } }

    /// A copy of the bytes.
    mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafePointer<UInt8> {
        if bytes.count > (chunks.last?.count ?? 0) - used { addChunk(holding: bytes.count) }
        guard let source = bytes.baseAddress, let start = chunks.last?.baseAddress, bytes.count > 0 else {
            return BorrowedText.none.start
        }
        let place = start + used
        place.update(from: source, count: bytes.count)
        used += bytes.count
        return UnsafePointer(place)
    }

    /// Makes the room free again. What was copied is no more.
    mutating func reset() {
        used = 0
        guard let last = chunks.last, chunks.count > 1 || last.count > Self.keptBytes else { return }
        let kept = last.count > Self.keptBytes ? [] : [last]
        for chunk in chunks.dropLast(kept.count) { chunk.deallocate() }
        chunks = kept
    }

    private mutating func addChunk(holding count: Int) {
        chunks.append(.allocate(capacity: max(count, Self.firstChunk, 2 * (chunks.last?.count ?? 0))))
        used = 0
    }
}

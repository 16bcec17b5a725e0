extension Descriptor {
    /// Everything up to the end, but no more than one byte beyond `limit`: whoever reads on sees that it is too much.
    func readAll(limit: Int) throws(StreamError) -> [UInt8] {
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while result.count <= limit {
            let count = try chunk.withUnsafeMutableBufferPointer { bytes throws(StreamError) in try read(into: bytes) }
            if count == 0 { break }
            result.append(contentsOf: chunk[..<count])
        }
        return Array(result.prefix(limit + 1))
    }
}

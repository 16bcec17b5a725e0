import Foundation

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

    /// Everything in a file with a key; of a file that is far too long for one, its beginning.
    static func readingKey(_ path: String) throws -> [UInt8] { try reading(path).readAll(limit: 1 << 16) }

    /// Writes a file, in place of one that is there.
    static func write(_ text: String, to path: String) throws(StreamError) {
        let number = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard number >= 0 else { throw StreamError("unwritable", "`\(path)` cannot be opened", errno) }
        defer { close(number) }
        var output = Output(Descriptor(number: number, title: path))
        try output.write(text)
        try output.flush()
    }
}

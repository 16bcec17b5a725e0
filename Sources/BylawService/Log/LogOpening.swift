import Bylaw
import Foundation

/// What a log's file holds when it is opened. What a crash left at its end is set aside, so that it ends with a whole line.
struct LogOpening {
    let file: DiskLogFile
    /// The end of what is there, all of which was looked at.
    let chain: LogChain
    /// Whether the file has a whole line.
    let hasLines: Bool
    /// How many bytes its whole lines have.
    let size: Int
    let mending: LogMending?

    init(_ path: String, key: LogKey) throws(DecisionLogError) {
        let file = try DiskLogFile(path)
        do throws(DecisionLogError) {
            var chain = LogChain.unknown(key)
            let (size, rest) = try Self.read(file.number, path, into: &chain)
            hasLines = chain.records > 0
            if !hasLines { chain = try Self.chainBefore(path, key) }
            mending = try rest.isEmpty ? nil : Self.setAside(rest, from: file, behind: size, chain)
            (self.file, self.chain, self.size) = (file, chain, size)
        } catch {
            file.close()
            throw error
        }
    }

    /// The path of a file that is full.
    static func path(ofFile number: Int, of path: String) -> String {
        let digits = String(number)
        return "\(path).\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits)"
    }

    /// Looks at every line of a file; returns how many bytes they have, and what stands behind the last.
    private static func read(
        _ number: Int32, _ path: String, into chain: inout LogChain
    ) throws(DecisionLogError) -> (size: Int, rest: [UInt8]) {
        var lines = LogLines(number, path: path)
        var (size, count) = (0, 0)
        while let line = try lines.next() {
            count += 1
            do throws(LogProblem.Reason) {
                try chain.read(line, isFirst: count == 1)
            } catch {
                throw .damaged(LogProblem(file: path, line: count, reason: error))
            }
            size += line.count + 1
        }
        guard lines.rest.count <= LogLine.limit else {
            throw .damaged(LogProblem(file: path, line: count + 1, reason: .tooLong))
        }
        return (size, lines.rest)
    }

    /// The chain that a file without a line continues: of the last full file, or none.
    private static func chainBefore(_ path: String, _ key: LogKey) throws(DecisionLogError) -> LogChain {
        let url = URL(filePath: path)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)) ?? []
        let prefix = url.lastPathComponent + "."
        let numbers = names.compactMap { name -> Int? in
            guard name.hasPrefix(prefix), let number = Int(name.dropFirst(prefix.count)),
                Self.path(ofFile: number, of: url.lastPathComponent) == name
            else { return nil }
            return number
        }
        guard let last = numbers.max() else { return .empty(key) }
        let full = Self.path(ofFile: last, of: path)
        let number = open(full, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw .file(full, errno) }
        defer { close(number) }
        var chain = LogChain.unknown(key)
        let rest = try read(number, full, into: &chain).rest
        guard chain.isFull, rest.isEmpty else {
            throw .damaged(LogProblem(file: full, line: nil, reason: rest.isEmpty ? .notClosed : .torn))
        }
        return chain
    }

    /// Moves what stands behind the last whole line into a file of its own, and only then cuts it off.
    private static func setAside(
        _ bytes: [UInt8], from file: DiskLogFile, behind size: Int, _ chain: LogChain
    ) throws(DecisionLogError) -> LogMending {
        let base = "\(file.path).torn-\((chain.last?.sequence ?? 0) + 1)"
        var path = base
        var copy = 1
        while FileManager.default.fileExists(atPath: path) {
            copy += 1
            path = "\(base)-\(copy)"
        }
        let aside = try DiskLogFile(path)
        defer { aside.close() }
        try aside.append(bytes)
        try aside.synchronize()
        DiskLogFile.synchronizeFolder(of: path)
        try file.truncate(to: size)
        try file.synchronize()
        var digest = Digest()
        digest.add(bytes)
        return LogMending(bytes: bytes.count, digest: digest.text(), file: path)
    }
}

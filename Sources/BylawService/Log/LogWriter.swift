import Bylaw
import Foundation

/// Writes the files of a log, each step so that it can be tried again after it failed. Used by one thread at a time.
final class LogWriter {
    /// Where it stands in going over to the next file.
    private enum Step {
        /// Lines are added to the file.
        case writing
        /// The file has got its end, and is to be renamed.
        case full
        /// It is renamed; there is no file.
        case moved
        /// There is a new file without a line.
        case fresh
    }

    let path: String
    private let fileLimit: Int
    private let makeFile: DecisionLog.FileMaker
    private var file: (any LogFile)?
    private var chain: LogChain
    private var step: Step
    /// How many bytes of the file are whole lines that are part of the chain.
    private var size: Int
    /// Whether something else may stand behind those.
    private var isTorn = false

    /// A writer that goes on behind what was found in a file.
    init(_ found: LogOpening, fileLimit: Int, makeFile: @escaping DecisionLog.FileMaker) throws(DecisionLogError) {
        path = found.file.path
        self.fileLimit = fileLimit
        self.makeFile = makeFile
        file = makeFile(found.file)
        chain = found.chain
        size = found.size
        step = found.hasLines ? found.chain.isFull ? .full : .writing : .fresh
        var records: [LogRecord] = step == .writing ? [.resumed] : []
        if let mending = found.mending {
            records.append(
                .mended(
                    bytes: mending.bytes, digest: mending.digest,
                    file: URL(filePath: mending.file).lastPathComponent))
        }
        try goOn()
        if !records.isEmpty { try put(records) }
        try synchronize()
    }

    deinit { file?.close() }

    /// The last record that was written.
    var position: LogPosition { chain.last ?? .beginning }

    /// Writes records, all of them or none.
    ///
    /// - Parameter synchronizes: Whether they must be on the disk when this returns.
    func write(_ records: [LogRecord], synchronizes: Bool) throws(DecisionLogError) {
        if step == .writing, size >= fileLimit, chain.lastRecord != "begin" {
            try put([.end(isFull: true)])
            step = .full
        }
        try goOn()
        let before = (chain, size)
        try put(records)
        guard synchronizes else { return }
        do throws(DecisionLogError) {
            try synchronize()
        } catch {
            // Nobody knows which of them are on the disk, so they are written anew.
            (chain, size) = before
            isTorn = true
            throw error
        }
    }

    func synchronize() throws(DecisionLogError) { try file?.synchronize() }

    /// Writes the end, and closes the file.
    func close() throws(DecisionLogError) {
        defer { abandon() }
        try write([.end(isFull: false)], synchronizes: true)
    }

    /// Closes the file as it is.
    func abandon() {
        file?.close()
        file = nil
    }

    private func put(_ records: [LogRecord]) throws(DecisionLogError) {
        guard let file else { throw .closed }
        if isTorn {
            try file.truncate(to: size)
            isTorn = false
        }
        let time = Timestamp(clamping: Int64(Date().timeIntervalSince1970)).description
        var next = chain
        var bytes: [UInt8] = []
        for record in records { bytes += next.append(record, at: time) }
        do throws(DecisionLogError) {
            try file.append(bytes)
        } catch {
            isTorn = true
            if (try? file.truncate(to: size)) != nil { isTorn = false }
            throw error
        }
        (chain, size) = (next, size + bytes.count)
    }

    /// Goes over to the next file where this one is full.
    private func goOn() throws(DecisionLogError) {
        while step != .writing {
            switch step {
            case .writing: break
            case .full:
                try synchronize()
                let target = LogOpening.path(ofFile: chain.file, of: path)
                guard !FileManager.default.fileExists(atPath: target) else { throw .file(target, EEXIST) }
                guard rename(path, target) == 0 else { throw .file(path, errno) }
                abandon()
                step = .moved
            case .moved:
                file = makeFile(try DiskLogFile(path))
                (size, isTorn, step) = (0, false, .fresh)
            case .fresh:
                try put([chain.nextFile])
                DiskLogFile.synchronizeFolder(of: path)
                step = .writing
            }
        }
    }
}

import Foundation

/// An open file of a log, which is only ever added to.
package protocol LogFile: Sendable {
    /// Adds all of the bytes, or throws; then some of them may have been added.
    func append(_ bytes: [UInt8]) throws(DecisionLogError)
    /// Cuts the file off behind so many bytes.
    func truncate(to size: Int) throws(DecisionLogError)
    /// Returns once what was added is on the disk.
    func synchronize() throws(DecisionLogError)
    /// Closes it, and gives up the lock.
    func close()
}

/// A file on disk, locked against other logs as long as it is open.
final class DiskLogFile: LogFile {
    let number: Int32
    let path: String

    /// Opens a file, or makes it: only its owner may read it, as members' ids stand in it.
    init(_ path: String) throws(DecisionLogError) {
        self.path = path
        number = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard number >= 0 else { throw .file(path, errno) }
        var status = stat()
        guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            Foundation.close(number)
            throw .file(path, reason: "it is not a file")
        }
        guard flock(number, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            Foundation.close(number)
            throw reason == EWOULDBLOCK ? .inUse(path) : .file(path, reason)
        }
    }

    func append(_ bytes: [UInt8]) throws(DecisionLogError) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
            if count >= 0 {
                written += count
            } else if errno != EINTR {
                throw .file(path, errno)
            }
        }
    }

    func truncate(to size: Int) throws(DecisionLogError) {
        guard ftruncate(number, off_t(size)) == 0 else { throw .file(path, errno) }
    }

    func synchronize() throws(DecisionLogError) {
        guard fsync(number) == 0 else { throw .file(path, errno) }
    }

    func close() { Foundation.close(number) }

    /// Makes what was made, renamed or removed in a file's folder last.
    static func synchronizeFolder(of path: String) {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        let number = open(folder, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { return }
        _ = fsync(number)
        Foundation.close(number)
    }
}

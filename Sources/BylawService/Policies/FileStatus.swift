import Foundation

/// What the file system says of a file, by which most changes are seen without reading it.
struct FileStatus: Sendable, Equatable {
    private let device: UInt64
    private let inode: UInt64
    private let size: Int64
    /// Nanoseconds since 1970.
    private let modified: Int64
    /// When the contents or anything else of it changed last; nobody can set it. Nanoseconds since 1970.
    private let changed: Int64

    /// Of the file that a path leads to, through links; nil where there is none.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        #if canImport(Darwin)
            (modified, changed) = (Self.nanoseconds(status.st_mtimespec), Self.nanoseconds(status.st_ctimespec))
        #else
            (modified, changed) = (Self.nanoseconds(status.st_mtim), Self.nanoseconds(status.st_ctim))
        #endif
    }

    /// Whether a later change would surely show in the status. One within the same tick of the file system's clock
    /// would not, so that what was changed just now must be read to be known.
    func isSettled(at now: Date) -> Bool {
        changed < Int64(now.timeIntervalSince1970 * 1e9) - Self.slowestTick
    }

    /// Two seconds, as some file systems count; clocks of file servers that are ahead only make it read more.
    private static let slowestTick: Int64 = 2_000_000_000

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

import Foundation

/// A file that is written as a whole: whoever reads it meanwhile finds all of it, or what was there before.
struct OutputFile {
    private let path: String

    init(_ path: String) { self.path = path }

    /// Writes the file.
    ///
    /// - Parameter isReplacing: Whether one that is there is written over; if not, that is an error.
    func write(_ bytes: [UInt8], replacing isReplacing: Bool) throws(StreamError) {
        let partial = "\(path).partial-\(getpid())"
        let number = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard number >= 0 else { throw StreamError("unwritable", "`\(path)` cannot be written", errno) }
        defer { unlink(partial) }
        do {
            defer { close(number) }
            var output = Output(Descriptor(number: number, title: path))
            try output.write(bytes)
            try output.flush()
        }
        // A link, other than a new name, is never put in place of another file.
        guard (isReplacing ? rename(partial, path) : link(partial, path)) == 0 else {
            throw StreamError(errno == EEXIST ? "already-there" : "unwritable", "`\(path)` cannot be written", errno)
        }
    }
}

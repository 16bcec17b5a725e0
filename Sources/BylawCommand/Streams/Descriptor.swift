import Foundation

/// An open file, pipe or terminal.
struct Descriptor {
    /// The operating system's number for it.
    let number: Int32
    /// What people are told it is: a path, or `standard input`.
    let title: String

    static let standardInput = Descriptor(number: STDIN_FILENO, title: "standard input")
    static let standardOutput = Descriptor(number: STDOUT_FILENO, title: "standard output")
    static let standardError = Descriptor(number: STDERR_FILENO, title: "standard error")

    /// Opens a file for reading; `-` is standard input.
    static func reading(_ path: String) throws(StreamError) -> Descriptor {
        guard path != "-" else { return .standardInput }
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw StreamError("unreadable", "`\(path)` cannot be opened", errno) }
        return Descriptor(number: number, title: path)
    }

    /// Whether a person sees it at once.
    var isTerminal: Bool { isatty(number) == 1 }

    /// How many bytes it has, where it is a file.
    var size: Int? {
        var status = stat()
        guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// Whether there is nothing to be read now, so that reading waits for somebody.
    var wouldWait: Bool {
        var wanted = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
        return poll(&wanted, 1, 0) == 0
    }

    /// Reads what there is, waiting for at least one byte; 0 at the end.
    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(StreamError) -> Int {
        while true {
            let count = Foundation.read(number, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw StreamError("unreadable", "`\(title)` cannot be read", errno) }
        }
    }

    /// Writes some of the bytes and says how many; nil where nobody reads them any more.
    func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(StreamError) -> Int? {
        while true {
            let count = Foundation.write(number, bytes.baseAddress, bytes.count)
            if count >= 0 { return count }
            switch errno {
            case EINTR: continue
            // The reader left, or the stream was closed before the command began: there is nobody to tell.
            case EPIPE, EBADF: return nil
            default: throw StreamError("unwritable", "`\(title)` cannot be written", errno)
            }
        }
    }
}

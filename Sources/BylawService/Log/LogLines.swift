import Foundation

/// Goes through the lines of a file, in memory that the longest line bounds.
struct LogLines {
    /// The bytes behind the last line break.
    private(set) var rest: [UInt8] = []

    private let number: Int32
    private let path: String
    private var isAtEnd = false
    /// The bytes of ``rest`` before this were given out.
    private var start = 0
    /// The bytes of ``rest`` before this hold no line break behind ``start``.
    private var searched = 0

    /// Reads from where the open file stands.
    init(_ number: Int32, path: String) {
        self.number = number
        self.path = path
    }

    /// The next line without its line break; nil where none is left that has one.
    mutating func next() throws(DecisionLogError) -> [UInt8]? {
        while true {
            if let end = rest[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { (start, searched) = (end + 1, end + 1) }
                return Array(rest[start..<end])
            }
            rest.removeSubrange(..<start)
            (start, searched) = (0, rest.count)
            // More than a line may have: whoever reads sees that it is too much.
            guard !isAtEnd, rest.count <= LogLine.limit else { return nil }
            try fill()
        }
    }

    private mutating func fill() throws(DecisionLogError) {
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        var count = -1
        repeat { count = read(number, &chunk, chunk.count) } while count < 0 && errno == EINTR
        guard count >= 0 else { throw .file(path, errno) }
        isAtEnd = count == 0
        rest += chunk[..<count]
    }
}

extension DecisionLogError {
    /// The error of an `errno`.
    static func file(_ path: String, _ number: Int32) -> DecisionLogError {
        .file(path, reason: String(cString: strerror(number)))
    }
}

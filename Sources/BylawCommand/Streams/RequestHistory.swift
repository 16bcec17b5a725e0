import Bylaw
import BylawSource

/// Reads requests from JSON Lines, some at a time. Blank lines are passed over; what is no request is kept as an error.
struct RequestHistory {
    /// The most errors that are kept: a file of something else entirely must not fill the memory.
    static let mostErrors = 100

    /// What was wrong with lines so far; people are told where, but not shown the line: what a mask hides may be in it.
    private(set) var errors: [Diagnostic] = []
    /// How many bytes were read.
    private(set) var bytes = 0
    private var reader: LineReader
    private var number = 0
    private let title: String
    private let defaultTime: Timestamp?

    init(_ input: Descriptor, defaultTime: Timestamp?) {
        reader = LineReader(input, limit: LineStream.lineLimit)
        title = input.title
        self.defaultTime = defaultTime
    }

    /// The next requests with the numbers of their lines, at most `count`; nil behind the last.
    mutating func next(upTo count: Int) throws(StreamError) -> [(line: Int, request: Request)]? {
        var batch: [(line: Int, request: Request)] = []
        while batch.count < count {
            guard let line = try reader.next() else { return batch.isEmpty ? nil : batch }
            number += 1
            do throws(LineError) {
                guard case .bytes(let line) = line else { throw .tooLong(limit: LineStream.lineLimit) }
                bytes += line.count + 1
                guard !line.allSatisfy(LineStream.isBlank) else { continue }
                batch.append((number, try Request(line: line, defaultTime: defaultTime)))
            } catch {
                keep(error)
            }
        }
        return batch
    }

    private mutating func keep(_ error: LineError) {
        guard errors.count < Self.mostErrors else { return }
        let place = "at \(title):\(number)" + (error.column.map { ":\($0)" } ?? "")
        errors.append(Diagnostic(error.code, error.message, at: nil, notes: [place], help: error.help))
    }
}

import BylawJSON
import BylawSource

/// Answers JSON Lines by JSON Lines: one line out for each line in, in order, in memory that the longest line bounds.
struct LineStream {
    /// How a stream went.
    struct Result {
        /// How many lines were answered.
        var lines = 0
        /// How many of them by an error.
        var errors = 0
        /// The worst that happened; nil where nothing did.
        var status: ExitStatus?

        /// Counts a line that has no answer, and writes the error that stands in its place.
        mutating func add(_ error: LineError, line: Int, to writer: inout JSONWriter) {
            errors += 1
            add(error.status)
            writer.removeAll()
            error.write(to: &writer, line: line)
        }

        /// Adds how another part of the stream went.
        mutating func add(_ other: Result) {
            lines += other.lines
            errors += other.errors
            if let status = other.status { add(status) }
        }

        private mutating func add(_ other: ExitStatus) {
            if status != .unusable { status = other }
        }
    }

    /// How many bytes a line may have: as many as a request by itself.
    static let lineLimit = JSONLimits.default.bytes

    let input: Descriptor

    init(_ input: Descriptor) {
        self.input = input
    }

    /// Lets `body` answer each line by writing one JSON value. Where it throws, an error object stands in the answer's
    /// place. Lines of nothing but white space are passed over, but counted.
    func answer(
        _ body: ([UInt8], inout JSONWriter) async throws(LineError) -> Void
    ) async throws(StreamError) -> Result {
        var reader = LineReader(input, limit: Self.lineLimit)
        var output = Output(.standardOutput)
        var writer = JSONWriter()
        var result = Result()
        var number = 0
        while !output.isAbandoned, let line = try reader.next() {
            number += 1
            if case .bytes(let bytes) = line, bytes.allSatisfy(Self.isBlank) { continue }
            result.lines += 1
            do throws(LineError) {
                guard case .bytes(let bytes) = line else { throw .tooLong(limit: Self.lineLimit) }
                try await body(bytes, &writer)
            } catch {
                result.add(error, line: number, to: &writer)
            }
            writer.lineBreak()
            try output.write(json: writer.bytes)
            writer.removeAll()
            // Whoever waits for this answer before asking again must not wait for ever.
            if !reader.hasLine() { try output.flush() }
        }
        try output.flush()
        return result
    }

    /// Whether a line of nothing else is blank.
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}

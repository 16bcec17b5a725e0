/// The first line of a decision log that cannot be right.
public struct LogProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file.
    public let file: String
    /// The line's number in the file, from 1; nil where it is about the whole.
    public let line: Int?
    /// What is wrong with it.
    public let reason: Reason

    /// `decisions.jsonl:17: it was changed`.
    public var description: String { line.map { "\(file):\($0): \(reason.message)" } ?? "\(file): \(reason.message)" }

    /// What is wrong with a line.
    public enum Reason: Error, Sendable, Hashable {
        /// It has not the form of a line.
        case malformed
        /// It is longer than any line.
        case tooLong
        /// Its MAC does not fit its bytes.
        case changed
        /// It was written with another key.
        case otherKey(String, given: String)
        /// Another number should come.
        case otherSequence(UInt64, expected: UInt64)
        /// It follows another line than the one before.
        case otherPrevious
        /// A file does not begin with its beginning.
        case noBeginning
        /// A file begins anew in its middle.
        case misplacedBeginning
        /// The file had ended before.
        case afterEnd
        /// The last line has no line break.
        case torn
        /// The file has no line.
        case empty
        /// The file ended, and goes on in another that is not there.
        case nextFileMissing
        /// The log does not end with its end.
        case notClosed
        /// A record that was kept elsewhere is not in it.
        case otherLast(expected: LogPosition)
        /// It has fewer decisions than it should.
        case tooFew(Int, expected: Int)
    }
}

extension LogProblem.Reason {
    /// One sentence, in lower case.
    public var message: String {
        switch self {
        case .malformed: "it is no line of a decision log"
        case .tooLong: "it has more than \(LogLine.limit) bytes"
        case .changed: "it was changed: its MAC does not fit"
        case .otherKey(let key, let given):
            "it was written with the key `\(key.filter { $0.isASCII && !$0.isWhitespace })`, not with `\(given)`"
        case .otherSequence(let sequence, let expected):
            "it is record \(sequence) in the place of record \(expected): lines were taken out, put in or moved"
        case .otherPrevious: "it follows another record than the one before"
        case .noBeginning: "a file begins here, but this is not the beginning of one"
        case .misplacedBeginning: "the beginning of a file stands in its middle"
        case .afterEnd: "the file had ended before"
        case .torn: "it is cut off: the log sets it aside when it is opened again"
        case .empty: "it has no line"
        case .nextFileMissing: "the file was full and the log went on in another, which is not given"
        case .notClosed: "the log was not closed: what came after this line may have been cut off"
        case .otherLast(let expected): "record \(expected.sequence) of the log is not the one that was kept, or is gone"
        case .tooFew(let count, let expected): "the log has \(count) decisions, but had \(expected)"
        }
    }
}

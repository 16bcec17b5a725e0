import Bylaw
import BylawJSON

/// The end of a chain of lines, by which the next line is made, or told from a wrong one.
struct LogChain: Sendable {
    let key: LogKey
    /// The last line; nil where the chain is looked at from somewhere in its middle and no line was read yet.
    private(set) var last: LogPosition?
    /// Names the log: 32 random hexadecimal digits.
    private(set) var log = ""
    /// The number of the file, from 1.
    private(set) var file = 0
    private(set) var records = 0
    private(set) var decisions = 0
    /// The record that the last line is.
    private(set) var lastRecord = ""
    /// Whether the file has ended because it was full, so that another must follow.
    private(set) var isFull = false

    /// A chain with no line yet.
    static func empty(_ key: LogKey) -> LogChain {
        LogChain(key: key, last: .beginning, log: (0..<16).map { _ in UInt8.random(in: 0...255) }.hexadecimalText)
    }

    /// A chain that is looked at from wherever its first line is.
    static func unknown(_ key: LogKey) -> LogChain { LogChain(key: key, last: nil) }

    private init(key: LogKey, last: LogPosition?, log: String = "") {
        self.key = key
        self.last = last
        self.log = log
    }

    /// The next line, with its line break.
    mutating func append(_ record: LogRecord, at time: String) -> [UInt8] {
        let last = last ?? .beginning
        let chain = LogLine.Chain(
            record: record.name, sequence: last.sequence + 1, at: time, previous: last.mac, key: key.name)
        var (line, mac) = LogLine.bytes(record, chain, key)
        line.append(UInt8(ascii: "\n"))
        advance(record.name, LogPosition(sequence: chain.sequence, mac: mac))
        if case .begin(_, let number) = record { file = number }
        if case .end(let full) = record { isFull = full } else { isFull = false }
        return line
    }

    /// The record that begins the next file.
    var nextFile: LogRecord { .begin(log: log, file: file + 1) }

    /// Takes a line that was read, or throws why it cannot be the next one.
    ///
    /// - Parameter isFirst: Whether it is the first of its file.
    mutating func read(_ bytes: [UInt8], isFirst: Bool) throws(LogProblem.Reason) {
        guard let line = LogLine(bytes) else { throw .malformed }
        guard line.chain.key.utf8.elementsEqual(key.name.utf8) else { throw .otherKey(line.chain.key, given: key.name) }
        guard line.mac.utf8.elementsEqual(key.mac(of: line.signed).utf8) else { throw .changed }
        // From here on it is a line that was written with the key: if it is wrong, it stands in the wrong place.
        let isBeginning = line.chain.record == "begin"
        if isFirst, !isBeginning { throw .noBeginning }
        if !isFirst, isBeginning { throw .misplacedBeginning }
        if isFull, !isFirst { throw .afterEnd }
        if let last {
            guard line.chain.sequence == last.sequence + 1 else {
                throw .otherSequence(line.chain.sequence, expected: last.sequence + 1)
            }
            guard line.chain.previous.utf8.elementsEqual(last.mac.utf8) else { throw .otherPrevious }
        }
        if isBeginning {
            guard let members = line.members, let name = members["log"]?.string,
                let number = members["file"]?.number?.int
            else { throw .malformed }
            (log, file) = (name, Int(number))
        }
        isFull = line.chain.record == "end" && line.members?["because"]?.string == "full"
        advance(line.chain.record, LogPosition(sequence: line.chain.sequence, mac: line.mac))
    }

    private mutating func advance(_ record: String, _ position: LogPosition) {
        last = position
        lastRecord = record
        records += 1
        if record == "decision" { decisions += 1 }
    }
}

import BylawJSON

/// A line of a decision log, without its line break:
///
/// ```
/// {"bylaw":1,"chain":{"record":"decision","sequence":2,"at":"…","previous":"…","key":"…"},"decision":{…},"mac":"…"}
/// ```
///
/// The MAC is of the bytes before `,"mac":`, just as they stand there, so that every byte of a line is either what the MAC
/// is of, or can only be one thing.
struct LogLine {
    /// What chains the line to the one before.
    struct Chain: Equatable {
        var record: String
        var sequence: UInt64
        /// When it was written, by the clock of whoever wrote it.
        var at: String
        /// The MAC of the record before.
        var previous: String
        /// The name of the key.
        var key: String
    }

    let chain: Chain
    /// The bytes that the MAC is of.
    let signed: ArraySlice<UInt8>
    let mac: String

    private static let opening = Array(#"{"bylaw":1,"chain":"#.utf8)
    private static let macOpening = Array(#","mac":""#.utf8)
    private static let closing = Array(#""}"#.utf8)
    private static let macLength = 64
    /// How many bytes a line may have.
    static let limit = 64 << 20

    /// The bytes of a line, and its MAC. No line break is among them.
    static func bytes(_ record: LogRecord, _ chain: Chain, _ key: LogKey) -> (line: [UInt8], mac: String) {
        var json = JSONWriter(appendingTo: opening)
        json.object { json in
            json.member("record", chain.record)
            json.key("sequence")
            json.value(chain.sequence)
            json.member("at", chain.at)
            json.member("previous", chain.previous)
            json.member("key", chain.key)
        }
        var line = json.bytes
        let members = record.members
        if !members.isEmpty {
            line.append(UInt8(ascii: ","))
            line += members
        }
        let mac = key.mac(of: line)
        line += macOpening
        line += mac.utf8
        line += closing
        return (line, mac)
    }

    /// Reads a line; nil where it has not the form of one. Nothing is known yet of whether it is genuine.
    init?(_ bytes: [UInt8]) {
        let tail = Self.macOpening.count + Self.macLength + Self.closing.count
        guard bytes.starts(with: Self.opening), bytes.count > Self.opening.count + tail else { return nil }
        signed = bytes[..<(bytes.count - tail)]
        let mac = bytes[signed.endIndex...].dropFirst(Self.macOpening.count).prefix(Self.macLength)
        guard bytes[signed.endIndex...].starts(with: Self.macOpening), mac.allSatisfy(Self.isHexadecimal),
            bytes.suffix(Self.closing.count).elementsEqual(Self.closing)
        else { return nil }
        self.mac = String(decoding: mac, as: UTF8.self)
        // No value in it has a brace.
        let rest = signed[Self.opening.count...]
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")),
            let json = try? JSONValue.parse(Array(rest[...end])),
            let record = json["record"]?.string, let sequence = json["sequence"]?.number?.uint,
            let at = json["at"]?.string, let previous = json["previous"]?.string, let key = json["key"]?.string
        else { return nil }
        chain = Chain(record: record, sequence: sequence, at: at, previous: previous, key: key)
    }

    /// The members beside those that chain it; of records that the log itself makes, which are short.
    var members: JSONValue? {
        try? JSONValue.parse(Array(signed) + [UInt8(ascii: "}")])
    }

    static func isHexadecimal(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}

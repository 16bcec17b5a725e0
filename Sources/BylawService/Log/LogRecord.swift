import Bylaw
import BylawJSON

/// What a line of a decision log is.
enum LogRecord: Sendable {
    /// A file begins: of that log, the file of that number.
    case begin(log: String, file: Int)
    /// The log was opened again, and goes on in the same file.
    case resumed
    /// A line that was not whole was found at the end when the log was opened, and set aside.
    case mended(bytes: Int, digest: String, file: String)
    /// A decision: its members as JSON.
    case decision(members: [UInt8])
    /// Nothing follows in this file, because it is full or the log was closed.
    case end(isFull: Bool)

    /// As it stands in the line.
    var name: String {
        switch self {
        case .begin: "begin"
        case .resumed: "resumed"
        case .mended: "mended"
        case .decision: "decision"
        case .end: "end"
        }
    }

    /// The members of the line beside those that chain it, without braces.
    var members: [UInt8] {
        switch self {
        case .begin(let log, let file):
            Self.members { json in
                json.member("log", log)
                json.member("file", file)
            }
        case .resumed: []
        case .mended(let bytes, let digest, let file):
            Self.members { json in
                json.member("bytes", bytes)
                json.member("digest", digest)
                json.member("file", file)
            }
        case .decision(let members): members
        case .end(let isFull): Self.members { $0.member("because", isFull ? "full" : "closed") }
        }
    }

    /// A decision with whose it is: ids alone, no attribute of the request.
    static func decision(_ decision: Decision, of request: Request?) -> LogRecord {
        .decision(
            members: members { json in
                if let request {
                    json.key("of")
                    json.object { json in
                        json.key("actor")
                        json.identity(request.actor)
                        json.member("action", request.action.name)
                        json.key("resource")
                        json.identity(request.resource)
                    }
                }
                json.key("decision")
                decision.write(to: &json)
            })
    }

    private static func members(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.object(body)
        return Array(json.bytes.dropFirst().dropLast())
    }
}

extension JSONWriter {
    fileprivate mutating func identity(_ entity: Entity) {
        object { json in
            json.member("type", entity.type)
            json.member("id", entity.id)
        }
    }
}

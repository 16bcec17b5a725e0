import BylawJSON
import BylawSource

/// Reads a request of the usual form from JSON in one pass, without a tree.
///
/// It gives nothing where anything is out of the ordinary: a member that is unknown, given twice or of another type, a
/// request without an id, AuthZEN's form, a text that is no JSON. ``RequestDecoder`` reads such a text from a tree, and says
/// what is wrong with it and where; of what this reads it gives the same.
struct RequestScanner {
    private var reader: JSONReader
    private let limits = JSONLimits.default
    private let decoder: RequestDecoder

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ decoder: RequestDecoder) {
        reader = JSONReader(bytes, limits: limits)
        self.decoder = decoder
    }

    static func request(_ json: [UInt8], defaultTime: Timestamp?) -> Request? {
        json.withUnsafeBufferPointer { bytes in
            var scanner = RequestScanner(bytes, RequestDecoder(defaultTime: defaultTime))
            guard let request = try? scanner.request(defaultTime: defaultTime),
                case .end? = try? scanner.reader.next()
            else { return nil }
            return request
        }
    }

    private mutating func next() throws -> JSONToken { try reader.next() }

    /// Reads members up to the end of an object whose brace was read; `body` reads the value of the key that was read.
    private mutating func members(_ body: (inout RequestScanner) throws -> Void) throws {
        var count = 0
        while case .key = try next() {
            count += 1
            guard count <= limits.members else { throw Unusual() }
            try body(&self)
        }
        guard case .endObject = reader.token else { throw Unusual() }
    }

    private mutating func request(defaultTime: Timestamp?) throws -> Request {
        var id, incident: String?
        var time: Timestamp?
        var stage: Stage?
        var actor, resource: Entity?
        var action: Action?
        var context: [Attribute]?
        var facts: [Fact]?
        var rulings: [Ruling]?
        var modes, stopped: [String]?
        guard case .beginObject = try next() else { throw Unusual() }
        try members { scanner in
            if scanner.reader.textEquals("id"), id == nil {
                id = try scanner.string()
            } else if scanner.reader.textEquals("incident"), incident == nil {
                incident = try scanner.string()
            } else if scanner.reader.textEquals("time"), time == nil {
                time = try scanner.time()
            } else if scanner.reader.textEquals("stage"), stage == nil {
                stage = try Stage(rawValue: scanner.string()).known()
            } else if scanner.reader.textEquals("actor"), actor == nil {
                actor = try scanner.entity()
            } else if scanner.reader.textEquals("action"), action == nil {
                action = try scanner.action()
            } else if scanner.reader.textEquals("resource"), resource == nil {
                resource = try scanner.entity()
            } else if scanner.reader.textEquals("context"), context == nil {
                guard case .object(let attributes) = try scanner.value() else { throw Unusual() }
                context = attributes
            } else if scanner.reader.textEquals("facts"), facts == nil {
                facts = try scanner.decoder.facts(try scanner.value())
            } else if scanner.reader.textEquals("rulings"), rulings == nil {
                rulings = try scanner.decoder.rulings(try scanner.value())
            } else if scanner.reader.textEquals("modes"), modes == nil {
                modes = try scanner.decoder.texts(try scanner.value(), "modes")
            } else if scanner.reader.textEquals("stopped"), stopped == nil {
                stopped = try scanner.decoder.texts(try scanner.value(), "stopped")
            } else {
                throw Unusual()
            }
        }
        return Request(
            id: try id.known(), incident: incident, time: try (time ?? defaultTime).known(),
            stage: stage ?? .proposed, actor: try actor.known(), action: try action.known(),
            resource: try resource.known(), context: context ?? [], facts: facts ?? [], rulings: rulings ?? [],
            modes: modes ?? [], stopped: stopped ?? [])
    }

    private mutating func value() throws -> AttributeValue {
        _ = try next()
        return try AttributeValue(&reader, limits).known()
    }

    private mutating func string() throws -> String {
        guard case .string = try next() else { throw Unusual() }
        return reader.text()
    }

    /// A text that must say something.
    private mutating func name() throws -> String {
        let text = try string()
        guard !text.isEmpty else { throw Unusual() }
        return text
    }

    private mutating func time() throws -> Timestamp { try Timestamp(string()).known() }

    private mutating func entity() throws -> Entity {
        var type, id: String?
        let attributes = try attributes { scanner in
            if scanner.reader.textEquals("type") {
                guard type == nil else { throw Unusual() }
                type = try scanner.name()
                return true
            }
            guard scanner.reader.textEquals("id") else { return false }
            guard id == nil else { throw Unusual() }
            id = try scanner.name()
            return true
        }
        return Entity(type: try type.known(), id: try id.known(), attributes)
    }

    private mutating func action() throws -> Action {
        var name: String?
        let attributes = try attributes { scanner in
            guard scanner.reader.textEquals("name") else { return false }
            guard name == nil else { throw Unusual() }
            name = try scanner.name()
            return true
        }
        return Action(name: try name.known(), attributes)
    }

    /// The members of an object but for those that `takes` reads itself.
    private mutating func attributes(
        _ takes: (inout RequestScanner) throws -> Bool
    ) throws -> [Attribute] {
        guard case .beginObject = try next() else { throw Unusual() }
        var attributes = AttributeBuilder()
        try members { scanner in
            if try takes(&scanner) { return }
            let name = scanner.reader.text()
            guard attributes.add(name) else { throw Unusual() }
            attributes.add(try scanner.value())
        }
        return attributes.attributes
    }
}

/// Why there is no request: which is for others to say.
private struct Unusual: Error {}

/// The members of an object as they come.
private struct AttributeBuilder {
    private(set) var attributes: [Attribute] = []
    private var name = ""
    /// Few keys are compared with one another where they are.
    private var keys: JSONKeySet?

    private static let few = 8

    init() { attributes.reserveCapacity(Self.few) }

    /// The name of the next value; false where there is one of that name already.
    mutating func add(_ name: String) -> Bool {
        if attributes.count == Self.few { keys = JSONKeySet(attributes.map(\.name)) }
        self.name = name
        if keys != nil { return keys?.insert(name) == nil }
        return attributes.value(name) == nil
    }

    mutating func add(_ value: AttributeValue) { attributes.append(Attribute(name, value)) }
}

extension AttributeValue {
    /// The value that begins with the reader's last token; nil where something is wrong with it.
    fileprivate init?(_ reader: inout JSONReader, _ limits: JSONLimits) {
        switch reader.token {
        case .null: self = .null
        case .true: self = .bool(true)
        case .false: self = .bool(false)
        case .string: self = .string(reader.text())
        case .number:
            guard let number = AttributeValue(number: reader) else { return nil }
            self = number
        case .beginArray:
            var items: [AttributeValue] = []
            items.reserveCapacity(4)
            while true {
                guard let token = try? reader.next() else { return nil }
                if case .endArray = token { break }
                guard items.count < limits.members, let item = AttributeValue(&reader, limits) else { return nil }
                items.append(item)
            }
            self = .list(items)
        case .beginObject:
            var members = AttributeBuilder()
            while true {
                guard let token = try? reader.next() else { return nil }
                if case .endObject = token { break }
                guard members.add(reader.text()), members.attributes.count < limits.members,
                    (try? reader.next()) != nil, let value = AttributeValue(&reader, limits)
                else { return nil }
                members.add(value)
            }
            self = .object(members.attributes)
        case .key, .endArray, .endObject, .end: return nil
        }
    }

    private init?(number reader: JSONReader) {
        // A negative zero is a double: no integer can say it.
        if let int = reader.int, int != 0 || reader.number?.text.hasPrefix("-") == false {
            self = .int(int)
        } else if let double = reader.double {
            self = .double(double)
        } else {
            return nil
        }
    }
}

extension Optional {
    /// The value; where there is none, it is for others to say why.
    fileprivate func known() throws -> Wrapped {
        guard let value = self else { throw Unusual() }
        return value
    }
}

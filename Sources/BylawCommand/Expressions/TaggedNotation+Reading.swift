import BylawCEL
import BylawJSON

extension Value {
    /// Reads a value in the tagged notation. The digits of a number may be a JSON number as well.
    init(tagged json: JSONValue) throws(NotationError) {
        guard let members = json.members, members.count == 1,
            let (kind, content) = members.first.map({ ($0.key, $0.value) })
        else { throw NotationError("a tagged value is an object with one key: `{\"int\":\"5\"}`", at: json.range) }
        let value: Value?
        switch kind {
        case "null": value = content.isNull ? .null : nil
        case "bool": value = content.bool.map(Value.bool)
        case "int": value = content.digits.flatMap { Int64($0) }.map(Value.int)
        case "uint": value = content.digits.flatMap { UInt64($0) }.map(Value.uint)
        case "double": value = content.digits.flatMap { Double(notation: $0) }.map(Value.double)
        case "string": value = content.string.map { .string($0) }
        case "bytes": value = content.string.flatMap { BytesValue(base64: $0) }.map(Value.bytes)
        case "timestamp": value = content.string.flatMap { TimestampValue($0) }.map(Value.timestamp)
        case "duration": value = content.string.flatMap { DurationValue($0) }.map(Value.duration)
        case "type": value = content.string.map { .type(TypeValue($0)) }
        case "optional": value = content.isNull ? .noOptional : Value.some(try Value(tagged: content))
        case "list": value = try content.elements.map(Value.list(tagged:))
        case "map":
            value = try content.elements.map { entries throws(NotationError) in
                try Value.map(tagged: entries, in: content)
            }
        default:
            throw NotationError("there is no kind of value `\(kind)`", at: json.range)
        }
        guard let value else { throw NotationError("this is no \(kind)", at: content.range) }
        self = value
    }

    private static func list(tagged elements: [JSONValue]) throws(NotationError) -> Value {
        var values: [Value] = []
        values.reserveCapacity(elements.count)
        for element in elements { values.append(try Value(tagged: element)) }
        return .list(values)
    }

    private static func map(tagged entries: [JSONValue], in json: JSONValue) throws(NotationError) -> Value {
        var keys: [Value] = []
        var values: [Value] = []
        for entry in entries {
            guard let pair = entry.elements, pair.count == 2 else {
                throw NotationError("a map's entry is a list of its key and its value", at: entry.range)
            }
            keys.append(try Value(tagged: pair[0]))
            values.append(try Value(tagged: pair[1]))
        }
        do {
            return .map(try MapValue(keys: keys, values: values))
        } catch {
            throw NotationError(error.message, at: json.range)
        }
    }
}

extension JSONValue {
    private static let kinds: Set<String> = [
        "null", "bool", "int", "uint", "double", "string", "bytes", "timestamp", "duration", "type", "optional", "list",
        "map",
    ]

    /// Whether it has the form of a tagged value; what it is tagged with may still be wrong.
    var isTagged: Bool {
        guard let members, members.count == 1, let kind = members.first?.key else { return false }
        return Self.kinds.contains(kind)
    }

    /// A number as text, whether or not it is in quotes.
    fileprivate var digits: String? { string ?? number?.text }
}

extension Double {
    /// Reads what ``notationText`` writes.
    fileprivate init?(notation text: String) {
        switch text {
        case "NaN": self = .nan
        case "Infinity": self = .infinity
        case "-Infinity": self = -.infinity
        default:
            guard let value = Double(text), value.isFinite else { return nil }
            self = value
        }
    }
}

extension BytesValue {
    fileprivate init?(base64 text: String) {
        var text = text
        guard let bytes = text.withUTF8({ Base64.decode($0) }) else { return nil }
        self.init(bytes)
    }
}

package import BylawJSON
public import BylawSource

extension Request {
    /// Reads a request from JSON: Bylaw's own form, or AuthZEN's with `subject`.
    ///
    /// - Parameters:
    ///   - json: UTF-8.
    ///   - time: The time of a request that has none; without it such a request is refused.
    /// - Throws: What is wrong with the text or the envelope. Attributes are never refused: what a policy declares
    ///   otherwise is an error in the rules that read it.
    public init(json: [UInt8], defaultTime time: Timestamp? = nil) throws(RequestError) {
        if let value = AttributeValue(json: json),
            let request = try? RequestDecoder(defaultTime: time).request(value)
        {
            self = request
            return
        }
        // Only what is wrong needs the places of values.
        let value: JSONValue
        do {
            value = try JSONValue.parse(json)
        } catch {
            throw RequestError(
                error.code, error.message, path: [], help: error.help, utf8: error.range.start..<error.range.end)
        }
        try self.init(value, defaultTime: time)
    }

    /// Reads a request from a JSON value.
    package init(_ json: JSONValue, defaultTime time: Timestamp? = nil) throws(RequestError) {
        do {
            self = try RequestDecoder(defaultTime: time).request(try AttributeValue(json))
        } catch {
            throw error.utf8 == nil ? error.located(at: json.nearestRange(error.path)) : error
        }
    }
}

extension RequestError {
    /// The problem at its place in the text that the request was read from.
    public func diagnostic(in file: SourceFile, base: Int = 0) -> Diagnostic {
        let location = utf8.map {
            SourceLocation(file, SourceRange(base + $0.lowerBound, base + $0.upperBound))
        }
        return Diagnostic(code, message, at: location, help: help)
    }
}

extension AttributeValue {
    /// The value of a JSON text, read in one pass; nil where something is wrong with it.
    init?(json: [UInt8]) {
        let limits = JSONLimits.default
        let value = json.withUnsafeBufferPointer { bytes -> AttributeValue? in
            var reader = JSONReader(bytes, limits: limits)
            guard (try? reader.next()) != nil, let value = AttributeValue(&reader, limits), (try? reader.next()) == .end
            else { return nil }
            return value
        }
        guard let value else { return nil }
        self = value
    }

    /// The value that begins with the reader's last token; nil where something is wrong with it.
    private init?(_ reader: inout JSONReader, _ limits: JSONLimits) {
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
                if token == .endArray { break }
                guard items.count < limits.members, let item = AttributeValue(&reader, limits) else { return nil }
                items.append(item)
            }
            self = .list(items)
        case .beginObject:
            var members: [Attribute] = []
            members.reserveCapacity(Self.fewMembers)
            // Few keys are compared with one another where they are.
            var keys: JSONKeySet?
            while true {
                guard let token = try? reader.next() else { return nil }
                if token == .endObject { break }
                let key = reader.text()
                if members.count == Self.fewMembers { keys = JSONKeySet(members.map(\.name)) }
                let isKnown = keys.map { _ in keys?.insert(key) != nil } ?? (members.value(key) != nil)
                guard !isKnown, members.count < limits.members, (try? reader.next()) != nil,
                    let value = AttributeValue(&reader, limits)
                else { return nil }
                members.append(Attribute(key, value))
            }
            self = .object(members)
        case .key, .endArray, .endObject, .end: return nil
        }
    }

    private static let fewMembers = 8

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

    /// A JSON value. A number that no type of Bylaw's can hold is an error.
    package init(_ json: JSONValue) throws(RequestError) {
        switch json.content {
        case .null: self = .null
        case .bool(let bool): self = .bool(bool)
        case .string(let text): self = .string(text)
        case .number(let number):
            // A negative zero is a double: no integer can say it.
            if let int = number.int, int != 0 || !number.text.hasPrefix("-") {
                self = .int(int)
            } else if let double = number.double {
                self = .double(double)
            } else {
                throw RequestError(
                    "number-out-of-range", "this number is too large", path: [],
                    utf8: json.range.start..<json.range.end)
            }
        case .array(let items):
            var values: [AttributeValue] = []
            values.reserveCapacity(items.count)
            for item in items { values.append(try AttributeValue(item)) }
            self = .list(values)
        case .object(let members):
            var attributes: [Attribute] = []
            attributes.reserveCapacity(members.count)
            for member in members { attributes.append(Attribute(member.key, try AttributeValue(member.value))) }
            self = .object(attributes)
        }
    }
}

extension JSONValue {
    /// The range of the value at a path, or of the last one on the way that is there.
    fileprivate func nearestRange(_ path: String) -> Range<Int> {
        var value = self
        for name in path.split(separator: ".") {
            let name = String(name)
            // An AuthZEN request calls the actor `subject` and keeps its time in the context.
            guard
                let next = value[name] ?? Int(name).flatMap({ value[$0] }) ?? (name == "actor" ? value["subject"] : nil)
            else { break }
            value = next
        }
        // A whole object is too much to underline; its brace is enough.
        let end = value.members == nil ? value.range.end : value.range.start + 1
        return value.range.start..<end
    }
}

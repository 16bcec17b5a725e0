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
        if let request = RequestScanner.request(json, defaultTime: time) {
            self = request
            return
        }
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

import BylawJSON
import BylawSource

/// The request and response of AuthZEN's access evaluation, mapped onto Bylaw's.
package enum AuthZEN {
    /// An AuthZEN request as one of Bylaw's: `subject` is the actor, `properties` are lifted into their objects, and
    /// `context.time` is the time. A property that its object has already is an error.
    static func lifted(_ members: [Attribute]) throws(RequestError) -> AttributeValue {
        var result: [Attribute] = []
        for member in members {
            switch member.name {
            case "subject":
                result.append(Attribute("actor", try lifting(member.value, member.name)))
            case "action", "resource":
                result.append(Attribute(member.name, try lifting(member.value, member.name)))
            case "context":
                guard case .object(let context) = member.value else {
                    result.append(member)
                    continue
                }
                if let time = member.value["time"] { result.append(Attribute("time", time)) }
                result.append(Attribute("context", .object(context.filter { $0.name != "time" })))
            default:
                result.append(member)
            }
        }
        return .object(result)
    }

    private static func lifting(_ value: AttributeValue, _ name: String) throws(RequestError) -> AttributeValue {
        guard case .object(let members) = value, let properties = value["properties"], properties != .null else {
            return value
        }
        guard case .object(let lifted) = properties else {
            throw RequestError(
                "wrong-type", "`\(name).properties` must be an object, found \(properties.kindName)",
                path: [name, "properties"])
        }
        var result = members.filter { $0.name != "properties" }
        for property in lifted {
            guard !result.contains(where: { $0.name.isSameUTF8(as: property.name) }) else {
                throw RequestError(
                    "duplicate-member", "`\(name)` has `\(property.name)` already",
                    path: [name, "properties", property.name])
            }
            result.append(property)
        }
        return .object(result)
    }
}

extension Decision {
    /// The decision as AuthZEN's response: only `allow` is true; the whole decision stands in the context.
    public func authZENResponse() -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("decision")
        writer.value(outcome == .allow)
        writer.key("context")
        write(to: &writer)
        writer.endObject()
        return writer.bytes
    }
}

import BylawCEL
import BylawJSON

// Values in the notation of CEL's conformance files: an object whose one key is the kind, so that what JSON has no
// types for stays apart. `{"int":"5"}` `{"uint":"5"}` `{"double":"1.5"}` `{"string":"a"}` `{"bytes":"AA=="}`
// `{"bool":true}` `{"null":null}` `{"list":[V]}` `{"map":[[V,V]]}` `{"type":"int"}` `{"timestamp":"2009-02-13T23:31:30Z"}`
// `{"duration":"123.5s"}`, and `{"optional":V}`, or `{"optional":null}` for an empty one.

extension JSONWriter {
    /// Writes a value in the tagged notation.
    mutating func value(tagged value: Value) {
        beginObject()
        switch value {
        case .null:
            key("null")
            null()
        case .bool(let bool):
            key("bool")
            self.value(bool)
        case .int(let int): member("int", String(int))
        case .uint(let uint): member("uint", String(uint))
        case .double(let double): member("double", double.notationText)
        case .string(let text): member("string", String(text))
        case .bytes(let bytes): member("bytes", bytes.base64)
        case .timestamp(let timestamp): member("timestamp", timestamp.text)
        case .duration(let duration): member("duration", duration.text)
        case .type(let type): member("type", type.name)
        case .list(let list):
            key("list")
            beginArray()
            for element in list.elements { self.value(tagged: element) }
            endArray()
        case .map(let map): entries(map.keys, map.values)
        case .optional(let optional):
            key("optional")
            if let value = optional.value { self.value(tagged: value) } else { null() }
        case .record(let record):
            let present = record.recordType.fields.indices.filter { record[$0] != nil }
            entries(present.map { .string(record.recordType.fields[$0].name) }, present.compactMap { record[$0] })
        case .opaque(let opaque): member("opaque", opaque.hostType.name)
        case .error(let error): member("error", error.message)
        }
        endObject()
    }

    private mutating func member(_ kind: String, _ text: String) {
        key(kind)
        value(text)
    }

    private mutating func entries(_ keys: [Value], _ values: [Value]) {
        key("map")
        beginArray()
        for (key, value) in zip(keys, values) {
            beginArray()
            self.value(tagged: key)
            self.value(tagged: value)
            endArray()
        }
        endArray()
    }
}

import BylawCEL
import BylawJSON
import BylawSource

/// The variables that an expression may read, by name.
struct Bindings {
    private(set) var values: [(name: String, value: Value)] = []

    /// No variables.
    init() {}

    /// Reads an object from names to values.
    ///
    /// In the tagged notation a value may be plain JSON too; it is taken as tagged where it has that form, or the form
    /// `{"value":V}` of the conformance files' bindings.
    init(_ json: JSONValue, in notation: ExpressionNotation) throws(NotationError) {
        guard let members = json.members else {
            throw NotationError("the bindings are an object: `{\"x\": 5}`", at: json.range)
        }
        for member in members {
            values.append((member.key, try Self.value(member.value, in: notation)))
        }
    }

    /// The value of a variable, compared by the bytes of its name.
    subscript(name: String) -> Value? {
        values.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }

    private static func value(_ json: JSONValue, in notation: ExpressionNotation) throws(NotationError) -> Value {
        guard notation == .tagged else { return try Value(plain: json) }
        if json.isTagged { return try Value(tagged: json) }
        if json.members?.count == 1, let inner = json["value"], inner.isTagged { return try Value(tagged: inner) }
        return try Value(plain: json)
    }
}

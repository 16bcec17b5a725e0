import Bylaw
import BylawJSON

/// The JSON Schema (2020-12) of what authors write: editors complete, explain and check by it.
///
/// It is made from the ``Shape``s by which the parser reads, so it cannot differ from it. It says what is written where,
/// not what it means: whether a rule exists, or a condition fits its types, `bylaw check` tells. Only keywords that
/// draft 7 has too are used beside `$defs`, for not every editor knows newer ones.
public struct PolicySchema: Sendable {
    private let value: JSONValue

    /// The schema of one kind of file.
    public init(_ kind: SchemaKind) {
        var builder = SchemaBuilder()
        let root = builder.object(kind.shape)
        value = builder.document(root)
    }

    /// The schema of any file: what it is, its keys say, as they do to the parser.
    public init() {
        var builder = SchemaBuilder()
        func reference(_ kind: SchemaKind) -> Schema { builder.reference(to: kind.shape) }
        func has(_ keys: String...) -> Schema { .anyOf(keys.map { ["required": .strings([$0])] }) }
        let vocabulary: Schema = reference(.vocabulary)
        let named: Schema = [
            "if": has("rules", "judges").value, "then": reference(.policy).value, "else": vocabulary.value,
        ]
        let fixture: Schema = [
            "if": has("cases", "histories", "policies").value, "then": reference(.fixture).value, "else": named.value,
        ]
        let lexicon: Schema = [
            "if": has("lexicon").value, "then": reference(.lexicon).value, "else": fixture.value,
        ]
        let mutants: Schema = [
            "if": has("equivalent-mutants").value, "then": reference(.equivalentMutants).value, "else": lexicon.value,
        ]
        let source: Schema = [
            "if": has("source").value, "then": reference(.source).value, "else": mutants.value,
        ]
        value = builder.document([
            "title": "a file of Bylaw", "type": "object", "if": has("policy").value,
            "then": reference(.policy).value, "else": source.value,
        ])
    }

    /// The schema as JSON text, with a line for each key.
    public var text: String {
        var writer = JSONWriter(layout: .pretty)
        writer.value(value)
        writer.lineBreak()
        return writer.text
    }
}

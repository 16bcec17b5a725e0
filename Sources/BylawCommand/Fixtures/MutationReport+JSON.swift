import BylawJSON
import BylawSource
import BylawTesting

extension MutationReport {
    /// Writes the report as the member `mutants` of a JSON object.
    func write(to json: inout JSONWriter) {
        json.key("mutants")
        json.beginObject()
        for (name, number) in [("count", count), ("noticed", noticed), ("equivalent", equivalent)] {
            json.key(name)
            json.value(number)
        }
        json.key("survived")
        json.beginArray()
        for mutant in survivors { write(mutant, to: &json) }
        json.endArray()
        json.key("diagnostics")
        json.value(diagnostics)
        json.endObject()
    }

    private func write(_ mutant: Mutant, to json: inout JSONWriter) {
        json.beginObject()
        json.key("id")
        json.value(mutant.id)
        json.key("of")
        json.value(mutant.owner)
        json.key("file")
        json.value(mutant.location.file.name)
        json.key("line")
        json.value(mutant.location.position.line)
        json.key("column")
        json.value(mutant.location.position.column)
        json.key("change")
        json.beginArray()
        for line in mutant.change { json.value(line) }
        json.endArray()
        json.endObject()
    }
}

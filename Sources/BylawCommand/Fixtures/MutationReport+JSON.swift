import BylawJSON
import BylawSource
import BylawTesting

extension MutationReport {
    /// Writes the report as the member `mutants` of a JSON object.
    func write(to json: inout JSONWriter) {
        json.key("mutants")
        json.object { json in
            json.member("count", count)
            json.member("noticed", noticed)
            json.member("equivalent", equivalent)
            json.list("survived", survivors) { json, mutant in
                json.member("id", mutant.id)
                json.member("of", mutant.owner)
                json.member("file", mutant.location.file.name)
                json.member("line", mutant.location.position.line)
                json.member("column", mutant.location.position.column)
                json.strings("change", mutant.change)
            }
            json.key("diagnostics")
            json.value(diagnostics)
        }
    }
}

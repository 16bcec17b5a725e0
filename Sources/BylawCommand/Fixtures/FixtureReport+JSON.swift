import BylawJSON
import BylawSource
import BylawTesting

extension FixtureReport {
    /// Writes the members of the report's JSON object.
    func write(to json: inout JSONWriter) {
        json.key("passed")
        json.value(passed)
        json.key("failed")
        json.value(failed)
        json.key("cases")
        json.beginArray()
        for result in results {
            json.beginObject()
            json.key("name")
            json.value(result.fixture.name)
            json.key("file")
            json.value(result.fixture.file)
            json.key("line")
            json.value(result.fixture.location.position.line)
            json.key("passed")
            json.value(result.isPassed)
            json.key("diagnostics")
            json.value(result.diagnostics)
            json.endObject()
        }
        json.endArray()
    }
}

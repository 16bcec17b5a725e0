import BylawJSON
import BylawSource
import BylawTesting

extension FixtureReport {
    /// Writes the members of the report's JSON object.
    func write(to json: inout JSONWriter) {
        json.member("passed", passed)
        json.member("failed", failed)
        json.list("cases", results) { json, result in
            json.member("name", result.fixture.name)
            json.member("file", result.fixture.file)
            json.member("line", result.fixture.location.position.line)
            json.member("passed", result.isPassed)
            json.key("diagnostics")
            json.value(result.diagnostics)
        }
    }
}

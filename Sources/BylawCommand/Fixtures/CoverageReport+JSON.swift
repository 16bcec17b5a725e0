import BylawJSON
import BylawSource
import BylawTesting

extension CoverageReport {
    /// Writes the report as the member `coverage` of a JSON object.
    func write(to json: inout JSONWriter) {
        json.key("coverage")
        json.beginObject()
        write(covered, of: total, to: &json)
        json.key("policies")
        json.beginArray()
        for policy in policies { write(policy, to: &json) }
        json.endArray()
        json.endObject()
    }

    private func write(_ covered: Int, of total: Int, to json: inout JSONWriter) {
        json.key("covered")
        json.value(covered)
        json.key("of")
        json.value(total)
        json.key("percent")
        json.value(Self.percent(covered, total))
    }

    private func write(_ policy: PolicyCoverage, to json: inout JSONWriter) {
        json.beginObject()
        json.key("policy")
        json.value(policy.policy)
        json.key("version")
        json.value(policy.version)
        json.key("file")
        json.value(policy.file)
        write(policy.covered, of: policy.total, to: &json)
        json.key("uncovered")
        json.beginArray()
        for point in policy.uncovered { write(point, to: &json) }
        json.endArray()
        json.endObject()
    }

    private func write(_ point: CoveragePoint, to json: inout JSONWriter) {
        json.beginObject()
        json.key("kind")
        json.value(point.kind.rawValue)
        json.key("of")
        json.value(point.owner)
        json.key("text")
        json.value(point.text)
        json.key("line")
        json.value(point.location.position.line)
        json.key("column")
        json.value(point.location.position.column)
        json.key("never")
        json.beginArray()
        for way in point.missing { json.value(way) }
        json.endArray()
        json.endObject()
    }
}

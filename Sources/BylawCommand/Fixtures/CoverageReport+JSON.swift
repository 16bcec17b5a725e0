import BylawJSON
import BylawSource
import BylawTesting

extension CoverageReport {
    /// Writes the report as the member `coverage` of a JSON object.
    func write(to json: inout JSONWriter) {
        json.key("coverage")
        json.object { json in
            Self.write(covered, of: total, to: &json)
            json.list("policies", policies) { json, policy in
                json.member("policy", policy.policy)
                json.member("version", policy.version)
                json.member("file", policy.file)
                Self.write(policy.covered, of: policy.total, to: &json)
                json.list("uncovered", policy.uncovered) { json, point in
                    json.member("kind", point.kind.rawValue)
                    json.member("of", point.owner)
                    json.member("text", point.text)
                    json.member("line", point.location.position.line)
                    json.member("column", point.location.position.column)
                    json.strings("never", point.missing)
                }
            }
        }
    }

    private static func write(_ covered: Int, of total: Int, to json: inout JSONWriter) {
        json.member("covered", covered)
        json.member("of", total)
        json.member("percent", percent(covered, total))
    }
}

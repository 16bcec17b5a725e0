import Bylaw
import BylawSource
import BylawYAML

/// Makes the requests of one fixture.
struct RequestBuilder {
    let syntax: FixtureSyntax
    let policies: FixturePolicies
    let problems: Problems

    /// The request that `given` and a case make. Nil where it is none, which is reported.
    ///
    /// - Parameters:
    ///   - id: the request's id, and its incident, unless the fixture gives them.
    ///   - place: what a problem is reported at that has no better place.
    func request(_ override: OverrideSyntax, id: String, time: Timestamp, at place: SourceLocation) -> Request? {
        var tree = RequestTree(syntax.given, with: override.with, file: syntax.file)
        let whole = tree.root
        for path in override.without { tree.remove(path, problems: problems) }
        for (key, help) in [("time", "write the time as `now` or `at`"), ("subject", "fixtures call it `actor`")] {
            guard whole.mapping?[key] != nil else { continue }
            problems.error(
                "misplaced-key", "a fixture's request has no `\(key)`", at: tree.location(key) ?? place, help: help)
            return nil
        }
        let errorsBefore = problems.errorCount
        let value = AttributeValue(tree.root, file: syntax.file, problems: problems)
        guard problems.errorCount == errorsBefore, case .object(var members) = value else { return nil }
        if value["id"] == nil { members.append(Attribute("id", .string(id))) }
        let request: Request
        do {
            request = try RequestDecoder(defaultTime: time).request(.object(members))
        } catch {
            problems.error(error.code, error.message, at: tree.location(error.path) ?? place, help: error.help)
            return nil
        }
        AttributeCheck(file: syntax.file, problems: problems, plans: policies.plans(judging: request))
            .check(whole, request)
        return request
    }
}

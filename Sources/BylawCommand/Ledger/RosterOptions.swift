import ArgumentParser
import Bylaw
import BylawJSON

/// Who may decide, where the host keeps the roles.
struct RosterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Everybody who may decide, as JSON: [{"id":"u_1","roles":["council"],"related":["u_2"]}, …]; by the ledger's \
            roles, unless given.
            """, valueName: "file"))
    var roster: String?

    /// The roster that is given.
    func read() throws -> Roster? {
        guard let roster else { return nil }
        let bytes = try Descriptor.reading(roster).readAll(limit: JSONLimits.default.bytes)
        guard let reviewers = [Reviewer](json: bytes) else {
            throw ValidationError("`\(roster)` is no list of reviewers with `id`, `roles` and `related`")
        }
        return .members(reviewers)
    }
}

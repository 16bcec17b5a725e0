import BylawTesting
import Foundation

/// A policy of as little as possible around what a test is about, with fixtures.
enum SmallPolicy {
    /// The policy: `body` is its rules and whatever else it has.
    static func text(_ body: String) -> String {
        """
        bylaw: 1
        policy: small
        version: 1.0.0
        otherwise: allow
        judges:
          actor: { member: Member }
          action: { post: Post }
        types:
          Member: { joined: timestamp }
          Post: { text: text, a: bool, b: bool, c: bool, likes: int, score: double, kind: x | y | none }

        """ + body + "\n"
    }

    /// What all fixtures share: nothing is true and nothing is liked.
    static let given = """
        bylaw: 1
        policies: ../small
        now: 2024-09-01T10:00:00Z
        given:
          actor: { type: member, id: u_1, joined: 2024-01-01T00:00:00Z }
          action: { name: post, text: good morning, a: false, b: false, c: false, likes: 0, score: 0.0, kind: none }
          resource: { type: board, id: b_1 }

        """

    /// A folder with the policy and one fixture file.
    static func folder(_ body: String, fixture: String, _ more: [String: String] = [:]) throws -> FixtureFolder {
        let files = ["small/policy.yaml": text(body), "fixtures/cases.yaml": given + fixture]
        return try FixtureFolder(files.merging(more) { $1 })
    }

    /// Cases that each give the action these attributes, and are judged whatever comes of them.
    static func cases(_ actions: [String]) -> String {
        "cases:\n"
            + actions.enumerated().map { index, action in
                "  - { name: case \(index), with: { action: { \(action) } }, expect: { errors: { includes: [] } } }\n"
            }.joined()
    }
}

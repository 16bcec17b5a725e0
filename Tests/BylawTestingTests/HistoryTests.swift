import BylawSource
import BylawTesting
import Testing

@Suite("Histories")
struct HistoryTests {
    /// A strike of two on the first of September; each step below is added.
    private static func result(_ steps: String) throws -> FixtureResult {
        let folder = try FixtureFolder(
            """
            histories:
              - name: the history
                steps:
                  - at: 2024-09-01T10:00:00+09:00
                    with: { stage: done, incident: one, resource: { visibility: private } }
                    expect: { strikes: { conduct: 2 }, state: charged }

            """ + steps)
        let results = try folder.suite().replay().results
        return try #require(results.first)
    }

    @Test(arguments: [
        "      - expect: { standing: { points: { conduct: 2 }, suspended: [post], roles: [poster], revoked: [] } }",
        "      - { after: 14d, expect: { standing: { suspended: [] } } }",
        // 180 × 24 h: the strike counts to the second.
        "      - { after: 15551999s, expect: { standing: { points: { conduct: 2 } } } }",
        "      - { after: 180d, expect: { standing: { points: { conduct: 0 } } } }",
        """
              - { after: 1h, with: {}, expect: { outcome: deny, reason: suspended } }
        """,
        """
              - { after: 1h, reverse: one }
              - { expect: { standing: { points: { conduct: 0 }, suspended: [] } } }
        """,
        """
              - { after: 15d, with: { stage: done, resource: { visibility: private } }, expect: { sanctions: [revoke] } }
              - { expect: { standing: { points: { conduct: 4 }, revoked: [poster], roles: [] } } }
              - { after: 1d, grant: { role: poster, by: operator } }
              - { expect: { standing: { revoked: [], roles: [poster] } } }
              - { after: 1d, revoke: { role: poster, by: operator } }
              - { expect: { standing: { revoked: [poster], roles: [] } } }
        """,
        """
              - { after: 1d, pardon: { clears: points, tally: conduct }, expect: { standing: { points: { conduct: 0 } } } }
        """,
        // A proposal never charges.
        """
              - { after: 15d, with: { resource: { visibility: private } }, expect: { state: would } }
              - { expect: { standing: { points: { conduct: 2 } } } }
        """,
        // The same incident, told twice, counts once.
        """
              - after: 15d
                with: { stage: done, incident: one, resource: { visibility: private } }
                expect: { standing: { points: { conduct: 2 } } }
        """,
        "      - { expect: { standing: { of: u_2, points: { conduct: 0 }, roles: [] } } }",
    ])
    func `what happens passes`(_ steps: String) throws {
        #expect(try Self.result(steps).failure == nil)
    }

    @Test(arguments: [
        (
            "      - expect: { standing: { points: { conduct: 1 } } }",
            "expected `u_1` to have 1 on `conduct`, got 2"
        ),
        (
            "      - { after: 15551999s, expect: { standing: { points: { conduct: 0 } } } }",
            "expected `u_1` to have 0 on `conduct`, got 2"
        ),
        ("      - expect: { standing: { roles: [] } }", "expected effective roles none, got `poster`"),
        ("      - expect: { standing: { revoked: [poster] } }", "expected revoked roles `poster`, got none"),
        ("      - expect: { standing: { suspended: [] } }", "expected suspensions from none, got `post`"),
        ("      - expect: { standing: { titles: [Helper] } }", "expected titles `Helper`, got none"),
        ("      - { after: 1h, with: {}, expect: { outcome: allow } }", "expected `allow`, got `deny`"),
        (
            "      - { after: 1h, reverse: two }",
            "the ledger refuses step 2: nobody has a strike for incident `two`"
        ),
    ])
    func `what does not happen fails`(_ steps: String, _ message: String) throws {
        let result = try Self.result(steps)
        #expect(result.mismatches.map(\.message) == [message])
        #expect(result.mismatches.first?.location.position.line == 15)
    }
}

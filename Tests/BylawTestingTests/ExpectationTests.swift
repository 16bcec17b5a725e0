import BylawSource
import BylawTesting
import Testing

@Suite("Each key of an expectation holds and fails")
struct ExpectationTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let key: String
        var with = "{}"
        var without = "[]"
        var standing = "none"
        let right: String
        let wrong: String
        let message: String

        var testDescription: String { "\(key): \(right), not \(wrong)" }
    }

    static let isPrivate = "{ resource: { visibility: private } }"
    static let hasNoConsent = "{ facts: [] }"
    static let isHearsay = "{ action: { label: fact, text: they say so } }"

    static let rows = [
        Row(key: "outcome", right: "allow", wrong: "deny", message: "expected `deny`, got `allow`"),
        Row(
            key: "reason", right: "otherwise", wrong: "fault",
            message: "expected reason `fault`, got `otherwise`"),
        Row(
            key: "rules", with: isPrivate, right: "[private-board]", wrong: "[]",
            message: "expected rules none, got `private-board`"),
        Row(
            key: "rules", with: isPrivate, right: "[club.posts/private-board]", wrong: "[owner-consent, private-board]",
            message: "expected rules `owner-consent`, `private-board`, got `private-board`"),
        Row(
            key: "rules", with: isPrivate, right: "{ includes: [] }", wrong: "{ includes: [hearsay] }",
            message: "expected rules at least `hearsay`, got `private-board`"),
        Row(
            key: "rules", without: "[resource.visibility]", right: "[]", wrong: "[private-board]",
            message: "expected rules `private-board`, got none"),
        Row(
            key: "errors", without: "[resource.visibility]", right: "[private-board]", wrong: "[]",
            message: "expected errors none, got `private-board`"),
        Row(
            key: "waits", with: hasNoConsent, right: "[consent]", wrong: "[]",
            message: "expected waits none, got `consent`"),
        Row(
            key: "cases", with: isHearsay, right: "[moderators]", wrong: "[]",
            message: "expected cases none, got `moderators`"),
        Row(
            key: "duties", with: isPrivate, right: "[{ duty: remind, to: u_1 }]", wrong: "[{ duty: warn }]",
            message: "expected duties `{ duty: warn }`, got "
                + "`{ duty: remind, to: u_1, rule: club.posts/private-board }`"),
        Row(
            key: "duties", with: isPrivate, right: "{ includes: [{ rule: private-board }] }", wrong: "[]",
            message: "expected duties none, got `{ duty: remind, to: u_1, rule: club.posts/private-board }`"),
        Row(
            key: "due", with: hasNoConsent, right: "{ consent: 2024-09-04T10:00:00+09:00 }",
            wrong: "{ consent: 2024-09-04T10:00:01+09:00 }",
            message: "expected `consent` to be due 2024-09-04T10:00:01+09:00, got 2024-09-04T10:00:00+09:00"),
        Row(
            key: "due", with: isHearsay, right: "{ moderators: 2024-09-02T10:00:00+09:00 }",
            wrong: "{ council: 2024-09-02T10:00:00+09:00 }",
            message: "expected `council` to be due 2024-09-02T10:00:00+09:00, got nothing of that name"),
        Row(
            key: "notices", with: hasNoConsent, right: "[u_9]", wrong: "[u_8]",
            message: "expected notices `u_8`, got `u_9`"),
        Row(
            key: "texts", with: "{ action: { text: we at Acme } }",
            right: "{ action.text: 'we at [company]' }", wrong: "{ action.text: we at Acme }",
            message: "expected `action.text` as `we at Acme`, got `we at [company]`"),
        Row(
            key: "texts", right: "{ action.text: good morning }", wrong: "{ action.text: ~ }",
            message: "expected `action.text` as withheld, got `good morning`"),
        Row(
            key: "labels", right: "{ kind: rumor }", wrong: "{ kind: fact }",
            message: "expected label `kind` to be `fact`, got `rumor`"),
        Row(
            key: "labels", with: "{ action: { label: none } }", right: "{ kind: ~ }", wrong: "{ kind: rumor }",
            message: "expected label `kind` to be `rumor`, got none"),
        Row(
            key: "strikes", with: isPrivate, right: "{ conduct: 2 }", wrong: "{ conduct: 1 }",
            message: "expected strikes `conduct: 1`, got `conduct: 2`"),
        Row(
            key: "strikes", with: isPrivate, right: "{ club.posts/conduct: 2 }", wrong: "{}",
            message: "expected strikes none, got `conduct: 2`"),
        Row(
            key: "strikes", right: "{}", wrong: "{ conduct: 1 }",
            message: "expected strikes `conduct: 1`, got none"),
        Row(
            key: "merits", with: "{ action: { text: thank you } }", right: "{ helpful: 1 }", wrong: "{ helpful: 2 }",
            message: "expected merits `helpful: 2`, got `helpful: 1`"),
        Row(
            key: "state", with: isPrivate, right: "would", wrong: "charged",
            message: "expected strikes that are `charged`, got `would`"),
        Row(
            key: "sanctions", with: isPrivate, right: "[suspend]", wrong: "[remind]",
            message: "expected sanctions `remind`, got `suspend`"),
        Row(
            key: "grants", with: "{ action: { text: thank you } }", standing: "{ points: { helpful: 1 } }",
            right: "[Helper]", wrong: "[]", message: "expected grants none, got `Helper`"),
        Row(
            key: "remedy", with: "{ stage: done, resource: { visibility: private } }", right: "hide", wrong: "~",
            message: "expected remedy none, got `hide`"),
        Row(
            key: "shadow", right: "{ club.strict: deny }", wrong: "{ club.strict: allow }",
            message: "expected shadow `club.strict: allow`, got `club.strict: deny`"),
        Row(
            key: "shadow", right: "{ club.strict: deny }", wrong: "{}",
            message: "expected shadow none, got `club.strict: deny`"),
        Row(
            key: "checklists", with: "{ action: { bio: false } }", right: "{ profile: [bio] }",
            wrong: "{ profile: [bio, photo] }", message: "expected failed items `bio`, `photo`, got `bio`"),
        Row(
            key: "checklists", with: "{ action: { bio: false, photo: false } }",
            right: "{ profile: [bio, photo.face] }", wrong: "{ profile: { includes: [photo] } }",
            message: "expected failed items at least `photo`, got `bio`, `photo.face`"),
    ]

    @Test(arguments: rows)
    func `what comes passes`(_ row: Row) throws {
        let result = try FixtureFolder.result(
            with: row.with, standing: row.standing, without: row.without, expect: "{ \(row.key): \(row.right) }")
        #expect(result.failure == nil)
    }

    @Test(arguments: rows)
    func `what does not come fails at its place`(_ row: Row) throws {
        let result = try FixtureFolder.result(
            with: row.with, standing: row.standing, without: row.without, expect: "{ \(row.key): \(row.wrong) }")
        #expect(!result.isPassed)
        #expect(result.mismatches.map(\.what) == [row.key])
        #expect(result.mismatches.map(\.message) == [row.message])
        let place = try #require(result.mismatches.first?.location)
        #expect(row.wrong.contains(place.file.text(in: place.range)))
        #expect(place.position.line == 14)
    }

    @Test func `every failure of a case is told, not the first alone`() throws {
        let result = try FixtureFolder.result(
            with: Self.isPrivate, expect: "{ outcome: allow, rules: [], strikes: {} }")
        #expect(result.mismatches.map(\.what) == ["outcome", "rules", "strikes"])
    }

    @Test func `a request that nobody judges is no denial that was meant`() throws {
        let with = "{ actor: { type: membre } }"
        let result = try FixtureFolder.result(with: with, expect: "{ outcome: deny }")
        #expect(result.mismatches.map(\.what) == ["unjudged"])
        let meant = try FixtureFolder.result(with: with, expect: "{ outcome: deny, reason: unjudged }")
        #expect(meant.isPassed)
    }

    @Test func `a standing that cannot be read holds`() throws {
        let result = try FixtureFolder.result(
            with: "{}", standing: "unavailable", expect: "{ outcome: hold, errors: [conduct], reason: fault }")
        #expect(result.failure == nil)
    }

    @Test func `a suspended actor is denied`() throws {
        let result = try FixtureFolder.result(
            with: "{}", standing: "{ suspended: [post] }", expect: "{ outcome: deny, reason: suspended }")
        #expect(result.failure == nil)
    }
}

import Foundation
import Testing

/// One policy with ten different mistakes: behind Japanese text, inside a flow mapping, in quotes, in a folded block.
@Suite("A policy with ten mistakes")
struct TenMistakesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder(["policy.yaml": Self.policy]) }

    @Test("all ten are shown in one run")
    func text() throws {
        let run = try CommandRun.bylaw("check", "policy.yaml", in: folder.root)
        #expect(run.status == 1)
        #expect(run.errors.utf8.elementsEqual(Self.rendered.utf8), "\(run.errors)")
    }

    @Test("each underlines the characters that are wrong")
    func ranges() throws {
        struct Report: Decodable {
            struct Position: Decodable { let offset: Int }
            struct Problem: Decodable { let code: String, start: Position, end: Position }
            let diagnostics: [Problem]
        }
        let run = try CommandRun.bylaw("check", "--format", "json", "policy.yaml", in: folder.root)
        let problems = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8)).diagnostics
        let bytes = Array(Self.policy.utf8)
        let underlined = problems.map { String(decoding: bytes[$0.start.offset..<$0.end.offset], as: UTF8.self) }
        #expect(
            underlined == [
                "enforced", "titel", "visiblity", "'nwes'", "membr", "==", "member.rank", "when", "without-an-exit",
                "'hegdes'",
            ])
        #expect(Set(problems.map(\.code)).count == 10)
    }

    private static let policy = """
        bylaw: 1
        policy: town.square
        version: 1.0.0
        mode: enforced
        titel: { ja: 広場, en: The square }
        judges:
          actor: { member: Member }
          action: { post: Post }
          resource: { circle: Circle }
        otherwise: allow
        types:
          Member: { roles: [string], rank: optional int }
          Post: { text: text, topic: news | chat }
          Circle: { visibility: public | private, keeper: string }
        lexicons:
          hedges: { phrases: [らしい, だそうです] }
        rules:
          unknown-field:
            when: circle.visiblity == 'private'
            then: deny
          outside-an-enumeration:
            when: { any: [ "post.topic == 'nwes'", "post.topic == 'chat'" ] }
            then: deny
          behind-japanese:
            when: "!('管理者' in membr.roles)"
            then: deny
          inside-a-folded-block:
            when: >-
              post.topic == 'chat'
              && 'お知らせ' in member.roles
              && '運営' == circle.keeper.size()
            then: deny
          unguarded:
            when: member.rank > 3
            then: deny
          without-an-effect:
            when: post.topic == 'news'
          without-an-exit:
            when: post.topic == 'news'
            then: hold
          unknown-lexicon:
            when: post.text.mentions('hegdes')
            then: deny

        """

    private static let rendered = #"""
        error[unknown-word]: `enforced` is none of `enforce` or `shadow`
         --> policy.yaml:4:7
          |
        4 | mode: enforced
          |       ^^^^^^^^ did you mean `enforce`?

        error[unknown-key]: a policy has no key `titel`
         --> policy.yaml:5:1
          |
        5 | titel: { ja: 広場, en: The square }
          | ^^^^^ did you mean `title`?

        error[unknown-field]: `Circle` has no field `visiblity`
          --> policy.yaml:19:18
           |
        19 |     when: circle.visiblity == 'private'
           |                  ^^^^^^^^^ did you mean `visibility`?
           = note: `Circle` has `visibility`, `keeper`, `type`, `id`

        error[not-in-enumeration]: `nwes` is not one of `news`, `chat`
          --> policy.yaml:22:35
           |
        22 |     when: { any: [ "post.topic == 'nwes'", "post.topic == 'chat'" ] }
           |                                   ^^^^^^ did you mean `news`?

        error[unknown-name]: nothing is named `membr`
          --> policy.yaml:25:23
           |
        25 |     when: "!('管理者' in membr.roles)"
           |                          ^^^^^ did you mean `member`?

        error[wrong-type]: `==` cannot compare `string` with `int`
          --> policy.yaml:31:15
           |
        31 |       && '運営' == circle.keeper.size()
           |                 ^^

        error[unguarded-optional]: `rank` may be absent here
          --> policy.yaml:34:11
           |
        34 |     when: member.rank > 3
           |           ^^^^^^^^^^^ ask first: `has(…) && …`, or read it as an optional: `.?rank`

        error[missing-effect]: the rule has no effect
          --> policy.yaml:37:5
           |
        37 |     when: post.topic == 'news'
           |     ^^^^ add `then: allow`, `hold` or `deny`

        error[hold-without-exit]: nothing ends this hold
          --> policy.yaml:38:3
           |
        38 |   without-an-exit:
           |   ^^^^^^^^^^^^^^^ name the fact that is awaited (`await`) or the tier that decides (`to`)

        error[unknown-lexicon]: there is no lexicon `hegdes`
          --> policy.yaml:42:30
           |
        42 |     when: post.text.mentions('hegdes')
           |                              ^^^^^^^^ did you mean `hedges`?

        10 errors

        """#
}

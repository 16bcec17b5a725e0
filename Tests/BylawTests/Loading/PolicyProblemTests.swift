import Bylaw
import BylawSource
import Testing

/// Each slip that an author can make, with what is underlined and what is suggested.
@Suite struct PolicyProblemTests {
    static let rest = """
        otherwise: allow
        roles: { ambassador: { granted-by: operator } }
        facts: { consent: { by: post.author.id } }
        lexicons: { hedges: { phrases: [らしい] } }
        tallies: { sharing: { within: 180d } }
        review: { moderators: { who: moderator } }
        masks:
          company: { find: { value: post.author.company }, rewrite: post.text, replace: { redact: true } }

        """

    struct Slip: CustomTestStringConvertible, Sendable {
        let text: String
        let code: String
        let underlined: String
        let help: String?
        var testDescription: String { text }

        init(_ text: String, _ code: String, _ underlined: String, _ help: String? = nil) {
            (self.text, self.code, self.underlined, self.help) = (text, code, underlined, help)
        }
    }

    static let rules: [Slip] = [
        .init("when: post.revison > 1, then: deny", "unknown-field", "revison", "did you mean `revision`?"),
        .init("when: pots.revision > 1, then: deny", "unknown-name", "pots", "did you mean `post`?"),
        .init(
            "when: post.circle.visibility == 'privat', then: deny", "not-in-enumeration", "'privat'",
            "did you mean `private`?"),
        .init("when: post.author.company == 'x', then: deny", "unguarded-optional", "post.author.company"),
        .init("when: post.revision, then: deny", "wrong-type", "post.revision"),
        .init("when: post.text.mentions('hedge'), then: deny", "unknown-lexicon", "'hedge'", "did you mean `hedges`?"),
        .init("when: post.text.reveals('compani'), then: deny", "unknown-mask", "'compani'", "did you mean `company`?"),
        .init(
            "when: standing.points('sharin') > 1, then: deny", "unknown-tally", "'sharin'", "did you mean `sharing`?"),
        .init(
            "when: standing.hasRole('ambasador'), then: deny", "unknown-role", "'ambasador'",
            "did you mean `ambassador`?"),
        .init("when: fact('consnt'), then: deny", "unknown-fact", "'consnt'", "did you mean `consent`?"),
        .init("when: \"post.text.matches('a(b')\", then: deny", "invalid-argument", "'a(b'"),
        .init("when: true", "missing-effect", "when", "add `then: allow`, `hold` or `deny`"),
        .init("when: true, then: denny", "unknown-word", "denny", "did you mean `deny`?"),
        .init("then: deny", "missing-condition", "then", "write `when: true` for a rule that always matches"),
        .init(
            "when: true, require: true, then: deny, else: deny", "ambiguous-condition", "require",
            "make two rules of it, or join the conditions"),
        .init("require: true, then: deny", "misplaced-effect", "then", "write `else`"),
        .init("require: true, else: allow", "invalid-effect", "allow", "write `hold` or `deny`"),
        .init("when: true, then: deny, on-error: allow", "invalid-effect", "allow", "write `hold` or `deny`"),
        .init(
            "when: true, then: hold", "hold-without-exit", "r",
            "name the fact that is awaited (`await`) or the tier that decides (`to`)"),
        .init("when: true, then: hold, to: moderator", "unknown-tier", "moderator", "did you mean `moderators`?"),
        .init("when: true, then: hold, await: { fact: cosent }", "unknown-fact", "cosent", "did you mean `consent`?"),
        .init("when: true, then: deny, strike: { sharin: 1 }", "unknown-tally", "sharin", "did you mean `sharing`?"),
        .init("when: true, then: deny, strike: { sharing: many }", "wrong-type", "many"),
        .init("whem: true, when: true, then: deny", "unknown-key", "whem", "did you mean `when`?"),
        .init("when: true, then: deny, on: shar", "unknown-action", "shar", "did you mean `share`?"),
        .init("when: true, then: deny, if-done: hid", "unknown-word", "hid", "did you mean `hide`?"),
        .init("when: true, then: deny, duties: { warns: actor }", "unknown-key", "warns", "did you mean `warn`?"),
        .init(
            "when: true, then: deny, says: 'of {post.text}'", "hidden-placeholder", "{post.text}",
            "a message cannot show it"),
        .init("when: true, then: deny, says: 'of {post.author.company}'", "unguarded-optional", "post.author.company"),
        .init(
            "when: true, then: deny, says: 'of {post.circle}'", "invalid-placeholder", "{post.circle}",
            "name a text, a number or a truth value"),
        .init(
            "when: true, then: deny, says: 'of {post.revison}'", "unknown-field", "revison",
            "did you mean `revision`?"),
        .init(
            "when: true, then: deny, says: 'of {post.revision'", "unbalanced-brace", "{",
            "write `{{` for a brace in the text"),
        .init("when: { al: [true] }, then: deny", "unknown-key", "al", "did you mean `all`?"),
        .init("when: { at-least: 3, of: [true, true] }, then: deny", "out-of-range", "3"),
        .init("when: [], then: deny", "invalid-condition", "[]"),
    ]

    @Test(arguments: rules) func aSlipInARuleIsUnderlined(_ slip: Slip) throws {
        // Japanese text before it on the same line must not move the underline.
        let problems = try Judging.problems(
            Self.rest + "rules: { 規則: { when: true, then: deny }, r: { \(slip.text) } }\n")
        try Self.check(problems, slip)
    }

    static let sections: [Slip] = [
        .init(
            "labels: { l: { values: [a], declared: resource.id, if-unsupported: { then: deny } } }", "missing-key",
            "if-unsupported"),
        .init("let: { post: true }", "reserved-name", "post"),
        .init("let: { a: post.revison }", "unknown-field", "revison", "did you mean `revision`?"),
        .init("softens: { s: { when: true, rules: [x], to: { then: allow } } }", "unknown-rule", "x"),
        .init(
            "effective: { from: 2024-01-02T00:00:00Z, until: 2024-01-01T00:00:00Z }", "never-in-force",
            "2024-01-01T00:00:00Z"),
        .init(
            "effective: { from: yesterday }", "invalid-timestamp", "yesterday",
            "write date, time and offset: `2024-08-20T00:00:00+09:00`"),
        .init("calendar: { zone: Asia/Tokio }", "unknown-zone", "Asia/Tokio", "write an IANA name: `Asia/Tokyo`"),
        .init("labels: { l: { values: [fact, rumour], declared: action.label } }", "unknown-field", "label"),
        .init("ruels: { }", "unknown-key", "ruels", "did you mean `rules`?"),
        .init("mode: shadwo", "unknown-word", "shadwo", "did you mean `shadow`?"),
    ]

    @Test(arguments: sections) func aSlipInASectionIsUnderlined(_ slip: Slip) throws {
        try Self.check(try Judging.problems(Self.rest + slip.text + "\n"), slip)
    }

    static let replaced: [(old: String, slip: Slip)] = [
        (
            "within: 180d",
            .init(
                "within: 180 days", "invalid-duration", "180 days",
                "write a number with a unit: `72h`, `14d`, `2w`")
        ),
        (
            "within: 180d",
            .init(
                "within: 180d, ladder: [{ at: 2, sanction: remind }, { at: 2, sanction: warn }]",
                "ladder-not-rising", "2")
        ),
        ("within: 180d", .init("within: 180d, ladder: [{ at: 2, sanction: suspend }]", "missing-key", "suspend")),
        (
            "within: 180d",
            .init(
                "within: 180d, ladder: [{ at: 2, sanction: revoke, role: editor }]", "unknown-role",
                "editor", "declare it under `roles`")
        ),
        (
            "within: 180d",
            .init(
                "within: { calendar: month }", "missing-key", "month",
                "add `calendar: { zone: … }` to the policy")
        ),
        (
            "rewrite: post.text",
            .init(
                "rewrite: post.author.id", "not-a-text", "post.author.id",
                "declare the field as `text` in `types`")
        ),
        (
            "value: post.author.company",
            .init(
                "value: post.author.compani", "unknown-field", "compani",
                "did you mean `company`?")
        ),
        ("value: post.author.company", .init("lexicon: company", "unknown-lexicon", "company")),
        ("value: post.author.company", .init("pattern: 'a(b'", "pattern-unclosed-group", "(")),
        (
            "value: post.author.company",
            .init(
                "pattern: 'a\\C'", "pattern-divides-characters", "'a\\C'",
                "write it without `\\C` and `\\B`")
        ),
        ("phrases: [らしい]", .init("phrases: [らしい, '  ']", "empty-phrase", "'  '")),
        (
            "phrases: [らしい]",
            .init(
                "phrases: []", "empty-lexicon", "{ phrases: [] }",
                "add `phrases:`, `file:` or `hosted: true`")
        ),
        ("otherwise: allow", .init("otherwise: alow", "unknown-word", "alow", "did you mean `allow`?")),
        ("facts: {", .init("facts: { f: { at: now }, ", "reserved-name", "at")),
    ]

    @Test(arguments: replaced) func aSlipInWhatIsThereIsUnderlined(old: String, slip: Slip) throws {
        try Self.check(try Judging.problems(Self.rest.replacing(old, with: slip.text)), slip)
    }

    static func check(_ problems: [Diagnostic], _ slip: Slip) throws {
        #expect(problems.map(\.code) == [slip.code], "\(TextRenderer().render(problems))")
        let problem = try #require(problems.first)
        let location = try #require(problem.location)
        #expect(location.file.text(in: location.range) == slip.underlined)
        if let help = slip.help { #expect(problem.help == help) }
    }

    @Test func allProblemsOfAllFilesAreToldAtOnce() throws {
        let other =
            Judging.head.replacing("test.sharing", with: "test.other")
            + "otherwise: allow\nrules: { a: { when: post.revison > 1, then: deny } }\n"
        let problems = try Judging.problems(
            Self.rest + "rules: { a: { when: post.revison > 1, then: hold }, b: { then: deny } }\n",
            more: ["other.yaml": other])
        #expect(
            Set(problems.map { "\($0.location?.file.name ?? "") \($0.code)" }) == [
                "other.yaml unknown-field", "sharing.yaml unknown-field", "sharing.yaml hold-without-exit",
                "sharing.yaml missing-condition",
            ])
    }

    @Test func aSlipInsideAFoldedBlockIsUnderlinedThere() throws {
        let problems = try Judging.problems(
            Self.rest + """
                rules:
                  折り返し:
                    when: >-
                      post.text.mentions('hedges') &&
                      '日本語' != '' &&
                      post.circle.visibilty == 'private'
                    then: deny

                """)
        let problem = try #require(problems.first)
        let location = try #require(problem.location)
        #expect(problem.code == "unknown-field")
        #expect(location.file.text(in: location.range) == "visibilty")
        // Line 6 of the block's rule; the column counts characters.
        let text = location.file.text(in: location.file.range(ofLine: location.position.line))
        #expect(text == "      post.circle.visibilty == 'private'")
        #expect(location.position.column == 19)
    }

    @Test func messagesMustExistInEveryLanguage() throws {
        let problems = try Judging.problems(
            "languages: [ja, en]\notherwise: allow\nrules: { r: { when: true, then: deny, says: { ja: だめ, fr: non } } }\n"
        )
        #expect(problems.map(\.code) == ["missing-language", "unknown-language"])
        #expect(problems.first?.labels.first.map { $0.location.file.text(in: $0.location.range) } == "en")
    }

    @Test func problemsAreInOrderOfFileAndPlaceAndToldOnce() throws {
        let policy = """
            bylaw: 1
            policy: p
            version: 1.0.0
            judges: { action: { post: Post } }
            otherwise: allow
            types: { Post: { text: text } }
            rules:
              a: { when: post.txt == '', thn: deny }
              b: { wen: true, then: deny }
              c: { when: post.txet == '', then: dney }

            """
        let error = #expect(throws: PolicyErrors.self) {
            try PolicySet(texts: ["b.yaml": policy, "a.yaml": policy.replacing("policy: p", with: "policy: q")])
        }
        let found = (error?.diagnostics ?? []).map { problem in
            "\(problem.location?.file.name ?? "")"
                + " \(problem.location.map { $0.file.text(in: $0.range) } ?? "") \(problem.code)"
        }
        // A key that is surely a slip is not told as missing too, and what stands beside it is checked.
        let each = [
            "txt unknown-field", "thn unknown-key", "wen unknown-key", "txet unknown-field", "dney unknown-word",
        ]
        #expect(found == each.map { "a.yaml \($0)" } + each.map { "b.yaml \($0)" })
    }

    @Test func whatMayCostTooMuchIsWarnedOf() throws {
        let costly = "post.tags.all(a, post.tags.all(b, post.tags.all(c, a + b + c != ''))))"
        let rules = "rules: { r: { when: \"\(costly.dropLast())\", then: deny } }\n"
        let set = try Judging.policies(Self.rest + rules)
        #expect(set.warnings.map(\.code) == ["costly-expression"])
        let cheap = "rules: { r: { when: \"post.tags.all(a, a != '')\", then: deny } }\n"
        #expect(try Judging.policies(Self.rest + cheap).warnings.isEmpty)
    }

    @Test func aBrokenVersionHidesNothingElse() throws {
        let text = (Judging.head + Self.rest + "rules: { r: { when: post.revison > 1, then: deny } }\n")
            .replacing("version: 1.0.0", with: "version: 1.0")
        let error = try #require(throws: PolicyErrors.self) { try PolicySet(texts: ["a.yaml": text, "b.yaml": text]) }
        #expect(
            error.diagnostics.map(\.code).sorted() == [
                "invalid-version", "invalid-version", "unknown-field", "unknown-field",
            ])
    }

    @Test func namesOfSeveralActionsAreToldApartByOn() throws {
        let problems = try Judging.problems(
            Self.rest + "rules: { r: { when: share.count > 1, then: deny } }\n")
        #expect(
            problems.map(\.help) == [
                "the policy judges several actions: add `on: [share]` to the rule, or write `action`"
            ])
    }
}

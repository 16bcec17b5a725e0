import BylawSource
import Testing

@testable import BylawCEL

/// A condition and what is wrong with it: code, place and help.
struct BadCondition: Sendable, CustomTestStringConvertible {
    let text: String
    let problem: String

    init(_ text: String, _ problem: String) {
        self.text = text
        self.problem = problem
    }

    var testDescription: String { text }
}

@Suite("What the checker says to policy authors")
struct PolicyCheckTests {
    static let bad: [BadCondition] = [
        BadCondition("pst.revision == 1", "unknown-name `pst` did you mean `post`?"),
        BadCondition("post.revison == 1", "unknown-field `revison` did you mean `revision`?"),
        BadCondition("post.author.nick == 'x'", "unknown-field `nick`"),
        BadCondition("has(post.circel)", "unknown-field `circel` did you mean `circle`?"),
        BadCondition("post.replies.all(r, r.comp == '')", "unknown-field `comp`"),
        BadCondition("label == 'rumour'", "not-in-enumeration `'rumour'` did you mean `rumor`?"),
        BadCondition("'rumour' != label", "not-in-enumeration `'rumour'` did you mean `rumor`?"),
        BadCondition("label in ['fact', 'rumour']", "not-in-enumeration `'rumour'` did you mean `rumor`?"),
        BadCondition("'lie' in labels", "not-in-enumeration `'lie'`"),
        BadCondition("labels.exists(l, l == 'lie')", "not-in-enumeration `'lie'`"),
        BadCondition("label == (count > 1 ? 'fact' : 'lie')", "not-in-enumeration `'lie'`"),
        BadCondition("post.?circle.visibility == optional.of(label)", "ok"),
        BadCondition(
            "has(post.circle) && post.circle.visibility == label",
            "not-in-enumeration `post.circle.visibility == label`"),
        BadCondition("post.circle.visibility == 'private'", "unguarded-optional `post.circle`"),
        BadCondition("post.circle.id == 'x' && has(post.circle)", "unguarded-optional `post.circle`"),
        BadCondition("has(post.circle) || post.circle.id == 'x'", "unguarded-optional `post.circle`"),
        BadCondition("has(post.circle) && post.circle.topic == 'x'", "unguarded-optional `post.circle.topic`"),
        BadCondition("has(post.circle.topic)", "unguarded-optional `post.circle`"),
        BadCondition("(has(post.circle) || count > 1) && post.circle.id == ''", "unguarded-optional `post.circle`"),
        BadCondition("has(post.circle) ? count > 1 : post.circle.id == ''", "unguarded-optional `post.circle`"),
        BadCondition("post.replies.all(r, r.company == 'x')", "unguarded-optional `r.company`"),
        BadCondition("post.author.company.startsWith('h')", "unguarded-optional `post.author.company`"),
        BadCondition("post.author.id.mentions('hedges')", "no-overload `mentions`"),
        BadCondition("post.text.mentions(post.author.id)", "no-overload `mentions`"),
        BadCondition("count", "wrong-type `count`"),
        BadCondition("count + 'a' == ''", "wrong-type `+`"),
        BadCondition("count == 'a'", "wrong-type `==`"),
        BadCondition("count && true", "wrong-type `count`"),
        BadCondition("!count", "wrong-type `count`"),
        BadCondition("count ? true : false", "wrong-type `count`"),
        BadCondition("(true ? 1 : 'a') == 1", "wrong-type `'a'`"),
        BadCondition("1 in ['a']", "wrong-type `in`"),
        BadCondition("post.tags['a'] == ''", "wrong-type `'a'`"),
        BadCondition("count[0] == 1", "wrong-type `count`"),
        BadCondition("count.all(x, true)", "wrong-type `count`"),
        BadCondition("post.tags.all(t, t)", "wrong-type `t`"),
        BadCondition("count.foo == 1", "no-fields `foo`"),
        BadCondition("[?count] == []", "wrong-type `count`"),
        BadCondition("{1.5: 1} == {}", "wrong-type `1.5`"),
        BadCondition("post.tags.startswith('a')", "unknown-function `startswith` did you mean `startsWith`?"),
        BadCondition("sze(post.tags) > 1", "unknown-function `sze` did you mean `size`?"),
        BadCondition("count.startsWith('a')", "no-overload `startsWith`"),
        BadCondition("post.text.startsWith(1)", "no-overload `startsWith`"),
        BadCondition("size(count) > 1", "no-overload `size`"),
        BadCondition("post.text.mentions('hedge')", "unknown-lexicon `'hedge'` did you mean `hedges`?"),
        BadCondition("Post{text: 'a'} == 1", "unknown-type `Post`"),
        BadCondition("post.tags.sortBy(t, [t]) == []", "wrong-type `[t]`"),
    ]

    @Test("each slip is one problem at its place, with help", arguments: bad)
    func problem(condition: BadCondition) {
        let (checked, problems) = Community.check(condition.text)
        let file = SourceFile(name: "test", text: condition.text)
        let told = problems.map { problem in
            "\(problem.code) `\(file.text(in: problem.range))`" + (problem.help.flatMap(helpShown) ?? "")
        }
        #expect(told == (condition.problem == "ok" ? [] : [condition.problem]))
        #expect((checked != nil) == told.isEmpty)
    }

    /// Only suggestions: what else help says is wording.
    private func helpShown(_ help: String) -> String? { help.hasPrefix("did you mean") ? " \(help)" : nil }

    @Test(
        "a sound condition has no problem",
        arguments: [
            "has(post.circle) && post.circle.visibility == 'private'",
            "!has(post.circle) || post.circle.id == 'x'",
            "!(!has(post.circle) || post.circle.id == 'x')",
            "has(post.circle) ? post.circle.id == 'x' : false",
            "!has(post.circle) ? false : post.circle.id == 'x'",
            "has(post.circle) && has(post.circle.topic) && post.circle.topic == 'x'",
            "count > 1 && has(post.circle) && (count > 2 || post.circle.id == 'x')",
            "has(post.circle) && post.tags.all(t, t != post.circle.id)",
            "post.replies.all(r, !has(r.company) || r.company != 'x')",
            "post.replies.filter(r, has(r.company) && r.company == 'x').size() > 0",
            "has(post.circle) && post.replies.exists(r, r.id == post.circle.id)",
            "has(post.replies[0].company) && post.replies[0].company == 'x'",
            "cel.bind(c, post.replies[0], has(c.company) && c.company == 'x')",
            "post.?circle.visibility.orValue('none') == 'private'",
            "post.?circle.?topic.orValue('') == ''",
            "post.?circle.hasValue() && post.circle.id == 'x'",
            "(has(post.circle) && count > 1 || has(post.circle) && count > 2) && post.circle.id == 'x'",
            "post.text == 'abc' && post.text.startsWith('a') && 'a' + post.text != ''",
            "post.text.mentions('hedges') && fact('consent')",
            "label == 'fact' || label in ['rumor', 'none']",
            "label.startsWith('f') && label + 'x' != 'y'",
            "post.scores.likes > 3 || 'likes' in post.scores",
            "any.whatever[0].more == 1 && any.all(x, x)",
            "post.replies.map(r, r.id).sort() == post.replies.sortBy(r, r.id).map(r, r.id)",
            "now - timestamp('2024-01-01T00:00:00Z') > duration('24h')",
            "[1, 'a', 2.0].exists(x, x == 'a')",
            "math.greatest(1, 2, 3, 4) == 4",
        ])
    func sound(text: String) {
        let (checked, problems) = Community.check(text)
        #expect(problems.map(\.message) == [])
        #expect(checked?.type == .bool)
    }

    @Test("one check tells several problems")
    func several() {
        let (_, problems) = Community.check("pst.a == 1 && label == 'x' && post.circle.id == 'y' && count")
        #expect(problems.map(\.code) == ["unknown-name", "not-in-enumeration", "unguarded-optional", "wrong-type"])
    }

    @Test("what one condition guarantees guards those that are conjoined with it")
    func assumptions() throws {
        let guarding = try #require(Community.check("has(post.circle) && count > 1").0)
        let (parsed, _) = ParsedExpression.parse("post.circle.id == 'x'")
        let expression = try #require(parsed)
        #expect(Community.environment.check(expression).0 == nil)
        #expect(Community.environment.check(expression, assuming: guarding.guarantees).0 != nil)
        let other = try #require(Community.check("has(post.author.company)").0)
        #expect(Community.environment.check(expression, assuming: other.guarantees).0 == nil)
        let both = other.guarantees.union(guarding.guarantees)
        #expect(Community.environment.check(expression, assuming: both).0 != nil)
        // Where a disjunction is true, neither of its operands need be.
        let either = try #require(Community.check("has(post.circle) || count > 1").0)
        #expect(Community.environment.check(expression, assuming: either.guarantees).0 == nil)
    }

    @Test("the messages use the words of the language")
    func messages() {
        func message(_ text: String) -> String? { Community.check(text).1.first?.message }
        #expect(message("count == 'a'") == "`==` cannot compare `int` with `string`")
        #expect(message("size(count) > 1") == "`size` does not take (int)")
        #expect(message("count.startsWith('a')") == "`int` has no method `startsWith`")
        #expect(message("post.tags + count == []") == "`+` does not work on `list(string)` and `int`")
        #expect(message("label == 'lie'") == "`lie` is not one of `fact`, `rumor`, `none`")
        #expect(message("count") == "this must be `bool`, but is `int`")
        #expect(message("post.nick") == "`Post` has no field `nick`")
    }

    @Test(
        "type deduction",
        arguments: [
            ("post.?circle", "optional(Circle)"), ("post.?circle.?topic", "optional(string)"),
            ("post.replies.map(r, r.id)", "list(string)"), ("post.scores.map(k, k)", "list(string)"),
            ("post.scores.transformMap(k, v, v * 2)", "map(string, int)"),
            ("post.tags.transformMap(i, t, t)", "map(int, string)"),
            ("post.tags.transformMapEntry(i, t, {t: i})", "map(string, int)"),
            ("post.tags.transformList(i, t, i)", "list(int)"),
            ("post.replies.filter(r, true)", "list(Author)"), ("label", "'fact' | 'rumor' | 'none'"),
            ("count > 1 ? label : 'x'", "string"), ("[label, 'x']", "list(string)"), ("[1, 'a']", "list(dyn)"),
            ("[[], [1]]", "list(list(int))"), ("post.tags[?0]", "optional(string)"), ("{}", "map(dyn, dyn)"),
            ("optional.of(1).optMap(x, [x])", "optional(list(int))"), ("now - now", "duration"),
            ("post.replies[0].?company.orValue('')", "string"), ("type(1)", "type(int)"),
            ("post.replies.sortBy(r, r.id)", "list(Author)"), ("{'a': 1, 'b': 'x'}", "map(string, dyn)"),
        ])
    func deduction(text: String, type: String) {
        let (checked, problems) = Community.check(text, expecting: nil)
        #expect(problems.map(\.message) == [])
        #expect(checked?.type.description == type)
    }
}

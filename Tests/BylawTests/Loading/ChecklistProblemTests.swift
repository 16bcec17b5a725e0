import Bylaw
import BylawSource
import Testing

@Suite("Slips in checklists")
struct ChecklistProblemTests {
    typealias Slip = PolicyProblemTests.Slip

    /// Conditions of a `require`.
    static let slips: [Slip] = [
        .init("{ all: { a: { wen: true } } }", "unknown-key", "wen", "did you mean `when`?"),
        .init("{ all: { a: { when: true, optonal: true } } }", "unknown-key", "optonal", "did you mean `optional`?"),
        .init("{ all: { a: { al: [true] } } }", "unknown-key", "al", "did you mean `all`?"),
        .init("{ all: { a: { mend: Put it right. } } }", "invalid-condition", "{ mend: Put it right. }"),
        .init("{ all: { a: { when: true, check: true } } }", "invalid-condition", "{ when: true, check: true }"),
        .init("{ all: { a: { when: true, any: [true] } } }", "invalid-condition", "{ when: true, any: [true] }"),
        .init("{ all: { a: { when: true, of: [true] } } }", "invalid-condition", "[true]"),
        .init("{ all: { a: { when: true, optional: yes } } }", "wrong-type", "yes"),
        .init(
            "{ all: { a: true, a.b: true } }", "invalid-name", "a.b", "use `-`: a dot leads to the items inside of one"),
        .init(
            "{ all: { a: { when: true, optional: true } } }", "invalid-condition",
            "{ a: { when: true, optional: true } }"),
        .init(
            "{ any: { a: true, b: { when: true, optional: true } } }", "unused-key", "optional", "take `optional` out"),
        .init(
            "{ none: { a: true, b: { when: true, optional: true } } }", "unused-key", "optional",
            "take `optional` out"),
        .init("{ at-least: 3, of: { a: true, b: true } }", "out-of-range", "3"),
        .init(
            "{ at-least: 2, of: { a: true, b: { when: true, optional: true } } }", "out-of-range", "2",
            "ask for fewer, or take `optional` out"),
        .init("{ at-least: 3, of: { a: true, b: true, c: post.revison == 1 } }", "unknown-field", "revison"),
        .init("{ at-least: 3, of: { a: true, b: true, c: { al: [] } } }", "unknown-key", "al"),
        // Where an item fails, no other guarantees anything.
        .init(
            "{ all: { a: has(post.author.company), b: { when: true, mend: 'Of {post.author.company}' } } }",
            "unguarded-optional", "post.author.company"),
        .init("{ all: { a: { when: true, mend: 'Of {post.text}' } } }", "hidden-placeholder", "{post.text}"),
    ]

    @Test("are underlined where they are", arguments: slips)
    func underlined(_ slip: Slip) throws {
        let problems = try Judging.problems(
            PolicyProblemTests.rest + "rules: { 規則: { require: \(slip.text), else: deny } }\n")
        try PolicyProblemTests.check(problems, slip)
    }

    static let untold: [Slip] = [
        .init(
            "rules: { r: { when: true, unless: { all: { a: { when: true, mend: So. } } }, then: deny } }",
            "unused-key", "So.", "take `mend` out"),
        .init(
            "rules: { r: { when: true, then: deny } }\n"
                + "softens: { s: { when: { all: { a: { when: true, mend: So. } } }, rules: [r], to: { then: allow } } }",
            "unused-key", "So."),
        .init(
            "labels: { l: { values: [x], infer: { x: { all: { a: { when: true, mend: So. } } } } } }", "unused-key",
            "So."),
    ]

    @Test("are told where nobody would be told how to put an item right", arguments: untold)
    func nobodyIsTold(_ slip: Slip) throws {
        try PolicyProblemTests.check(try Judging.problems(PolicyProblemTests.rest + slip.text + "\n"), slip)
    }
}

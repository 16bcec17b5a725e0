import BylawCELOracle
import Testing

@testable import BylawCEL

@Suite("Explanation by evaluating again")
struct ExplanationTests {
    private func explain(_ text: String, _ values: [String: Value]) throws -> [String] {
        let (checked, problems) = Community.check(text, expecting: nil)
        #expect(problems.map(\.message) == [])
        var layout = FrameLayout()
        let program = try #require(checked).plan(into: &layout)
        let frame = Frame(layout)
        for (slot, source) in layout.sources.enumerated() {
            if case .attribute(let path) = source { frame[slot] = values[path.description] }
            if case .presence(let path) = source { frame[slot] = values["has " + path.description] }
        }
        let before = program.evaluate(in: frame)
        let parts = program.explain(in: frame)
        #expect(parts.last?.value.isIdentical(to: before) == true)
        return parts.map { part in
            switch part.value {
            case .string(let value): "\(part.text) is '\(String(value))'"
            case .bool(let value): "\(part.text) is \(value)"
            case .int(let value): "\(part.text) is \(value)"
            case .error(let error): "\(part.text) fails: \(error.message)"
            default: "\(part.text) is a \(part.value.typeName)"
            }
        }
    }

    @Test("each part that was looked at has its value, what was skipped has none")
    func parts() throws {
        #expect(
            try explain(
                "has(post.circle) && post.circle.visibility == 'private' && (count > 3 || count < 0)",
                ["has post.circle": .bool(true), "post.circle.visibility": .string("private"), "count": .int(7)]) == [
                    "has(post.circle) is true", "post.circle.visibility is 'private'",
                    "post.circle.visibility == 'private' is true", "count is 7", "count > 3 is true",
                    "count > 3 || count < 0 is true",
                    "has(post.circle) && post.circle.visibility == 'private' && (count > 3 || count < 0) is true",
                ])
    }

    @Test("in a comprehension the body's parts come for each element")
    func elements() throws {
        #expect(
            try explain("post.tags.all(t, t != 'b')", ["post.tags": .list([.string("a"), .string("b"), .string("c")])])
                == [
                    "post.tags is a list", "t is 'a'", "t != 'b' is true", "t is 'b'", "t != 'b' is false",
                    "post.tags.all(t, t != 'b') is false",
                ])
    }

    @Test("an error is told where it arose")
    func errors() throws {
        #expect(
            try explain("10 / count == 1 || false", ["count": .int(0)]) == [
                "count is 0", "10 / count fails: division by zero", "10 / count == 1 fails: division by zero",
                "10 / count == 1 || false fails: division by zero",
            ])
    }
}
